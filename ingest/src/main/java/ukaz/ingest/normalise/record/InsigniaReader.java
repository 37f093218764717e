package ukaz.ingest.normalise.record;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Numbers;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.InsigniaNumber;

/** Reads the numbers of medal, order and certificate of one conferral. */
final class InsigniaReader {

    private static final Set<Field> NUMBERED =
            Set.of(Field.MEDAL_NUMBER, Field.ORDER_OF_LENIN_NUMBER, Field.CERTIFICATE_NUMBER);

    private final ConferralCells cells;
    private final RowReader reader;
    private final Plan plan;
    private final AwardRecord.Builder builder;
    private final Conferral conferral;
    private final int group;

    InsigniaReader(ConferralCells cells) {
        this.cells = cells;
        this.reader = cells.reader();
        this.plan = reader.plan();
        this.builder = cells.builder();
        this.conferral = cells.conferral();
        this.group = cells.group();
    }

    /** All of them; the number of the medal tells which award of a series it is. */
    @Nullable
    InsigniaNumber read(@Nullable AwardTerm term) {
        builder.orderOfLeninNumber(number(Field.ORDER_OF_LENIN_NUMBER));
        builder.certificateNumber(number(Field.CERTIFICATE_NUMBER));
        return medal(term);
    }

    private @Nullable InsigniaNumber medal(@Nullable AwardTerm term) {
        Column[] columns = plan.of(Field.MEDAL_NUMBER, group);
        if (columns.length == 0) {
            builder.medalKind(term == null ? null : term.medal());
            return null;
        }
        Column column = medalColumn(columns, term);
        builder.cell(Field.MEDAL_NUMBER, reader.source(column));
        boolean filled = cells.isFilled(column);
        builder.medalKind(term != null && term.medal() != null ? term.medal() : filled ? column.medal() : null);
        InsigniaNumber number = filled ? number(Field.MEDAL_NUMBER, column) : null;
        builder.medalNumber(number);
        return number;
    }

    /** Of columns for both medals the filled one, or else the one of this award. */
    private Column medalColumn(Column[] columns, @Nullable AwardTerm term) {
        Column fit = null;
        for (Column column : columns) {
            boolean own = term != null
                    && (term.code().equals("HSL") && "HAMMER_AND_SICKLE".equals(column.medal())
                            || term.code().equals("HSU") && "GOLD_STAR".equals(column.medal()));
            if (own && (fit == null || cells.isFilled(column))) {
                fit = column;
            }
        }
        return fit != null && cells.isFilled(fit)
                ? fit
                : cells.isFilled(reader.filled(columns)) || fit == null ? reader.filled(columns) : fit;
    }

    private @Nullable InsigniaNumber number(Field field) {
        Column column = cells.column(field);
        return column == null || !cells.isFilled(column) ? null : number(field, column);
    }

    private @Nullable InsigniaNumber number(Field field, Column column) {
        Reading<InsigniaNumber> reading = Numbers.readInsignia(reader.cleaned(column));
        InsigniaNumber value = reading.value();
        cells.note(
                reading,
                column,
                field,
                value == null
                        ? ""
                        : value.isNumbered() ? value.toString() : value.kind().name());
        if (value == null || !NUMBERED.contains(field)) {
            return value;
        }
        int of = column.group() == 0 && plan.groups() > 1 ? plan.groups() : conferral.of();
        int place = column.group() == 0 && plan.groups() > 1 ? group - 1 : conferral.place();
        return of == 1 ? value : share(value, place, of);
    }

    /** Several numbers in the cell of several conferrals belong to them in their order. */
    private static @Nullable InsigniaNumber share(InsigniaNumber value, int place, int of) {
        List<String> numbers = value.numbers();
        if (numbers.size() > of || !value.isNumbered()) {
            return place == 0 ? value : null;
        }
        return place < numbers.size()
                ? new InsigniaNumber(value.kind(), List.of(numbers.get(place)), value.duplicate())
                : null;
    }
}
