package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.Awards;
import ukaz.ingest.normalise.term.Citizenships;
import ukaz.ingest.normalise.term.Numbers;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.table.Column;
import ukaz.model.Field;
import ukaz.model.Term;

/** Sees that the values of a row have slipped into the next columns, each fitting its neighbour instead of its own. */
final class Slip {

    private static final int FEWEST = 2;
    private static final Set<Field> TELLING = EnumSet.of(
            Field.AWARD,
            Field.AUTHORITY,
            Field.CITIZENSHIP,
            Field.BIRTH_DATE,
            Field.DEATH_DATE,
            Field.DECREE_DATE,
            Field.MEDAL_NUMBER,
            Field.ORDER_OF_LENIN_NUMBER);

    private final Column[] telling;
    private final Plan plan;

    Slip(Plan plan) {
        this.plan = plan;
        this.telling = List.of(plan.mapped()).stream()
                .filter(column -> column.index() >= 0 && TELLING.contains(column.field()))
                .toArray(Column[]::new);
    }

    /** Asked of a row in which several values could not be understood. */
    void look(RowReader row) {
        if (row.faults().size() < FEWEST) {
            return;
        }
        List<Column> misfits = new ArrayList<>();
        for (Column column : telling) {
            SourceCell own = row.cleaned(column);
            if (!own.isBlank() && !fits(column, own)) {
                misfits.add(column);
            }
        }
        if (misfits.size() >= FEWEST) {
            for (int step : new int[] {1, -1}) {
                if (report(row, misfits, step)) {
                    return;
                }
            }
        }
    }

    private boolean report(RowReader row, List<Column> misfits, int step) {
        List<Term> fields = new ArrayList<>();
        Column first = null;
        for (Column column : misfits) {
            Column neighbour = new Column(column.index() + step, "", null, 0, null, 0);
            if (neighbour.index() < 0) {
                continue;
            }
            SourceCell beside = row.cell(neighbour);
            Field field = column.field();
            if (field != null && !beside.isBlank() && fits(column, beside)) {
                fields.add(new Term(Term.Kind.FIELD, field.key()));
                first = first == null ? column : first;
            }
        }
        if (first == null || fields.size() < FEWEST || fields.size() * 3 < misfits.size() * 2) {
            return false;
        }
        row.fault(
                "column-shift",
                first,
                Map.of(
                        "fields",
                        List.copyOf(fields),
                        "direction",
                        new Term(Term.Kind.PHRASE, step > 0 ? "shift-right" : "shift-left")));
        return true;
    }

    private boolean fits(Column column, SourceCell cell) {
        Field field = column.field();
        if (field == null) {
            return false;
        }
        return switch (field) {
            case AWARD -> isValue(Awards.read(cell.text()));
            case AUTHORITY -> isValue(Authorities.read(cell.text()));
            case CITIZENSHIP -> isValue(Citizenships.read(cell.text()));
            case BIRTH_DATE, DEATH_DATE, DECREE_DATE -> isValue(Dates.read(cell, plan.dates(column)));
            default -> isValue(Numbers.readInsignia(cell));
        };
    }

    private static boolean isValue(Reading<? extends @Nullable Object> reading) {
        return reading.state() != Reading.State.UNREADABLE;
    }
}
