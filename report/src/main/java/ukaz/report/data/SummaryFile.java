package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Change;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.report.out.JsonOut;
import ukaz.report.out.PartFile;
import ukaz.report.out.Utf8Out;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.ReviewStatus;
import ukaz.report.run.Output;
import ukaz.report.run.RunInfo;
import ukaz.report.run.SourcePath;
import ukaz.report.run.Telling;
import ukaz.report.run.Totals;

/** {@code summary.json}: what was read, what every rule did, and the totals. */
public final class SummaryFile implements Output {

    private final PartFile file;
    private final Path folder;
    private final RunInfo run;
    private final Telling telling;
    private final List<LineFile> beside = new ArrayList<>();

    /** @param outputs those that are finished before this one */
    public SummaryFile(Path folder, RunInfo run, Telling telling, List<? extends Output> outputs) throws IOException {
        this.file = new PartFile(folder.resolve("summary.json"));
        this.folder = folder;
        this.run = run;
        this.telling = telling;
        for (Output output : outputs) {
            if (output instanceof FileOutput one && one.file() instanceof LineFile lines) {
                beside.add(lines);
            }
        }
    }

    @Override
    public void finish(Totals totals) throws IOException {
        JsonOut json = new JsonOut(new Utf8Out(file.out()));
        json.object()
                .put("run", run.id())
                .put("version", run.version())
                .put("started", run.started().toString())
                .put("finished", run.finished().toString())
                .put("zone", run.zone().getId())
                .put("arguments", run.arguments())
                .object("settings");
        for (Map.Entry<String, String> setting : run.settings().entrySet()) {
            json.putAny(setting.getKey(), setting.getValue());
        }
        json.endObject()
                .put("config", run.config().isEmpty() ? null : run.config())
                .put("failOn", run.failOn().map(Severity::key).orElse("never"));
        json.put("failed", run.fails(totals));
        rows(json, totals.rows());
        json.put("records", totals.records()).put("persons", (long) totals.persons());
        json.put("findings", totals.findings().total());
        severities(json, totals.findings());
        review(json, totals);
        files(json, totals);
        rules(json, totals);
        json.object("changes");
        for (Map.Entry<Change.Kind, Long> change : totals.changes().entrySet()) {
            json.put(change.getKey().key(), change.getValue().longValue());
        }
        json.endObject().put("skipped", totals.skipped());
        if (telling.hasRevisions()) {
            json.put("revisions", totals.revisions());
        }
        json.object("lines");
        for (LineFile lines : beside) {
            json.putAny(lines.name().getFileName().toString(), lines.bytes());
        }
        json.endObject().endObject().endLine().flush();
    }

    private void review(JsonOut json, Totals totals) throws IOException {
        json.object("review").put("compared", totals.isCompared());
        for (ReviewStatus status : ReviewStatus.values()) {
            json.put(status.key(), totals.byStatus(status).total());
        }
        json.put("resolvedBefore", totals.resolvedBefore())
                .put("ruleChanged", totals.ruleChanged())
                .put("decided", totals.decided())
                .put("toDecideAgain", totals.lapsed())
                .object("settled");
        for (Severity severity : Severity.values()) {
            json.put(severity.key(), totals.settled().of(severity));
        }
        json.endObject().array("remarks");
        for (EarlierReport.Remark remark : telling.remarks()) {
            json.object()
                    .put("key", remark.key())
                    .put("where", remark.where())
                    .put("text", remark.text())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private void files(JsonOut json, Totals totals) throws IOException {
        json.array("files");
        for (SourceSummary source : totals.sources()) {
            json.object()
                    .put("file", source.path())
                    .put("path", SourcePath.between(folder, source.location()))
                    .put("sha256", source.sha256())
                    .put("bytes", source.bytes())
                    .put("format", source.format())
                    .put("state", source.state().name().toLowerCase(Locale.ROOT));
            rows(json, source.counts());
            Totals.Counts counts = totals.bySource().get(source.path());
            if (counts != null) {
                severities(json, counts);
            }
            json.array("sheets");
            for (SheetSummary sheet : source.sheets()) {
                sheet(json, sheet);
            }
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static void sheet(JsonOut json, SheetSummary sheet) throws IOException {
        json.object()
                .put("sheet", sheet.name())
                .put(
                        "headerRow",
                        sheet.tables().isEmpty()
                                ? null
                                : Integer.valueOf(sheet.tables().get(0).headerRow()));
        rows(json, sheet.counts());
        json.array("tables");
        for (TableLayout table : sheet.tables()) {
            json.object()
                    .put("headerRow", (long) table.headerRow())
                    .put("headerRows", (long) table.headerRows())
                    .put("groups", (long) table.groups())
                    .array("mapping");
            for (Column column : table.columns()) {
                json.object()
                        .put("column", SourceRef.columnLetters(column.index()))
                        .put("title", column.title())
                        .put(
                                "field",
                                column.field() == null ? null : column.field().key())
                        .put("group", (long) column.group())
                        .put("confidencePercent", Math.round(column.confidence() * 100))
                        .endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void rules(JsonOut json, Totals totals) throws IOException {
        json.array("rules");
        for (Map.Entry<String, Totals.Counts> rule : totals.byRule().entrySet()) {
            RuleTally tally = totals.tallies().get(rule.getKey());
            json.object().put("rule", rule.getKey());
            json.put("checked", tally == null ? 0 : tally.checked());
            json.put("found", rule.getValue().total());
            json.put("mark", totals.mark(rule.getKey()));
            json.put("undecided", tally == null ? 0 : tally.undecided());
            json.put("notRun", tally == null ? null : tally.notRun());
            severities(json, rule.getValue());
            json.endObject();
        }
        json.endArray();
    }

    private static void rows(JsonOut json, RowCounts rows) throws IOException {
        json.object("rows")
                .put("read", rows.read())
                .put("records", rows.records())
                .put("blank", rows.blank())
                .put("notData", rows.notData())
                .put("rejected", rows.rejected())
                .endObject();
    }

    private static void severities(JsonOut json, Totals.Counts counts) throws IOException {
        json.object("severities");
        for (Severity severity : Severity.values()) {
            json.put(severity.key(), counts.of(severity));
        }
        json.endObject();
    }

    @Override
    public List<Path> complete() throws IOException {
        file.complete();
        return List.of(file.name());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
