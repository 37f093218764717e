package ukaz.report.xlsx;

import java.util.List;

/**
 * A column of a table on a sheet.
 *
 * @param title unique within its table
 * @param width in characters of the body font
 * @param choices what the drop-down of its cells offers; empty where there is none
 */
public record Column(String title, double width, boolean hidden, List<String> choices) {

    public Column {
        choices = List.copyOf(choices);
    }

    public static Column of(String title, double width) {
        return new Column(title, width, false, List.of());
    }

    public static Column hidden(String title) {
        return new Column(title, 18, true, List.of());
    }

    public static Column choice(String title, double width, List<String> choices) {
        return new Column(title, width, false, choices);
    }
}
