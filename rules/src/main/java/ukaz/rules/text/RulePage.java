package ukaz.rules.text;

import java.util.List;
import java.util.stream.Collectors;
import ukaz.model.Severity;
import ukaz.model.data.Bilingual;
import ukaz.model.statute.Basis;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;

/** The catalogue, or one rule of it, as plain text for a terminal. */
public final class RulePage {

    private final Language language;
    private final RuleBook rules;
    private final Words words;
    private final FindingText text;
    private final ExampleText examples;
    private final int width;

    private RulePage(Language language, RuleBook rules, int width) {
        this.width = width;
        this.language = language;
        this.rules = rules;
        this.text = FindingText.of(language, rules);
        this.words = text.words();
        this.examples = new ExampleText(text);
    }

    /** @param width of the lines, in characters */
    public static RulePage of(Language language, RuleBook rules, int width) {
        return new RulePage(language, rules, width);
    }

    /** Every rule in one line, in the order of the catalogue and by families. */
    public String list() {
        Lines page = new Lines(width);
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
            String label = pad(card.id(), idWidth) + "  " + pad(severity(card), severityWidth);
            page.entry(2, label, 2 + label.length() + 2, language.of(card.title()));
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
        Lines page = new Lines(width);
        page.paragraph(0, card.id() + " — " + language.of(card.title()));
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
        page.entry(
                2, words.word("pages", ExampleText.outcome(example), language) + ":", 16, language.of(example.title()));
        String record = examples.record(example);
        if (!record.isEmpty()) {
            page.paragraph(16, record);
        }
        example.table().forEach(row -> page.paragraph(16, String.join(" | ", row)));
        if (example.file() != null) {
            page.paragraph(16, example.file());
        }
        examples.messages(card, example).forEach(message -> page.entry(14, "→", 16, message));
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

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
