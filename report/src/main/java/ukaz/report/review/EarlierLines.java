package ukaz.report.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
        JsonLines.read(file, FindingLine::new, line -> {
            EarlierFinding finding = line.earlier();
            if (finding == null) {
                remark("note-decision-lost", line.decisionWord());
                return;
            }
            String unknown = line.unknownDecision();
            remark("note-decision-unknown", unknown);
            remark("note-until-unknown", unknown == null ? line.unknownUntil() : null);
            to.accept(finding);
        });
    }

    private void remark(String key, @Nullable String text) {
        if (text != null) {
            remarks.add(new Remark(key, String.valueOf(file.getFileName()), text));
        }
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
        JsonObject first = JsonLines.first(file);
        if (first != null && first.text("fingerprint") == null) {
            throw new IOException(file.getFileName() + ":1: no fingerprint");
        }
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
