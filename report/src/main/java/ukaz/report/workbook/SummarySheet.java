package ukaz.report.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.Change;
import ukaz.model.RowCounts;
import ukaz.model.Severity;
import ukaz.model.Term;
import ukaz.model.statute.Basis;
import ukaz.model.statute.Disagreement;
import ukaz.report.review.ReviewStatus;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.BarChart;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.FreeSheet;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TextLines;
import ukaz.report.xlsx.XlsxFile;

/** The first sheet: what was checked, what was found, and charts of it. */
final class SummarySheet {

    private static final int MOST_RULES = 8;
    private static final int MOST_FILES = 25;
    private static final String ERROR = "8C2F39";
    private static final double LINE_POINTS = 14;
    private static final String WARNING = "D9A441";
    private static final String INFO = "CBD8E6";
    private static final List<Double> WIDTHS =
            List.of(2.0, 44.0, 14.0, 13.0, 18.0, 13.0, 3.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0);
    private static final int CHART_LEFT = 7;
    private static final int CHART_RIGHT = 14;
    private static final int CHART_BOTTOM = 49;
    private static final int REVIEW_CHART_ROWS = 15;

    private final Wording wording;
    private final RunInfo run;
    private final Totals totals;
    private final String name;
    private final FreeSheet sheet;
    private int row;

    private SummarySheet(Wording wording, RunInfo run, Totals totals, String name, FreeSheet sheet) {
        this.wording = wording;
        this.run = run;
        this.totals = totals;
        this.name = name;
        this.sheet = sheet;
    }

    /** @param notes what a reader must know of the other sheets */
    static void write(XlsxFile file, Wording wording, RunInfo run, Totals totals, List<String> notes)
            throws IOException {
        String name = wording.text("sheet-summary");
        try (FreeSheet sheet = file.sheet(0, name, "8C2F39", WIDTHS)) {
            SummarySheet summary = new SummarySheet(wording, run, totals, name, sheet);
            summary.head();
            summary.read();
            summary.found();
            summary.rules();
            summary.decades();
            summary.row = Math.max(summary.row, CHART_BOTTOM);
            sheet.pageBreak(summary.row);
            summary.review();
            summary.files();
            summary.changes();
            summary.readings();
            summary.settings();
            summary.notes(notes);
        }
    }

    private Cells next() throws IOException {
        return sheet.row(++row).skip(1);
    }

    /** The next row, high enough for a text of several lines in its first column. */
    private Cells tall(String text) throws IOException {
        return sheet.row(++row, LINE_POINTS * TextLines.of(text, WIDTHS.get(1))).skip(1);
    }

    private void section(String title) throws IOException {
        row++;
        sheet.row(++row, 20).skip(1).text(title, Look.SECTION);
    }

    private void head() throws IOException {
        row = 1;
        sheet.row(row, 30).skip(1).text(wording.text("title"), Look.TITLE);
        next().text(wording.text("subject", run.id()) + " · " + wording.time(run.started(), run.zone()), Look.NOTE);
        row++;
        Severity worst = totals.worst();
        if (worst == null) {
            banner(wording.text("verdict-clean"), Look.GOOD);
        } else if (worst == Severity.INFO) {
            banner(wording.text("verdict-info"), Look.GOOD);
        } else {
            String count = wording.number(totals.findings().of(worst));
            banner(wording.text("verdict-" + worst.key(), count), worst == Severity.ERROR ? Look.BAD : Look.DOUBTFUL);
        }
        long unread = totals.sources().stream()
                .filter(source -> source.state() == SourceSummary.State.FAILED)
                .count();
        if (unread > 0) {
            banner(wording.text("unread-files", wording.number(unread)), Look.BAD);
        }
    }

    private void banner(String text, Look look) throws IOException {
        row++;
        Cells cells = sheet.row(row, 24).skip(1).text(text, look);
        for (int i = 2; i <= 5; i++) {
            cells.blank(look);
        }
        sheet.merge("B" + row + ":F" + row);
    }

