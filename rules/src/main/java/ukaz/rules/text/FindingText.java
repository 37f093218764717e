package ukaz.rules.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.model.data.Bilingual;
import ukaz.model.statute.Act;
import ukaz.model.statute.Basis;
import ukaz.model.statute.Disagreement;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;

/** Findings in the words of one language; immutable, so that all threads share it. */
public final class FindingText {

    private static final int LONGEST_QUOTED = 400;
    private static final int KEPT = 120;

    private final Language language;
    private final Words words;
    private final StatuteBook statutes;
    private final DateText dates;
    private final Map<String, Texts> texts;

    private record Texts(
            String title, Template message, @Nullable Template expected) {}

    private FindingText(Language language, RuleBook rules) {
        this.language = language;
        this.statutes = rules.statutes();
        this.words = Words.of(statutes);
        this.dates = new DateText(language, words);
        this.texts = new HashMap<>();
        for (Card card : rules.cards()) {
            Bilingual expected = card.expected();
            texts.put(
                    card.id(),
                    new Texts(
                            language.of(card.title()),
                            Template.of(language.of(card.message())),
                            expected == null ? null : Template.of(language.of(expected))));
        }
    }

    /** Takes every card apart once. */
    public static FindingText of(Language language, RuleBook rules) {
        return new FindingText(language, rules);
    }

    public Language language() {
        return language;
    }

    public Words words() {
        return words;
    }

    /** What the rule is called; its id where the catalogue has no such rule. */
    public String title(String ruleId) {
        Texts card = texts.get(ruleId);
        return card == null ? ruleId : card.title();
    }

    /** What is wrong, in one sentence. */
    public String message(Finding finding) {
        Texts card = texts.get(finding.rule());
        return card == null ? finding.rule() : card.message().fill(name -> value(finding.fault(), name));
    }

    /** What would be right; null where nobody can say. */
    public @Nullable String expected(Finding finding) {
        Texts card = texts.get(finding.rule());
        if (card == null || card.expected() == null) {
            return null;
        }
        String expected = card.expected().fill(name -> value(finding.fault(), name));
        return expected.isBlank() ? null : expected;
    }

    /** The act, or the place in the source text, in a few words; the id where the statute book has no such basis. */
    public String basis(String id) {
        Basis basis = statutes.basis(id).orElse(null);
        if (basis == null) {
            return id;
        }
        if (basis instanceof Act act) {
            return language.of(act.title());
        }
        String kind = words.word("basis", basis instanceof Disagreement ? "disagreement" : "statement", language);
        return kind + " " + id;
    }

    /** The basis with what it says: "Исходный текст S8: Звание Героя…". */
    public String basisInFull(String id) {
        return statutes.basis(id)
                .map(basis -> basis instanceof Act act
                        ? language.of(act.title()) + ". " + language.of(act.effect())
                        : basis(id) + ": " + language.of(basis.title()))
                .orElse(id);
    }

    /** A value of a fault or of a record, in words. */
    public String value(Object value) {
        if (value instanceof HistoricalDate date) {
            return dates.of(date);
        }
        if (value instanceof LocalDate day) {
            return dates.of(day);
        }
        if (value instanceof Term term) {
            return term.kind() == Term.Kind.AUTHORITY ? words.shortOf(term, language) : words.of(term, language);
        }
        if (value instanceof Integer || value instanceof Long) {
            return number(((Number) value).longValue());
        }
        if (value instanceof Bilingual text) {
            return language.of(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** Thousands apart from five digits on, so that years stay as they are. */
    private String number(long number) {
        String digits = Long.toString(Math.abs(number));
        if (digits.length() < 5) {
            return Long.toString(number);
        }
        StringBuilder grouped = new StringBuilder(number < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(language == Language.RU ? '\u00a0' : ',');
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** A sentence is no place for a page; the whole value stands beside it. */
    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= LONGEST_QUOTED ? value : value.substring(0, KEPT) + "…";
    }

    private @Nullable String value(Fault fault, String name) {
        Object value = fault.values().get(name);
        if (value != null) {
            return shortened(value(value));
        }
        return switch (name) {
            case "value" -> shortened(fault.value());
            case "column" -> fault.title();
            case "field" -> fault.field() == null ? null : words.of(fault.field(), language);
            case "file" -> fault.at().file();
            case "sheet" -> fault.at().sheet();
            case "row" -> fault.at().row() == 0 ? null : number(fault.at().row());
            case "cell" -> fault.at().cell();
            default -> null;
        };
    }
}
