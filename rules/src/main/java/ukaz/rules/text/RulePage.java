package ukaz.rules.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.Term;
import ukaz.model.data.Bilingual;
import ukaz.model.statute.Basis;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;

/** The catalogue, or one rule of it, as plain text for a terminal. */
public final class RulePage {

    private static final Pattern EDTF = Pattern.compile("(\\.\\.|\\d{3}[\\dX])[\\d./X~?%-]*");

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final Language language;
    private final RuleBook rules;
    private final Words words;
    private final FindingText text;

    private RulePage(Language language, RuleBook rules) {
        this.language = language;
        this.rules = rules;
        this.text = FindingText.of(language, rules);
        this.words = text.words();
    }

    public static RulePage of(Language language, RuleBook rules) {
        return new RulePage(language, rules);
    }

    /** Every rule in one line, in the order of the catalogue and by families. */
    public String list() {
        Lines page = new Lines();
        int idWidth = rules.cards().stream()
                .mapToInt(card -> card.id().length())
                .max()
                .orElse(0);
        int severityWidth = List.of(Severity.values()).stream()
                .mapToInt(severity -> words.of(severity, language).length())
                .max()
                .orElse(0);
        String family = "";
        for (Card card : rules.cards()) {
            String next = family(card.id());
            if (!next.equals(family)) {
                page.heading(next);
                family = next;
            }
            page.line("  %s  %s  %s"
                    .formatted(pad(card.id(), idWidth), pad(severity(card), severityWidth), language.of(card.title())));
        }
        return page.blank()
                .paragraph(0, words.word("pages", "list-hint", language))
                .toString()
                .stripLeading();
    }

    /**
     * All that is said of a rule.
     *
     * @throws IllegalArgumentException where the catalogue has no such rule
     */
    public String rule(String id) {
        Card card = rules.card(id).orElseThrow(() -> new IllegalArgumentException("no rule '" + id + "'"));
        Lines page = new Lines();
        page.line(card.id() + " — " + language.of(card.title()));
        page.line(severity(card) + ", " + words.word("pages", "since", language) + " " + card.since());
        page.blank().paragraph(0, language.of(card.explanation()));
        Bilingual advice = card.advice();
        if (advice != null) {
            page.blank().paragraph(0, language.of(advice));
        }
        heading(page, "message").paragraph(2, plain(card.message()));
        Bilingual expected = card.expected();
        if (expected != null) {
            heading(page, "expected").paragraph(2, plain(expected));
        }
        basis(page, card);
        if (!card.fields().isEmpty()) {
            heading(page, "fields")
                    .paragraph(
                            2,
                            card.fields().stream()
                                    .map(field -> words.of(field, language))
                                    .collect(Collectors.joining(", ")));
        }
        if (!card.parameters().isEmpty()) {
            heading(page, "parameters");
            card.parameters()
                    .forEach((name, parameter) ->
                            page.entry(2, name + " = " + parameter.standard(), 24, language.of(parameter.text())));
        }
        heading(page, "examples");
        card.examples().forEach(example -> example(page, card, example));
        return page.toString();
    }

    private void basis(Lines page, Card card) {
        heading(page, "basis");
        Bilingual reason = card.reason();
        if (reason != null) {
            page.paragraph(2, language.of(reason));
        }
        for (String id : card.basis()) {
            String confidence = rules.statutes()
                    .basis(id)
                    .map(Basis::confidence)
                    .map(level -> " (" + words.word("pages", "confidence", language) + " " + level + ")")
                    .orElse("");
            page.entry(2, id, 8, text.basisInFull(id) + confidence);
        }
    }

    private void example(Lines page, Card card, Card.Example example) {
        page.entry(2, words.word("pages", outcome(example), language) + ":", 16, language.of(example.title()));
        Map<String, Object> record = example.record().isEmpty() ? example.typed() : example.record();
        if (!record.isEmpty()) {
            page.paragraph(
                    16,
                    record.entrySet().stream()
                            .map(entry -> name(entry.getKey()) + ": " + value(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining("; ")));
        }
        example.table().forEach(row -> page.paragraph(16, String.join(" | ", row)));
        if (example.file() != null) {
            page.paragraph(16, example.file());
        }
        Template message = Template.of(language.of(card.message()));
        for (Map<String, Object> values : example.finds()) {
            String filled = message.fill(key -> value(key, values, example.table()));
            page.entry(14, "→", 16, PLACE.matcher(filled).replaceAll("…"));
        }
    }

    private static String outcome(Card.Example example) {
        if (example.undecided()) {
            return "undecided";
        }
        if (example.finds().isEmpty()) {
            return "silent";
        }
        return example.certainty().equals("possible") ? "possible" : "finds";
    }

    /** As in a real finding; null for what an example does not spell out. */
    private @Nullable String value(String key, Map<String, Object> values, List<List<String>> table) {
        Object value = values.get(key);
        if (value != null) {
            return value(key, value);
        }
        return key.equals("value") && values.containsKey("cell")
                ? typed(table, values.get("cell").toString())
                : null;
    }

    /** What stands in a cell of the example's table; its columns are A to Z. */
    private static String typed(List<List<String>> table, String cell) {
        int row = Integer.parseInt(cell.substring(1)) - 1;
        int column = cell.charAt(0) - 'A';
        return row < table.size() && column < table.get(row).size()
                ? table.get(row).get(column)
                : "…";
    }

    /** The sentence with its places, all parts shown. */
    private String plain(Bilingual text) {
        return language.of(text).replace("[", "").replace("]", "");
    }

    private Lines heading(Lines page, String code) {
        return page.heading(words.word("pages", code, language));
    }

    private String family(String id) {
        return words.word("families", id.substring(0, id.indexOf('-')), language);
    }

    private String severity(Card card) {
        return rules.isEnabled(card.id())
                ? words.of(rules.severity(card.id()), language)
                : words.notRun("off", language);
    }

    private String name(String key) {
        return Field.of(key).map(field -> words.of(field, language)).orElseGet(() -> words.word("keys", key, language));
    }

    /** Examples hold codes as the outputs do; here they become words. */
    private String value(String key, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> value(key, item)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(key, entry.getValue()))
                    .collect(Collectors.joining(" "));
        }
        if (value instanceof Boolean flag) {
            return words.word("pages", flag ? "yes" : "no", language);
        }
        String code = value.toString();
        if (code.isEmpty()) {
            return words.word("pages", "empty", language);
        }
        if (EDTF.matcher(code).matches() && !(value instanceof Integer)) {
            return date(code);
        }
        if (key.equals("citizenship") || key.equals("state")) {
            return text.value(new Term(Term.Kind.STATE, code));
        }
        if (key.equals("sex")) {
            return text.value(new Term(Term.Kind.SEX, code));
        }
        for (Term.Kind kind : List.of(
                Term.Kind.AWARD,
                Term.Kind.AUTHORITY,
                Term.Kind.MEDAL,
                Term.Kind.PHRASE,
                Term.Kind.FIELD,
                Term.Kind.STATUS)) {
            String word = text.value(new Term(kind, code));
            if (!word.equals(code)) {
                return word;
            }
        }
        return value instanceof Integer ? text.value(value) : code;
    }

    private String date(String code) {
        try {
            return text.value(HistoricalDate.parse(code));
        } catch (IllegalArgumentException e) {
            return code;
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