    private void count(String label, long number, Look look) throws IOException {
        next().text(label, look == Look.TOTAL ? Look.LABEL : Look.WRAPPED).number(number, look);
    }

    private void read() throws IOException {
        section(wording.text("sec-read"));
        RowCounts rows = totals.rows();
        count(wording.text("files-read"), totals.sources().size(), Look.COUNT);
        count(
                wording.text("sheets-read"),
                totals.sources().stream()
                        .mapToLong(source -> source.sheets().size())
                        .sum(),
                Look.COUNT);
        count(wording.text("rows-read"), rows.read(), Look.TOTAL);
        count("   " + wording.text("rows-records"), rows.records(), Look.COUNT);
        count("   " + wording.text("rows-blank"), rows.blank(), Look.COUNT);
        count("   " + wording.text("rows-not-data"), rows.notData(), Look.COUNT);
        count("   " + wording.text("rows-rejected"), rows.rejected(), Look.COUNT);
        count(wording.text("records"), totals.records(), Look.TOTAL);
        if (totals.persons() > 0) {
            count(wording.text("persons"), totals.persons(), Look.COUNT);
        }
    }

    private void found() throws IOException {
        section(wording.text("sec-found"));
        List<String> labels = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        int first = row + 1;
        for (Severity severity : Severity.values()) {
            labels.add(wording.severity(severity));
            values.add(totals.findings().of(severity));
            count(wording.severity(severity), totals.findings().of(severity), Look.COUNT);
        }
        String categories = range("B", first, row);
        String numbers = range("C", first, row);
        count(wording.text("total"), totals.findings().total(), Look.TOTAL);
        sheet.chart(new BarChart(
                wording.text("chart-severity"),
                true,
                labels,
                categories,
                List.of(new BarChart.Series(
                        wording.text("col-found"), values, numbers, ERROR, List.of(ERROR, WARNING, INFO))),
                new BarChart.Place(CHART_LEFT, 2, CHART_RIGHT, 13)));
    }

    private void subhead(String first, String... others) throws IOException {
        Cells cells = next().text(first, Look.SUBHEAD);
        for (String other : others) {
            cells.text(other, Look.SUBHEAD_RIGHT);
        }
    }

    private void rules() throws IOException {
        List<Map.Entry<String, Totals.Counts>> top =
                new ArrayList<>(totals.byRule().entrySet());
        top.removeIf(rule -> rule.getValue().total() == 0);
        top.sort((a, b) -> Long.compare(b.getValue().total(), a.getValue().total()));
        List<Map.Entry<String, Totals.Counts>> shown = top.subList(0, Math.min(MOST_RULES, top.size()));
        if (shown.isEmpty()) {
            return;
        }
        section(wording.text("sec-rules"));
        severityHead(wording.text("col-rule"), wording.text("total"));
        int first = row + 1;
        List<String> titles = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        List<String> colours = new ArrayList<>();
        for (Map.Entry<String, Totals.Counts> rule : shown) {
            Totals.Counts counts = rule.getValue();
            String title = wording.ruleTitle(rule.getKey());
            titles.add(title);
            values.add(counts.total());
            colours.add(counts.of(Severity.ERROR) > 0 ? ERROR : counts.of(Severity.WARNING) > 0 ? WARNING : INFO);
            numbers(tall(title).text(title, Look.WRAPPED).number(counts.total(), Look.TOTAL), counts);
        }
        sheet.chart(new BarChart(
                wording.text("chart-rules"),
                true,
                titles,
                range("B", first, row),
                List.of(new BarChart.Series(wording.text("col-found"), values, range("C", first, row), ERROR, colours)),
                new BarChart.Place(CHART_LEFT, 14, CHART_RIGHT, 31)));
    }

    private void severityHead(String first, String second) throws IOException {
        subhead(first, second, wording.text("sev-errors"), wording.text("sev-warnings"), wording.text("sev-infos"));
    }

