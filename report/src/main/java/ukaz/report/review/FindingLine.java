package ukaz.report.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;
import ukaz.report.in.JsonObject;

/** What a line of {@code discrepancies.jsonl} says of the review of its finding. */
public record FindingLine(JsonObject line) {

    /** Null where the line has none. */
    @Nullable
    Long fingerprint() {
        return Fingerprints.number(line.textOrEmpty("fingerprint"));
    }

    /** New where the line does not say. */
    public ReviewStatus status() {
        return ReviewStatus.of(line.textOrEmpty("status")).orElse(ReviewStatus.NEW);
    }

    /** True for a finding of the run, and not of the one before. */
    public boolean found() {
        return status() != ReviewStatus.RESOLVED && status() != ReviewStatus.UNCHECKED;
    }

    /** The word in place of a decision that is none; null where there is a decision, or nothing. */
    @Nullable
    String unknownDecision() {
        String word = decisionWord();
        return word == null || Decision.of(word).isPresent() ? null : word;
    }

    /** The words in place of the day until which a decision holds; null where there is a day, or nothing. */
    @Nullable
    String unknownUntil() {
        JsonObject decision = line.object("decision");
        String until = decision == null ? null : decision.text("until");
        return until == null || until.isBlank() || day(until) != null ? null : until;
    }

    /** The word of a decision, whatever it is; null where the line has none. */
    @Nullable
    String decisionWord() {
        JsonObject decision = line.object("decision");
        return decision == null ? null : decision.textOrEmpty("decision");
    }

    private static @Nullable Ruling ruling(@Nullable JsonObject line) {
        if (line == null) {
            return null;
        }
        return Decision.of(line.textOrEmpty("decision"))
                .map(decision -> new Ruling(
                        decision, line.textOrEmpty("reason"), line.textOrEmpty("reviewer"), day(line.text("until"))))
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : Days.read(text);
    }

    /**
     * How the finding stood to the report before.
     *
     * @throws IllegalArgumentException where the line does not say
     */
    public Reviewed reviewed() {
        LocalDate firstSeen = day(line.needed("firstSeen"));
        Mark mark = Mark.parse(line.needed("mark"));
        if (firstSeen == null || mark == null) {
            throw new IllegalArgumentException("neither day nor mark");
        }
        return new Reviewed(
                status(),
                firstSeen,
                Boolean.TRUE.equals(line.flag("ruleChanged")),
                mark,
                ruling(line.object("decision")),
                lapsed(line.object("lapsed")));
    }

    private static @Nullable Lapsed lapsed(@Nullable JsonObject line) {
        return line == null
                ? null
                : new Lapsed(
                        Lapsed.Why.of(line.needed("why")),
                        ruling(line.object("decision")),
                        line.textOrEmpty("value"),
                        line.textOrEmpty("text"));
    }

    /** The finding as a later report is held against it; null where the line has no fingerprint. */
    @Nullable
    EarlierFinding earlier() {
        Long fingerprint = fingerprint();
        if (fingerprint == null) {
            return null;
        }
        Integer row = line.integer("row");
        String cell = line.text("cell");
        return new EarlierFinding(
                fingerprint,
                status(),
                line.textOrEmpty("rule"),
                severity(line.textOrEmpty("severity")),
                line.textOrEmpty("message"),
                line.textOrEmpty("expected"),
                line.textOrEmpty("value"),
                line.textOrEmpty("name"),
                new EarlierFinding.Place(
                        line.textOrEmpty("file"),
                        line.textOrEmpty("sheet"),
                        cell != null ? cell : row == null ? "" : row.toString()),
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

    /**
     * A finding of the report before that the run did not have.
     *
     * @throws IllegalArgumentException where the line tells of none
     */
    public Gone gone() {
        EarlierFinding finding = earlier();
        if (finding == null || found()) {
            throw new IllegalArgumentException("no finding that is gone");
        }
        return new Gone(
                finding,
                status(),
                finding.resolvedOn(),
                Boolean.TRUE.equals(line.flag("ruleChanged")),
                status() == ReviewStatus.RESOLVED && !Boolean.TRUE.equals(line.flag("resolvedBefore")));
    }
}
