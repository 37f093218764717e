package ukaz.rules.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.model.Certainty;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.Sex;
import ukaz.model.Status;
import ukaz.model.Term;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;
import ukaz.model.statute.Award;
import ukaz.model.statute.StatuteBook;

/** The words for codes; a code without words is shown as it is. */
public final class Words {

    private static final Set<String> ISO_STATES =
            Stream.of(Locale.getISOCountries()).collect(Collectors.toSet());

    private final StatuteBook statutes;
    private final Map<String, Map<String, Bilingual>> full = new HashMap<>();
    private final Map<String, Bilingual> shortNames = new HashMap<>();

    private Words(StatuteBook statutes) {
        this.statutes = statutes;
        DataNode.resource(Words.class, "words.yaml").entries().forEach((section, codes) -> {
            Map<String, Bilingual> words = new HashMap<>();
            codes.entries().forEach((code, text) -> {
                text.only("ru", "en", "short");
                words.put(
                        code,
                        new Bilingual(text.get("ru").text(), text.get("en").text()));
                DataNode shortName = text.find("short");
                if (shortName != null) {
                    shortNames.put(code, shortName.bilingual());
                }
            });
            full.put(section, words);
        });
    }

    /** The words, with the names of awards from the statute book. */
    public static Words of(StatuteBook statutes) {
        return new Words(statutes);
    }

    /** The full name: "Президиум Верховного Совета СССР". */
    public String of(Term term, Language language) {
        return switch (term.kind()) {
            case AWARD ->
                statutes.award(term.code()).map(Award::name).map(language::of).orElse(term.code());
            case STATE -> state(term.code(), language);
            default -> word(section(term.kind()), term.code(), language);
        };
    }

    /** The usual short name where there is one, the full name otherwise: "ПВС СССР", "ГСТ". */
    public String shortOf(Term term, Language language) {
        if (term.kind() == Term.Kind.AWARD) {
            return statutes.award(term.code())
                    .map(Award::shortName)
                    .map(language::of)
                    .orElse(term.code());
        }
        Bilingual name = term.kind() == Term.Kind.AUTHORITY ? shortNames.get(term.code()) : null;
        return name == null ? of(term, language) : language.of(name);
    }

    /** What a reviewer calls the field. */
    public String of(Field field, Language language) {
        return word("fields", field.key(), language);
    }

    public String of(Severity severity, Language language) {
        return word("severities", severity.key(), language);
    }

    public String of(Certainty certainty, Language language) {
        return word("certainties", certainty.key(), language);
    }

    public String of(Status status, Language language) {
        return word("statuses", status.key(), language);
    }

    public String of(Sex sex, Language language) {
        return word("sexes", sex.key(), language);
    }

    public String of(Change.Kind change, Language language) {
        return word("changes", change.name(), language);
    }

    /** Why a rule did not run, by the code in {@link ukaz.model.RuleTally#notRun()}. */
    public String notRun(String code, Language language) {
        return word("notRun", code, language);
    }

    /** A short phrase; the kinds of {@link ukaz.model.SkippedRow} are among them. */
    public String phrase(String code, Language language) {
        return word("phrases", code, language);
    }

    String word(String section, String code, Language language) {
        Bilingual word = find(section, code);
        return word == null ? code : language.of(word);
    }

    @Nullable
    Bilingual find(String section, String code) {
        return full.getOrDefault(section, Map.of()).get(code);
    }

    private String state(String code, Language language) {
        Bilingual word = find("states", code);
        if (word != null) {
            return language.of(word);
        }
        return ISO_STATES.contains(code)
                ? new Locale.Builder().setRegion(code).build().getDisplayCountry(language.locale())
                : code;
    }

    private static String section(Term.Kind kind) {
        return switch (kind) {
            case AWARD, STATE -> throw new IllegalArgumentException(kind + " has no section of its own");
            case AUTHORITY -> "authorities";
            case FIELD -> "fields";
            case MEDAL -> "medals";
            case STATUS -> "statuses";
            case SEX -> "sexes";
            case CHANGE -> "changes";
            case PHRASE -> "phrases";
        };
    }
}
