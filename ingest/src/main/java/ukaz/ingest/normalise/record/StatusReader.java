package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Posthumous;
import ukaz.ingest.normalise.term.Statuses;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.Status;
import ukaz.model.StatusEvent;

/** Reads what became of one conferral: whether it was posthumous, was withdrawn or given back. */
final class StatusReader {

    private final ConferralCells cells;
    private final RowReader reader;
    private final Plan plan;
    private final AwardRecord.Builder builder;
    private final int group;

    StatusReader(ConferralCells cells) {
        this.cells = cells;
        this.reader = cells.reader();
        this.plan = reader.plan();
        this.builder = cells.builder();
        this.group = cells.group();
    }

    void read(@Nullable AwardTerm term) {
        posthumous(term);
        status();
    }

    private void posthumous(@Nullable AwardTerm term) {
        Column column = cells.column(Field.POSTHUMOUS);
        if (column != null && cells.isFilled(column)) {
            boolean ofRow = column.group() != group;
            if (!ofRow || cells.isLast()) {
                Reading<Boolean> reading = Posthumous.read(reader.cleaned(column));
                Boolean value = reading.value();
                String to = value == null ? "" : value.toString();
                if (!ofRow) {
                    cells.note(reading, column, Field.POSTHUMOUS, to);
                } else if (reader.note(reading, column, to)) {
                    builder.unreadable(Field.POSTHUMOUS);
                }
                builder.posthumous(value);
            }
            return;
        }
        Column award = reader.column(plan.of(Field.AWARD, group));
        boolean own = cells.isLast() || award != null && award.group() == group;
        if (term != null && term.posthumous() && own) {
            said(Field.AWARD, column);
            return;
        }
        Column remarks = reader.column(plan.of(Field.REMARKS, group));
        if (cells.isLast() && remarks != null && cells.isFilled(remarks) && Posthumous.isSaidIn(reader.text(remarks))) {
            said(Field.REMARKS, column);
        }
    }

    private void said(Field where, @Nullable Column own) {
        builder.posthumous(true);
        Column place = reader.column(plan.of(where, group));
        if (place != null) {
            if (own == null || !cells.isFilled(own)) {
                builder.cell(Field.POSTHUMOUS, reader.source(place));
            }
            reader.changed(Field.POSTHUMOUS, List.of(Change.Kind.INFERRED), reader.typed(place), "true");
        }
    }

    private void status() {
        List<StatusEvent> events = new ArrayList<>(0);
        Column status = cells.column(Field.STATUS);
        if (status != null && cells.isFilled(status)) {
            events.addAll(noted(Statuses.readColumn(reader.text(status), plan.dates(status)), status, Field.STATUS));
        }
        events.addAll(ofColumn(Field.DEPRIVED, Status.DEPRIVED));
        events.addAll(ofColumn(Field.ANNULLED, Status.ANNULLED));
        events.addAll(ofColumn(Field.RESTORED, Status.RESTORED));
        Column remarks = cells.column(Field.REMARKS);
        if (events.isEmpty()
                && remarks != null
                && cells.isFilled(remarks)
                && Statuses.isSuspected(reader.text(remarks))) {
            List<StatusEvent> told = Statuses.read(reader.text(remarks), plan.dates(remarks));
            if (!told.isEmpty()) {
                events.addAll(told);
                if (status == null || !cells.isFilled(status)) {
                    builder.cell(Field.STATUS, reader.source(remarks));
                }
                reader.changed(
                        Field.STATUS,
                        List.of(Change.Kind.INFERRED),
                        reader.typed(remarks),
                        told.get(told.size() - 1).status().key());
            }
        }
        builder.statusEvents(events);
    }

    private List<StatusEvent> ofColumn(Field field, Status status) {
        Column column = cells.column(field);
        return column == null || !cells.isFilled(column)
                ? List.of()
                : noted(Statuses.readColumn(status, reader.text(column), plan.dates(column)), column, field);
    }

    private List<StatusEvent> noted(Reading<List<StatusEvent>> reading, Column column, Field field) {
        cells.note(reading, column, field, "");
        List<StatusEvent> events = reading.value();
        return events == null ? List.of() : events;
    }
}
