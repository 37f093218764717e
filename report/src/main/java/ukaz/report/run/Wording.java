package ukaz.report.run;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ukaz.model.Certainty;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.model.Term;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;
import ukaz.report.review.Decision;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.Lapsed;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Ruling;
import ukaz.rules.RuleBook;
import ukaz.rules.text.FindingText;
import ukaz.rules.text.Language;
import ukaz.rules.text.Words;

/** Everything that a report says, in its language; not thread-safe. */
public final class Wording {

    private static final Map<String, Bilingual> TEXTS = read();

    private final Language language;
    private final RuleBook book;
    private final FindingText findings;
    private final Words words;
    private final NumberFormat numbers;
    private final Map<Term, String> terms = new HashMap<>();
    private final Map<Severity, String> severities = new EnumMap<>(Severity.class);
    private final Map<List<String>, String> bases = new HashMap<>();

    public Wording(Language language, RuleBook book) {
        this.language = language;
        this.book = book;
        this.findings = FindingText.of(language, book);
        this.words = findings.words();
        this.numbers = NumberFormat.getIntegerInstance(language.locale());
    }

    private static Map<String, Bilingual> read() {
        Map<String, Bilingual> texts = new HashMap<>();
        DataNode.resource(Wording.class, "texts.yaml")
                .entries()
                .forEach((key, node) -> texts.put(key, node.bilingual()));
        return Map.copyOf(texts);
    }

    /** Every text of its own, by key. */
    static Map<String, Bilingual> texts() {
        return TEXTS;
    }

    /** A text of the reports in every language; empty where there is none. */
    public static List<String> inEveryLanguage(String key) {
        Bilingual text = TEXTS.get(key);
        return text == null ? List.of() : List.of(text.ru(), text.en());
    }

    /** What of an earlier report was not understood. */
    public String remark(EarlierReport.Remark remark) {
        boolean rule = book.card(remark.text()).isPresent();
        boolean code = Decision.of(remark.text()).isPresent();
        String about = rule
                ? ruleTitle(remark.text())
                : code ? decision(Decision.of(remark.text()).orElseThrow()) : remark.text();
        return text(remark.key(), remark.where(), about);
    }

    public String decision(Decision decision) {
        return text("decision-" + decision.key());
    }

    public String status(ReviewStatus status, boolean ruleChanged) {
        String key = "status-" + status.key() + (ruleChanged ? "-rule" : "");
        return text(TEXTS.containsKey(key) ? key : "status-" + status.key());
    }

    /** A decision that holds no longer, with why and with what stood beside it; empty for null. */
    public String lapsed(@Nullable Lapsed lapsed) {
        if (lapsed == null) {
            return "";
        }
        Ruling ruling = lapsed.ruling();
        if (ruling == null) {
            return lapsed.text();
        }
        StringBuilder text = new StringBuilder(text("lapsed-" + lapsed.why().key(), lapsed.value()));
        text.append(" ").append(decision(ruling.decision()));
        for (String part : List.of(ruling.reason(), ruling.reviewer())) {
            text.append(part.isEmpty() ? "" : "; " + part);
        }
        return ruling.until() == null
                ? text.toString()
                : text.append("; ")
                        .append(text("lapsed-until", ruling.until().toString()))
                        .toString();
    }

    public Language language() {
        return language;
    }

    public RuleBook book() {
        return book;
    }

    /** A text of the report's own. */
    public String text(String key) {
        Bilingual text = TEXTS.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text '" + key + "'");
        }
        return in(text);
    }

    /** A text with {@code {0}}, {@code {1}} … replaced. */
    public String text(String key, Object... values) {
        return new MessageFormat(text(key).replace("'", "''"), language.locale()).format(values);
    }

    public String in(Bilingual text) {
        return language.of(text);
    }

    public String number(long number) {
        return numbers.format(number);
    }

    /** With a sign before the word that is told apart without colour. */
    public String severity(Severity severity) {
        return severities.computeIfAbsent(severity, known -> sign(known) + " " + words.of(known, language));
    }

    public String severityWord(Severity severity) {
        return words.of(severity, language);
    }

    /** {@code ■}, {@code ▲} or {@code ○}. */
    public static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "■";
            case WARNING -> "▲";
            case INFO -> "○";
        };
    }

    public String certainty(Certainty certainty) {
        return words.of(certainty, language);
    }

    public String notRun(String code) {
        return words.notRun(code, language);
    }

    public String term(Term.Kind kind, String code) {
        return terms.computeIfAbsent(new Term(kind, code), term -> words.of(term, language));
    }

    /** The name of the award; the code where the statute book has no such award, empty for null. */
    public String award(@Nullable String code) {
        return code == null ? "" : term(Term.Kind.AWARD, code);
    }

    /** The usual short name: "ГСТ". */
    public String awardShort(@Nullable String code) {
        return code == null ? "" : words.shortOf(new Term(Term.Kind.AWARD, code), language);
    }

    /** The usual short name: "ПВС СССР". */
    public String authorityShort(@Nullable String code) {
        return code == null ? "" : words.shortOf(new Term(Term.Kind.AUTHORITY, code), language);
    }

    public String field(@Nullable Field field) {
        return field == null ? "" : term(Term.Kind.FIELD, field.key());
    }

    public String ruleTitle(String rule) {
        return findings.title(rule);
    }

    public String message(Finding finding) {
        return findings.message(finding);
    }

    /** Empty where it cannot be said. */
    public String expected(Finding finding) {
        String expected = findings.expected(finding);
        return expected == null ? "" : expected;
    }

    /** What a rule rests on, in a few words; empty where it rests on the calendar or the table itself. */
    public String basis(List<String> ids) {
        return ids.isEmpty() ? "" : bases.computeIfAbsent(ids, known -> joined(known, findings::basis, "; "));
    }

    /** What a rule rests on, with what that says. */
    public String basisInFull(List<String> ids) {
        return joined(ids, findings::basisInFull, "\n");
    }

    public String basisInFull(String id) {
        return findings.basisInFull(id);
    }

    private static String joined(List<String> ids, Function<String, String> words, String between) {
        return ids.stream().map(words).collect(Collectors.joining(between));
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(instant.atZone(zone));
    }
}
