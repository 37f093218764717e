package ukaz.report.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.SourceRef;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** What every column of every table was understood to say; a file or sheet without a table has a row too. */
final class SourceSheet {

    private final Wording wording;
    private final SourceLinks links;

    SourceSheet(Wording wording, SourceLinks links) {
        this.wording = wording;
        this.links = links;
    }

    int write(XlsxFile file, int position, Totals totals) throws IOException {
        TableSpec spec = new TableSpec(
                wording.text("sheet-sources"),
                "Sources",
                "6F8FAF",
                0,
                15,
                List.of(
                        column("col-file", 26),
                        column("col-state", 18),
                        column("col-format", 10),
                        column("col-sheet", 16),
                        column("rows-read", 10),
                        column("col-records", 10),
                        column("col-blank", 9),
                        column("col-not-data", 10),
                        column("col-rejected", 11),
                        column("col-header-row", 10),
                        column("col-cell", 9),
                        column("col-title", 30),
                        column("col-field", 24),
                        column("col-group", 9),
                        column("col-confidence", 13),
                        column("col-sha", 66)),
                List.of(),
                wording.text("none-sources"),
                wording.text("continued", "%s"));
        try (TableSheet sheet = file.table(position, spec)) {
            for (SourceSummary source : totals.sources()) {
                if (source.sheets().isEmpty()) {
                    row(sheet, source, null, null, null);
                }
                for (SheetSummary tab : source.sheets()) {
                    boolean shown = false;
                    for (TableLayout table : tab.tables()) {
                        for (Column column : table.columns()) {
                            row(sheet, source, tab, table, column);
                            shown = true;
                        }
                    }
                    if (!shown) {
                        row(sheet, source, tab, null, null);
                    }
                }
            }
            return sheet.parts();
        }
    }

    private void row(
            TableSheet sheet,
            SourceSummary source,
            @Nullable SheetSummary tab,
            @Nullable TableLayout table,
            @Nullable Column column)
            throws IOException {
        String state = wording.text("state-" + source.state().name().toLowerCase(Locale.ROOT));
        String name = tab == null || tab.name() == null ? "" : tab.name();
        String title = column == null ? "" : column.title();
        String field = column == null
                ? ""
                : column.field() == null ? wording.text("field-none") : wording.field(column.field());
        Cells row = sheet.row();
        row.shared(source.path(), Look.WRAPPED);
        row.shared(state, Look.WRAPPED);
        row.shared(source.format() == null ? "" : source.format(), Look.PLAIN);
        if (tab == null) {
            row.skip(6);
        } else {
            row.shared(name, Look.WRAPPED);
            row.number(tab.counts().read(), Look.COUNT);
            row.number(tab.counts().records(), Look.COUNT);
            row.number(tab.counts().blank(), Look.COUNT);
            row.number(tab.counts().notData(), Look.COUNT);
            row.number(tab.counts().rejected(), Look.COUNT);
        }
        if (tab == null || table == null || column == null) {
            row.skip(6);
        } else {
            row.number(table.headerRow(), Look.COUNT);
            links.put(row, new SourceRef(source.path(), tab.name(), table.headerRow(), column.index()));
            row.shared(title, Look.WRAPPED);
            row.shared(field, Look.WRAPPED);
            row.shared(column.group() == 0 ? wording.text("group-common") : String.valueOf(column.group()), Look.PLAIN);
            row.number(Math.round(column.confidence() * 100), Look.COUNT);
        }
        row.shared(source.sha256(), Look.FAINT);
        sheet.endRow();
    }

    private ukaz.report.xlsx.Column column(String key, double width) {
        return ukaz.report.xlsx.Column.of(wording.text(key), width);
    }
}
