package ukaz.report.xlsx;

/**
 * When the cells of some columns of a table change their look.
 *
 * @param from first column, from 0
 * @param to last column
 * @param formula of the first data row, which is row 2
 */
public record Condition(int from, int to, String formula, Look.Tint tint) {}