    private static void numbers(Cells cells, Totals.Counts counts) throws IOException {
        for (Severity severity : Severity.values()) {
            cells.number(counts.of(severity), Look.COUNT);
        }
    }

    private void decades() throws IOException {
        if (totals.recordsByDecade().isEmpty()) {
            return;
        }
        section(wording.text("sec-decades"));
        severityHead(wording.text("decade-head"), wording.text("records"));
        int first = row + 1;
        List<String> labels = new ArrayList<>();
        List<List<Long>> values = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int from = totals.recordsByDecade().firstKey();
        int to = totals.recordsByDecade().lastKey();
        for (int decade = from; decade <= to; decade += 10) {
            long records = totals.recordsByDecade().getOrDefault(decade, 0L);
            if (records == 0 && (to - from) / 10 > 14) {
                continue;
            }
            Totals.Counts counts = totals.byDecade().getOrDefault(decade, Totals.NO_FINDINGS);
            String label = wording.text("decade", String.valueOf(decade));
            labels.add(label);
            for (Severity severity : Severity.values()) {
                values.get(severity.ordinal()).add(counts.of(severity));
            }
            numbers(next().text(label, Look.WRAPPED).number(records, Look.TOTAL), counts);
        }
        sheet.chart(new BarChart(
                wording.text("chart-decades"),
                false,
                labels,
                range("B", first, row),
                bySeverity(values, first, row),
                new BarChart.Place(CHART_LEFT, 32, CHART_RIGHT, CHART_BOTTOM)));
    }

    private String range(String column, int from, int to) {
        return XlsxFile.quoted(name) + "!$" + column + "$" + from + ":$" + column + "$" + to;
    }

