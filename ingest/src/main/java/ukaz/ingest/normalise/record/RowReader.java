package ukaz.ingest.normalise.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.name.NameOrder;
import ukaz.ingest.normalise.text.Texts;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Column;
import ukaz.model.Cell;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.SourceRef;
import ukaz.model.Term;

/** The cells of one row, cleaned once each, with the faults and changes noticed on the way. */
final class RowReader {

    private final TableContext context;
    private final Plan plan;
    private final SourceRow row;
    private final Map<Integer, Integer> carried;
    private final SourceRef at;
    private final @Nullable String[] clean;
    private final List<Fault> faults = new ArrayList<>(0);
    private List<Change> changes = new ArrayList<>(2);

    /** @param carried the columns whose cells stand in rows above, with the numbers of these */
    RowReader(TableContext context, Plan plan, SourceRow row, Map<Integer, Integer> carried) {
        this.context = context;
        this.plan = plan;
        this.row = row;
        this.carried = carried;
        this.at = new SourceRef(context.file(), context.sheet().name(), row.number(), -1);
        this.clean = new String[Math.max(plan.width(), row.cells().size())];
    }

    /** Notes that values were taken from the rows above. */
    void noteCarried(Column[] mapped) {
        for (Column column : mapped) {
            Field field = column.field();
            if (field != null && carried.containsKey(column.index())) {
                changed(field, List.of(Change.Kind.INFERRED), "", typed(column));
            }
        }
    }

    Plan plan() {
        return plan;
    }

    LocalDate today() {
        return context.today();
    }

    NameOrder names() {
        return context.names();
    }

    SourceRef at() {
        return at;
    }

    SourceCell cell(Column column) {
        return column.index() < 0 ? context.constant(column) : row.cell(column.index());
    }

    /** True where the cell is not this row's own: what is wrong with it is said once, where it stands. */
    private boolean isElsewhere(Column column) {
        return column.index() < 0 || carried.containsKey(column.index());
    }

    boolean isCarried(int index) {
        return carried.containsKey(index);
    }

    List<Fault> faults() {
        return faults;
    }

    /** What was changed since it was last asked. */
    List<Change> takeChanges() {
        List<Change> taken = changes;
        changes = new ArrayList<>(2);
        return taken;
    }

    /** The first of the columns whose cell is filled, or else the first. */
    Column filled(Column[] columns) {
        for (Column column : columns) {
            if (column.index() < 0 || !row.cell(column.index()).isBlank()) {
                return column;
            }
        }
        return columns[0];
    }

    @Nullable
    Column column(Column[] columns) {
        return columns.length == 0 ? null : columns.length == 1 ? columns[0] : filled(columns);
    }

    /** The text as typed; a stored date as an ISO date. */
    String typed(Column column) {
        SourceCell cell = cell(column);
        if (cell.kind() != SourceCell.Kind.DATE) {
            return cell.text();
        }
        HistoricalDate date = Dates.read(cell, plan.typed()).value();
        return date == null ? cell.text() : date.toString();
    }

    Cell source(Column column) {
        int above = carried.isEmpty() ? row.number() : carried.getOrDefault(column.index(), row.number());
        return new Cell(Math.max(-1, column.index()), row.number() - above, column.title(), typed(column));
    }

    /** The text without what does not belong into it; empty where nothing legible is left. */
    String text(Column column) {
        int index = column.index();
        if (index < 0) {
            return cell(column).text();
        }
        String known = clean[index];
        if (known != null) {
            return known;
        }
        SourceCell cell = cell(column);
        String text = cell.text();
        if (cell.kind() == SourceCell.Kind.DATE) {
            text = typed(column);
        } else if (cell.kind() == SourceCell.Kind.ERROR) {
            text = "";
        } else if (cell.kind() == SourceCell.Kind.TEXT && !Texts.isClean(text)) {
            Reading<String> reading = Texts.clean(text);
            faults(reading, column);
            String cleaned = reading.value();
            text = cleaned == null ? "" : cleaned;
            changed(reading.changes(), column, text);
        }
        clean[index] = text;
        return text;
    }

    /** The cell with its text cleaned. */
    SourceCell cleaned(Column column) {
        SourceCell cell = cell(column);
        if (cell.kind() != SourceCell.Kind.TEXT) {
            return cell;
        }
        String text = text(column);
        return text.equals(cell.text()) ? cell : SourceCell.text(text);
    }

    /** Notes the faults and changes of a reading; true where something is typed that could not be understood. */
    boolean note(Reading<?> reading, Column column, String to) {
        faults(reading, column);
        changed(reading.changes(), column, to);
        return reading.state() == Reading.State.UNREADABLE;
    }

    void faults(Reading<?> reading, Column column) {
        for (Reading.Remark remark : reading.remarks()) {
            fault(remark.rule(), column, remark.values());
        }
    }

    void fault(String rule, Column column, Map<String, Object> values) {
        if (isElsewhere(column)) {
            return;
        }
        Field field = column.field();
        SourceRef place = at.column(column.index());
        if (field == null) {
            faults.add(Fault.of(rule, place, values));
        } else {
            faults.add(Fault.of(rule, place, field, column.title(), typed(column), values));
        }
    }

    void changed(List<Change.Kind> kinds, Column column, String to) {
        Field field = column.field();
        if (kinds.isEmpty() || field == null) {
            return;
        }
        changed(field, kinds, typed(column), to);
    }

    void changed(Field field, List<Change.Kind> kinds, String from, String to) {
        if (!from.equals(to)) {
            for (Change.Kind kind : kinds) {
                changes.add(new Change(field, kind, from, to));
            }
        }
    }

    /** What the file says of the cells beside their values: errors, strokes, comments, hiding. */
    void flags(Column[] mapped) {
        List<Term> hidden = null;
        Column first = null;
        for (Column column : mapped) {
            SourceCell cell = cell(column);
            if (cell.kind() == SourceCell.Kind.EMPTY && cell.comment() == null || isElsewhere(column)) {
                continue;
            }
            if (first == null && !cell.isBlank()) {
                first = column;
            }
            if (cell.kind() == SourceCell.Kind.ERROR) {
                fault("cell-formula-error", column, Map.of("error", cell.text()));
            }
            if (cell.struck() && !cell.isBlank()) {
                fault("cell-struck", column, Map.of());
            }
            String comment = cell.comment();
            if (comment != null && !comment.isBlank()) {
                fault("cell-comment", column, Map.of("comment", comment.strip()));
            }
            if (cell.hidden() && !cell.isBlank()) {
                hidden = hidden == null ? new ArrayList<>() : hidden;
                if (hidden.isEmpty()) {
                    hidden.add(new Term(Term.Kind.PHRASE, "hidden-column"));
                    first = column;
                }
            }
        }
        if (row.hidden() || context.sheet().hidden()) {
            hidden = hidden == null ? new ArrayList<>() : hidden;
            if (row.hidden()) {
                hidden.add(new Term(Term.Kind.PHRASE, "hidden-row"));
            }
            if (context.sheet().hidden()) {
                hidden.add(new Term(Term.Kind.PHRASE, "hidden-sheet"));
            }
        }
        if (hidden != null && first != null) {
            fault("cell-hidden", first, Map.of("what", List.copyOf(hidden)));
        }
    }
}
