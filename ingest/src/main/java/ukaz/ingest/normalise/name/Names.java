package ukaz.ingest.normalise.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.Term;

/**
 * Names of persons, in all the ways registers write them; the text is expected to be cleaned already.
 *
 * <p>A former name is any other name the source gives: maiden, real, pen name, another spelling. A name in the dative or
 * genitive keeps its form, the nominative is proposed in the remark.
 */
public final class Names {

    private static final Set<String> UNKNOWN = Set.of(
            "н/д",
            "нд",
            "н.д.",
            "нет данных",
            "неизв.",
            "неизв",
            "неизвестно",
            "неизвестен",
            "неизвестна",
            "не установлено",
            "не установлен",
            "-",
            "–",
            "—",
            "--",
            "---",
            "?",
            "??",
            "???",
            "нет",
            "n/a",
            "unknown",
            "б/д",
            "...",
            "…",
            "x",
            "х");

    private Names() {}

    /**
     * Surname, given name and patronymic in one cell. Never throws.
     *
     * @param order which of them the column has first
     */
    public static Reading<PersonName> readFull(@Nullable String text, NameOrder order) {
        if (text == null || text.isEmpty()) {
            return Reading.empty();
        }
        PersonName plain = plain(text);
        if (plain != null) {
            return Reading.of(plain);
        }
        String name = text.strip();
        if (name.isEmpty()) {
            return Reading.empty();
        }
        return isUnknown(name) ? Reading.unknown() : new NameReader(name, order).full();
    }

    /** Surname, given name, patronymic and former name in cells of their own, each null where there is none. */
    public static Reading<PersonName> join(
            @Nullable String surname, @Nullable String given, @Nullable String patronymic, @Nullable String former) {
        String s = said(surname);
        String g = said(given);
        String p = said(patronymic);
        String f = said(former);
        if (s == null && g == null && p == null) {
            boolean unknown = isTyped(surname) || isTyped(given) || isTyped(patronymic);
            return unknown ? Reading.unknown() : Reading.empty();
        }
        if (p != null && f == null && isWord(s) && isWord(g) && isWord(p) && Patronymics.sexOf(p) != null) {
            return Reading.of(new PersonName(s, g, p, null));
        }
        StringBuilder all = new StringBuilder();
        for (String part : new String[] {s, g, p}) {
            if (part != null) {
                all.append(all.isEmpty() ? "" : " ").append(part);
            }
        }
        NameReader reader = new NameReader(all.toString(), NameOrder.SURNAME_FIRST);
        if (s != null && g == null && s.indexOf(' ') > 0) {
            Reading<PersonName> full = reader.full();
            PersonName name = full.value();
            return name == null || f == null
                    ? full
                    : new Reading<>(
                            new PersonName(name.surname(), name.givenName(), name.patronymic(), f),
                            full.state(),
                            full.changes(),
                            full.remarks());
        }
        return reader.parts(s, g, p, f);
    }

    /** What the name tells: its patronymic, else its surname and given name where they agree; null where it tells nothing. */
    public static @Nullable Sex sexOf(PersonName typed) {
        PersonName name = inNominative(typed);
        String patronymic = name.patronymic();
        Sex byPatronymic = patronymic == null ? null : Patronymics.sexOf(patronymic);
        if (byPatronymic != null) {
            return byPatronymic;
        }
        Sex bySurname = name.surname() == null ? null : Surnames.sexOf(name.surname());
        Sex byGiven = name.givenName() == null ? null : GivenNames.sexOf(name.givenName());
        if (bySurname == null || byGiven == null) {
            return bySurname == null ? byGiven : bySurname;
        }
        return bySurname == byGiven ? byGiven : null;
    }

    /** The remark name-gender where patronymic, surname, given name and the stated sex contradict each other. */
    public static Optional<Remark> genderConflict(PersonName typed, @Nullable Sex stated) {
        PersonName name = inNominative(typed);
        String surname = name.surname();
        String given = name.givenName();
        String patronymic = name.patronymic();
        Sex bySurname = surname == null ? null : Surnames.sexOf(surname);
        Sex byGiven = given == null ? null : GivenNames.sexOf(given);
        Sex byPatronymic = patronymic == null ? null : Patronymics.sexOf(patronymic);
        if (!differ(bySurname, byGiven, byPatronymic, stated)) {
            return Optional.empty();
        }
        List<Object> male = new ArrayList<>();
        List<Object> female = new ArrayList<>();
        add(bySurname, typed.surname(), male, female);
        add(byGiven, typed.givenName(), male, female);
        add(byPatronymic, typed.patronymic(), male, female);
        if (stated != null) {
            add(stated, new Term(Term.Kind.SEX, stated.key()), male, female);
        }
        return Optional.of(new Remark("name-gender", Map.of("male", male, "female", female)));
    }

    private static boolean differ(@Nullable Sex... sexes) {
        Sex first = null;
        for (Sex sex : sexes) {
            if (first == null) {
                first = sex;
            } else if (sex != null && sex != first) {
                return true;
            }
        }
        return false;
    }

    private static void add(@Nullable Sex sex, @Nullable Object evidence, List<Object> male, List<Object> female) {
        if (sex != null && evidence != null) {
            (sex == Sex.MALE ? male : female).add(evidence);
        }
    }

    private static PersonName inNominative(PersonName typed) {
        PersonName nominative = NameReader.nominativeOf(typed);
        return nominative == null ? typed : nominative;
    }

    /** The name where the text is three Cyrillic words in the usual order, the third a patronymic; null otherwise. */
    private static @Nullable PersonName plain(String text) {
        int first = wordEnd(text, 0);
        if (first < 2 || first >= text.length() || text.charAt(first) != ' ') {
            return null;
        }
        int second = wordEnd(text, first + 1);
        if (second < first + 3 || second >= text.length() || text.charAt(second) != ' ') {
            return null;
        }
        int third = wordEnd(text, second + 1);
        if (third != text.length() || third < second + 5) {
            return null;
        }
        String patronymic = text.substring(second + 1);
        if (Patronymics.sexOf(patronymic) == null) {
            return null;
        }
        String given = text.substring(first + 1, second);
        String surname = text.substring(0, first);
        boolean usual =
                Patronymics.sexOf(given) == null && (GivenNames.contains(given) || !GivenNames.contains(surname));
        return usual ? new PersonName(surname, given, patronymic, null) : null;
    }

    /** The end of a word that begins with a capital and goes on in small letters, perhaps twice with a hyphen; else -1. */
    private static int wordEnd(String text, int from) {
        boolean capital = true;
        int i = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (capital) {
                if (!((c >= 'А' && c <= 'Я') || c == 'Ё')) {
                    return -1;
                }
                capital = false;
            } else if (c == '-') {
                capital = true;
            } else if (!((c >= 'а' && c <= 'я') || c == 'ё')) {
                break;
            }
        }
        return capital ? -1 : i;
    }

    private static boolean isWord(@Nullable String cell) {
        return cell != null && cell.length() > 1 && wordEnd(cell, 0) == cell.length();
    }

    private static boolean isTyped(@Nullable String cell) {
        return cell != null && !cell.isBlank();
    }

    private static @Nullable String said(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        return text.isEmpty() || isUnknown(text) ? null : text;
    }

    private static boolean isUnknown(String text) {
        return text.length() <= 14 && UNKNOWN.contains(text.toLowerCase(Locale.ROOT));
    }
}
