package ukaz.ingest.normalise.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.normalise.name.NameOrder;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.Table;
import ukaz.ingest.table.TableAdvice;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Field;

/**
 * What the rows of one table have in common.
 *
 * @param file the path as given
 * @param sha256 of the content of the file, hexadecimal
 * @param layout with a column of a negative index for each constant of the advice that the source has no column for
 * @param dates by the index of each column of dates, what its first values settle
 * @param names which part of a name stands first in its column
 * @param today the day of the run
 */
public record TableContext(
        String file,
        String sha256,
        Sheet sheet,
        TableLayout layout,
        TableAdvice advice,
        Map<Integer, DateColumn> dates,
        NameOrder names,
        LocalDate today) {

    /**
     * What a column of dates is like.
     *
     * @param order which figure of 03/04/1950 is the day
     * @param stored whether dates are stored as such in it
     */
    public record DateColumn(DayMonthOrder order, boolean stored) {}

    private static final Set<Field> DATES = EnumSet.of(
            Field.BIRTH_DATE,
            Field.DEATH_DATE,
            Field.DECREE,
            Field.DECREE_DATE,
            Field.PRESENTATION_DATE,
            Field.DEPRIVED,
            Field.ANNULLED,
            Field.RESTORED,
            Field.STATUS);

    /** Looks at the first rows of the table. */
    public static TableContext of(String file, String sha256, Table table, LocalDate today) {
        Map<Integer, DateColumn> dates = new HashMap<>();
        List<String> everywhere = new ArrayList<>();
        for (Column column : table.layout().columns()) {
            if (column.field() == null || !DATES.contains(column.field())) {
                continue;
            }
            List<String> texts = new ArrayList<>();
            boolean stored = false;
            for (SourceRow row : table.sample()) {
                SourceCell cell = row.cell(column.index());
                stored |= cell.kind() == SourceCell.Kind.DATE;
                if (cell.kind() == SourceCell.Kind.TEXT) {
                    texts.add(cell.text());
                }
            }
            everywhere.addAll(texts);
            dates.put(column.index(), new DateColumn(Dates.orderOf(texts), stored));
        }
        DayMonthOrder whole = Dates.orderOf(everywhere);
        dates.replaceAll(
                (index, column) -> column.order() == DayMonthOrder.UNSETTLED && whole != DayMonthOrder.UNSETTLED
                        ? new DateColumn(whole, column.stored())
                        : column);
        DayMonthOrder given = table.advice().dateOrder();
        if (given != DayMonthOrder.UNSETTLED) {
            dates.replaceAll((index, column) -> new DateColumn(given, column.stored()));
        }
        return new TableContext(
                file,
                sha256,
                table.sheet(),
                withConstants(table),
                table.advice(),
                Map.copyOf(dates),
                NameOrder.of(texts(table, Field.FULL_NAME)),
                today);
    }

    private static List<String> texts(Table table, Field field) {
        List<String> texts = new ArrayList<>();
        for (Column column : table.layout().columns()) {
            if (column.field() == field) {
                for (SourceRow row : table.sample()) {
                    SourceCell cell = row.cell(column.index());
                    if (cell.kind() == SourceCell.Kind.TEXT) {
                        texts.add(cell.text());
                    }
                }
            }
        }
        return texts;
    }

    private static TableLayout withConstants(Table table) {
        TableLayout layout = table.layout();
        if (table.advice().constants().isEmpty()) {
            return layout;
        }
        List<Column> columns = new ArrayList<>(layout.columns());
        for (Field field : table.advice().constants().keySet()) {
            if (layout.columns().stream().noneMatch(column -> column.field() == field)) {
                columns.add(new Column(-1 - field.ordinal(), "", field, 0, null, 1));
            }
        }
        return new TableLayout(layout.headerRow(), layout.headerRows(), layout.groups(), columns);
    }

    /** The cell that stands for a column of the source which is not there. */
    SourceCell constant(Column column) {
        String text = column.field() == null ? null : advice.constants().get(column.field());
        return text == null ? SourceCell.EMPTY : SourceCell.text(text);
    }
}
