package ukaz.report.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;
import ukaz.report.in.JsonLines;
import ukaz.report.in.JsonObject;

/** {@code discrepancies.jsonl} of an earlier run, with the rules of the {@code summary.json} beside it. */
final class EarlierLines implements EarlierReport {

    private final Path file;
    private final Map<String, RuleLine> rules = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    EarlierLines(Path file) {
        this.file = file;
    }

    @Override
    public void read(Consumer<EarlierFinding> to) throws IOException {
        remarks.clear();
        readRules();
        JsonLines.read(file, line -> {
            EarlierFinding finding = finding(line);
            if (finding != null) {
                to.accept(finding);
            }
        });
    }

    Map<String, RuleLine> readRules() throws IOException {
        rules.clear();
        Path summary = file.resolveSibling("summary.json");
        if (Files.exists(summary)) {
            for (JsonObject rule : JsonLines.file(summary).objects("rules")) {
                rules.put(
                        rule.textOrEmpty("rule"),
                        new RuleLine(rule.textOrEmpty("mark"), rule.number("found"), rule.text("notRun") == null));
            }
        }
        return rules;
    }

    @Override
    public void check() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            if (first != null
                    && JsonLines.object(first, file.getFileName() + ":1").text("fingerprint") == null) {
                throw new IOException(file.getFileName() + ":1: no fingerprint");
            }
        }
    }

    private @Nullable EarlierFinding finding(JsonObject line) {
        Long fingerprint = Fingerprints.number(line.textOrEmpty("fingerprint"));
        if (fingerprint == null) {
            return null;
        }
        return new EarlierFinding(
                fingerprint,
                ReviewStatus.of(line.textOrEmpty("status")).orElse(ReviewStatus.NEW),
                line.textOrEmpty("rule"),
                severity(line.textOrEmpty("severity")),
                line.textOrEmpty("message"),
                line.textOrEmpty("expected"),
                line.textOrEmpty("value"),
                line.textOrEmpty("person"),
                new EarlierFinding.Place(line.textOrEmpty("file"), line.textOrEmpty("sheet"), line.textOrEmpty("cell")),
                day(line.text("firstSeen")),
                day(line.text("resolvedOn")),
                Mark.parse(line.textOrEmpty("mark")),
                ruling(line.object("decision")),
                line.textOrEmpty("earlierDecision"));
    }

    private static @Nullable Severity severity(String key) {
        for (Severity severity : Severity.values()) {
            if (severity.key().equals(key)) {
                return severity;
            }
        }
        return null;
    }

    private @Nullable Ruling ruling(@Nullable JsonObject line) {
        if (line == null) {
            return null;
        }
        Decision decision = Decision.of(line.textOrEmpty("decision")).orElse(null);
        if (decision == null) {
            remarks.add(new Remark(
                    "note-decision-unknown", String.valueOf(file.getFileName()), line.textOrEmpty("decision")));
            return null;
        }
        return new Ruling(decision, line.textOrEmpty("reason"), line.textOrEmpty("reviewer"), day(line.text("until")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : Days.read(text);
    }

    @Override
    public Map<String, RuleLine> rules() {
        return rules;
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }
}
