package ukaz.report.xlsx;

import java.util.List;

/**
 * A sheet that is one table.
 *
 * @param name of the sheet; a continuation adds a number to it
 * @param id of the table in formulas: letters, digits and underscores, unique in the workbook
 * @param frozenColumns how many columns on the left stay in sight
 * @param printedColumns how many columns from the left are printed
 * @param empty what stands in the table where it has no rows
 * @param continued the note under a part that another sheet continues, {@code %s} being that sheet's name
 */
public record TableSpec(
        String name,
        String id,
        String tabColour,
        int frozenColumns,
        int printedColumns,
        List<Column> columns,
        List<Condition> conditions,
        String empty,
        String continued) {

    public TableSpec {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
    }
}
