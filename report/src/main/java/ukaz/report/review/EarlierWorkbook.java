package ukaz.report.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.model.Severity;
import ukaz.report.xlsx.XlsxFile;

/**
 * {@code report.xlsx} of an earlier run, as it is or saved by another program, in any format of spreadsheets.
 *
 * <p>Sheets and columns are known by the titles of columns, in either language, wherever they were moved to.
 */
final class EarlierWorkbook implements EarlierReport {

    /** The title row stands at the top, or a few rows below where a reviewer wrote something above it. */
    private static final int MOST_ROWS_ABOVE = 20;

    /** A report of a million findings repeats itself, and other programs keep all its texts in one place. */
    private static final Limits LIMITS =
            new Limits(4L << 30, 16L << 30, 5_000, XlsxFile.MOST_ROWS, 1_024, Limits.DEFAULT.maxCellChars(), 1L << 30);

    private final Path file;
    private final ReportWords words;
    private final Map<String, RuleLine> rules = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    EarlierWorkbook(Path file, ReportWords words) {
        this.file = file;
        this.words = words;
    }

    @Override
    public void check() throws IOException {
        if (!eachSheet((workbook, sheet) -> !columnsOf(workbook).isEmpty())) {
            throw new IOException("no sheet has the columns of a report");
        }
    }

    @Override
    public void read(Consumer<EarlierFinding> to) throws IOException {
        rules.clear();
        remarks.clear();
        Shown shown = new Shown();
        eachSheet((workbook, sheet) -> {
            read(workbook, sheet, finding -> {
                shown.add(finding);
                to.accept(finding);
            });
            return false;
        });
        supplement(shown, to);
    }

    /** What is done with a sheet; true where no other is to be looked at. */
    private interface SheetWork {
        boolean on(Workbook workbook, Sheet sheet) throws SourceException;
    }

    private boolean eachSheet(SheetWork work) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (Workbook workbook = Sources.open(file, name, new OpenOptions(LIMITS, null))) {
            for (Sheet sheet = workbook.nextSheet(); sheet != null; sheet = workbook.nextSheet()) {
                if (work.on(workbook, sheet)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void read(Workbook workbook, Sheet sheet, Consumer<EarlierFinding> to) throws SourceException {
        Map<String, Integer> columns = columnsOf(workbook);
        if (columns.isEmpty()) {
            return;
        }
        for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
            Line line = new Line(sheet, columns, row);
            if (columns.containsKey("fingerprint")) {
                finding(line, to);
            } else {
                rule(line);
            }
        }
    }

    private Map<String, Integer> columnsOf(Workbook workbook) throws SourceException {
        for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
            Map<String, Integer> columns = columns(row);
            if (!columns.isEmpty()) {
                return columns;
            }
            if (row.number() > MOST_ROWS_ABOVE) {
                return Map.of();
            }
        }
        return Map.of();
    }

    /**
     * Takes what the workbook left out of a rule's flood from the {@code discrepancies.jsonl} beside it, where that is of
     * the same run: all rules with the same marks and numbers.
     */
    private void supplement(Shown shown, Consumer<EarlierFinding> to) throws IOException {
        Set<String> capped = shown.capped(rules);
        Path lines = file.resolveSibling("discrepancies.jsonl");
        if (capped.isEmpty() || !Files.exists(lines) || !Files.exists(file.resolveSibling("summary.json"))) {
            return;
        }
        EarlierLines beside = new EarlierLines(lines);
        if (beside.readRules().equals(rules)) {
            beside.read(finding -> {
                if (capped.contains(finding.rule()) && finding.open() && !shown.has(finding)) {
                    to.accept(finding);
                }
            });
        }
    }

    /** The open findings that the workbook shows: how many of each rule, and their fingerprints. */
    private static final class Shown {

        private final Map<String, long[]> counts = new HashMap<>();
        private long[] fingerprints = new long[1_024];
        private int size;
        private boolean sorted;

        void add(EarlierFinding finding) {
            if (!finding.open()) {
                return;
            }
            counts.computeIfAbsent(finding.rule(), rule -> new long[1])[0]++;
            if (size == fingerprints.length) {
                fingerprints = Arrays.copyOf(fingerprints, size * 2);
            }
            fingerprints[size++] = finding.fingerprint();
        }

        Set<String> capped(Map<String, RuleLine> rules) {
            Set<String> capped = new HashSet<>();
            rules.forEach((id, line) -> {
                long[] count = counts.get(id);
                if (line.found() > (count == null ? 0 : count[0])) {
                    capped.add(id);
                }
            });
            return capped;
        }

        boolean has(EarlierFinding finding) {
            if (!sorted) {
                Arrays.sort(fingerprints, 0, size);
                sorted = true;
            }
            return Arrays.binarySearch(fingerprints, 0, size, finding.fingerprint()) >= 0;
        }
    }

    /** Where the columns stand that make a sheet one of findings or of rules; empty where they do not. */
    private Map<String, Integer> columns(SourceRow row) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String column = words.column(row.cells().get(i).text());
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        boolean findings = columns.containsKey("fingerprint") && columns.containsKey("decision");
        boolean rulesOfIt = columns.containsKey("mark") && columns.containsKey("checked");
        return findings || rulesOfIt ? columns : Map.of();
    }