    /** How the findings stand to the earlier report, in numbers and a chart. */
    private void review() throws IOException {
        if (!totals.isCompared()) {
            return;
        }
        section(wording.text("sec-review"));
        int top = row - 1;
        severityHead(wording.text("col-status"), wording.text("total"));
        int first = row + 1;
        List<String> labels = new ArrayList<>();
        List<List<Long>> values = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ReviewStatus status : ReviewStatus.values()) {
            Totals.Counts counts = totals.byStatus(status);
            String label = wording.status(status, false);
            labels.add(label);
            for (Severity severity : Severity.values()) {
                values.get(severity.ordinal()).add(counts.of(severity));
            }
            numbers(next().text(label, Look.WRAPPED).number(counts.total(), Look.TOTAL), counts);
        }
        int last = row;
        numbers(
                next().text(wording.text("review-settled"), Look.WRAPPED)
                        .number(totals.settled().total(), Look.TOTAL),
                totals.settled());
        count(wording.text("review-decided"), totals.decided(), Look.COUNT);
        count(wording.text("review-lapsed"), totals.lapsed(), Look.COUNT);
        count(wording.text("review-rule-changed"), totals.ruleChanged(), Look.COUNT);
        count(wording.text("review-resolved-before"), totals.resolvedBefore(), Look.COUNT);
        sheet.chart(new BarChart(
                wording.text("chart-review"),
                true,
                labels,
                range("B", first, last),
                bySeverity(values, first, last),
                new BarChart.Place(CHART_LEFT, top, CHART_RIGHT, top + REVIEW_CHART_ROWS)));
        row = Math.max(row, top + REVIEW_CHART_ROWS);
    }

    /** A series for each severity, of which the values stand in the columns from D on. */
    private List<BarChart.Series> bySeverity(List<List<Long>> values, int first, int last) {
        String[] colours = {ERROR, WARNING, INFO};
        List<BarChart.Series> series = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int i = severity.ordinal();
            series.add(new BarChart.Series(
                    wording.text("sev-" + severity.key() + "s"),
                    values.get(i),
                    range(String.valueOf((char) ('D' + i)), first, last),
                    colours[i],
                    List.of()));
        }
        return series;
    }

    private void files() throws IOException {
        section(wording.text("sec-files"));
        Cells head = next().text(wording.text("col-file"), Look.SUBHEAD);
        for (String key : List.of("rows", "rows-with-records", "col-findings")) {
            head.text(wording.text(key), Look.SUBHEAD_RIGHT);
        }
        head.text(wording.text("col-format"), Look.SUBHEAD).blank(Look.SUBHEAD).text("SHA-256", Look.SUBHEAD);
        for (int i = 8; i < CHART_RIGHT; i++) {
            head.blank(Look.SUBHEAD);
        }
        List<SourceSummary> sources = totals.sources();
        for (SourceSummary source : sources.subList(0, Math.min(MOST_FILES, sources.size()))) {
            Totals.Counts counts = totals.bySource().getOrDefault(source.path(), Totals.NO_FINDINGS);
            next().text(source.path(), Look.WRAPPED)
                    .number(source.counts().read(), Look.COUNT)
                    .number(source.counts().records(), Look.COUNT)
                    .number(counts.total(), Look.COUNT)
                    .text(source.format() == null ? "" : source.format(), Look.PLAIN)
                    .skip(1)
                    .text(source.sha256(), Look.PLAIN);
        }
        if (sources.size() > MOST_FILES) {
            next().text(wording.text("more-files", sources.size() - MOST_FILES), Look.NOTE);
        }
    }

    private void changes() throws IOException {
        if (totals.changes().isEmpty()) {
            return;
        }
        section(wording.text("sec-changes"));
        for (Map.Entry<Change.Kind, Long> change : totals.changes().entrySet()) {
            count(wording.term(Term.Kind.CHANGE, change.getKey().name()), change.getValue(), Look.COUNT);
        }
    }

    private void readings() throws IOException {
        Map<String, String> readings = wording.book().statutes().readings();
        if (readings.isEmpty()) {
            return;
        }
        section(wording.text("sec-readings"));
        List<String> ids = new ArrayList<>(readings.keySet());
        Collections.sort(ids);
        for (String id : ids) {
            Basis basis = wording.book().statutes().basis(id).orElse(null);
            if (basis instanceof Disagreement disagreement) {
                var reading = disagreement.readings().get(readings.get(id));
                String question = wording.in(disagreement.title());
                tall(question)
                        .text(question, Look.WRAPPED)
                        .text(reading == null ? "" : wording.in(reading), Look.PLAIN);
            }
        }
    }

    private void settings() throws IOException {
        section(wording.text("sec-settings"));
        next().text(wording.text("run-id"), Look.WRAPPED).text(run.id(), Look.PLAIN);
        next().text(wording.text("run-version"), Look.WRAPPED).text(run.version(), Look.PLAIN);
        next().text(wording.text("run-started"), Look.WRAPPED)
                .text(wording.time(run.started(), run.zone()), Look.PLAIN);
        next().text(wording.text("run-finished"), Look.WRAPPED)
                .text(wording.time(run.finished(), run.zone()), Look.PLAIN);
        next().text(wording.text("run-arguments"), Look.WRAPPED).text(String.join(", ", run.arguments()), Look.PLAIN);
        next().text(wording.text("run-fail-on"), Look.WRAPPED)
                .text(run.failOn().map(wording::severityWord).orElse(wording.text("run-fail-never")), Look.PLAIN);
        for (Map.Entry<String, String> setting : run.settings().entrySet()) {
            next().text(setting.getKey(), Look.WRAPPED).text(setting.getValue(), Look.PLAIN);
        }
    }

    private void notes(List<String> notes) throws IOException {
        section(wording.text("sec-notes"));
        next().text(wording.text("note-links"), Look.NOTE);
        for (String note : notes) {
            next().text(note, Look.NOTE);
        }
        if (notes.isEmpty()) {
            next().text(wording.text("note-none"), Look.NOTE);
        }
    }
}
