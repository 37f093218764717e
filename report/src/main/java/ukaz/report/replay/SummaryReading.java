package ukaz.report.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.RowCounts;
import ukaz.model.Severity;
import ukaz.report.in.JsonObject;
import ukaz.report.run.RunInfo;

/** What {@code summary.json} says of the run and of its sources; a runtime exception where it does not. */
final class SummaryReading {

    private SummaryReading() {}

    static RunInfo info(JsonObject summary) {
        Map<String, String> settings = new LinkedHashMap<>();
        JsonObject set = summary.neededObject("settings");
        set.members().keySet().forEach(option -> settings.put(option, set.needed(option)));
        Map<String, String> notRun = new HashMap<>();
        for (JsonObject rule : summary.objects("rules")) {
            String reason = rule.text("notRun");
            if (reason != null) {
                notRun.put(rule.needed("rule"), reason);
            }
        }
        String failOn = summary.needed("failOn");
        return new RunInfo(
                summary.needed("run"),
                summary.needed("version"),
                Instant.parse(summary.needed("started")),
                Instant.parse(summary.needed("finished")),
                ZoneId.of(summary.needed("zone")),
                summary.texts("arguments"),
                settings,
                notRun,
                summary.textOrEmpty("config"),
                failOn.equals("never") ? Optional.empty() : Optional.of(Severity.of(failOn)));
    }

    static List<SourceSummary> sources(JsonObject summary, Path folder) {
        List<SourceSummary> sources = new ArrayList<>();
        for (JsonObject file : summary.objects("files")) {
            List<SheetSummary> sheets = new ArrayList<>();
            for (JsonObject sheet : file.objects("sheets")) {
                sheets.add(new SheetSummary(sheets.size(), sheet.text("sheet"), tables(sheet), rows(sheet)));
            }
            sources.add(new SourceSummary(
                    sources.size(),
                    file.needed("file"),
                    folder.resolve(file.needed("path")),
                    file.needed("sha256"),
                    file.number("bytes"),
                    file.text("format"),
                    SourceSummary.State.valueOf(file.needed("state").toUpperCase(Locale.ROOT)),
                    sheets));
        }
        return sources;
    }

    private static List<TableLayout> tables(JsonObject sheet) {
        List<TableLayout> tables = new ArrayList<>();
        for (JsonObject table : sheet.objects("tables")) {
            List<Column> columns = new ArrayList<>();
            for (JsonObject column : table.objects("mapping")) {
                columns.add(new Column(
                        LineReading.column(column.needed("column")),
                        column.needed("title"),
                        LineReading.field(column.text("field")),
                        (int) column.number("group"),
                        null,
                        column.number("confidencePercent") / 100.0));
            }
            tables.add(new TableLayout(
                    (int) table.number("headerRow"),
                    (int) table.number("headerRows"),
                    (int) table.number("groups"),
                    columns));
        }
        return tables;
    }

    private static RowCounts rows(JsonObject sheet) {
        JsonObject rows = sheet.neededObject("rows");
        return new RowCounts(
                rows.number("read"),
                rows.number("records"),
                rows.number("blank"),
                rows.number("notData"),
                rows.number("rejected"));
    }
}