    private void rule(Line line) {
        String id = line.text("rule-id");
        if (!id.isEmpty()) {
            rules.put(
                    id,
                    new RuleLine(
                            line.text("mark"),
                            line.number("found"),
                            line.text("not-run").isEmpty()));
        }
    }

    private void finding(Line line, Consumer<EarlierFinding> to) {
        Long fingerprint = Fingerprints.number(line.text("fingerprint"));
        if (fingerprint == null) {
            if (!line.text("decision").isEmpty()) {
                remark("note-decision-lost", line, line.text("decision"));
            }
            return;
        }
        ReviewStatus status = words.status(line.text("status"));
        to.accept(new EarlierFinding(
                fingerprint,
                status == null ? ReviewStatus.NEW : status,
                line.text("rule-id"),
                severity(line.text("severity")),
                line.text("message"),
                line.text("expected"),
                line.text("value"),
                line.text("person"),
                new EarlierFinding.Place(line.text("file"), line.text("sheet"), line.text("cell")),
                line.day("first-seen"),
                line.day("resolved-on"),
                Mark.parse(line.text("mark")),
                ruling(line),
                line.text("earlier-decision")));
    }

    private @Nullable Ruling ruling(Line line) {
        String word = line.text("decision");
        if (word.isEmpty()) {
            return null;
        }
        Decision decision = words.decision(word);
        if (decision == null) {
            remark("note-decision-unknown", line, word);
            return null;
        }
        LocalDate until = line.day("until");
        if (until == null && !line.text("until").isEmpty()) {
            remark("note-until-unknown", line, line.text("until"));
        }
        return new Ruling(decision, line.text("reason"), line.text("reviewer"), until);
    }

    private void remark(String key, Line line, String text) {
        remarks.add(new Remark(key, line.sheet.name() + ":" + line.row.number(), text));
    }

    private static @Nullable Severity severity(String word) {
        return switch (word.isEmpty() ? ' ' : word.charAt(0)) {
            case '■' -> Severity.ERROR;
            case '▲' -> Severity.WARNING;
            case '○' -> Severity.INFO;
            default -> null;
        };
    }

    @Override
    public Map<String, RuleLine> rules() {
        return rules;
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    /** A row beneath the titles. */
    private record Line(Sheet sheet, Map<String, Integer> columns, SourceRow row) {

        SourceCell cell(String column) {
            Integer at = columns.get(column);
            return at == null ? SourceCell.EMPTY : row.cell(at);
        }

        String text(String column) {
            return cell(column).text().strip();
        }

        long number(String column) {
            double number = cell(column).number();
            return Double.isNaN(number) ? 0 : (long) number;
        }

        @Nullable
        LocalDate day(String column) {
            return Days.read(cell(column), sheet.date1904());
        }
    }
}
