package ukaz.model;

import java.util.List;

/**
 * A row with content that is no record, kept as typed.
 *
 * @param reason the rule that says why: {@code row-not-data} or {@code row-rejected}
 * @param kind code of what it was taken for: {@code title}, {@code header}, {@code total}, {@code page-number},
 *     {@code footnote}, {@code no-name-no-award} …
 * @param cells the cells as typed, from the first column on
 */
public record SkippedRow(SourceRef at, String reason, String kind, List<String> cells) {

    public SkippedRow {
        cells = List.copyOf(cells);
    }
}
