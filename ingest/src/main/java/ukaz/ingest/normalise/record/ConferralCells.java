package ukaz.ingest.normalise.record;

import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Field;

/**
 * The cells that belong to one conferral of a row, noted as the sources of its fields.
 *
 * @param isLast true of the last conferral of the row, to which remarks on all of it belong
 */
record ConferralCells(RowReader reader, AwardRecord.Builder builder, Conferral conferral, boolean isLast) {

    private Plan plan() {
        return reader.plan();
    }

    int group() {
        return conferral.group();
    }

    /** True where the column's faults and changes have not been noted with an earlier conferral of the row. */
    private boolean isNew(Column column) {
        return conferral.place() == 0 && (column.group() > 0 || group() == 1);
    }

    @Nullable
    Column column(Field field) {
        Column column = reader.column(plan().of(field, group()));
        if (column != null) {
            builder.cell(field, reader.source(column));
        }
        return column;
    }

    boolean isFilled(@Nullable Column column) {
        return column != null && !reader.cell(column).isBlank();
    }

    void note(Reading<?> reading, Column column, Field field, String to) {
        if (isNew(column)) {
            reader.faults(reading, column);
            reader.changed(field, reading.changes(), reader.typed(column), to);
        }
        if (reading.state() == Reading.State.UNREADABLE) {
            builder.unreadable(field);
        }
    }
}
