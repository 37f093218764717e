package ukaz.ingest.normalise.name;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.ingest.normalise.Reading.State;
import ukaz.model.Change;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.Term;

/**
 * The reading of one name that is not simply "Фамилия Имя Отчество".
 *
 * <p>Which word is which follows, in this order, from initials, from the form of the patronymic, from capitals, commas
 * and particles, from the list of given names, and else from the order surname, given name.
 */
final class NameReader {

    private static final int MOST_WORDS = 9;

    private final String typed;
    private final NameOrder order;
    private final Word.Notes notes = new Word.Notes();
    private final Set<Change.Kind> changes = EnumSet.noneOf(Change.Kind.class);

    private @Nullable String surname;
    private @Nullable String given;
    private @Nullable String patronymic;
    private @Nullable String former;
    private boolean otherOrder;
    private boolean mongolian;

    NameReader(String typed, NameOrder order) {
        this.typed = typed;
        this.order = order;
    }

    /** A name in one cell. */
    Reading<PersonName> full() {
        Remark stranger = Strangers.spoils(typed);
        if (stranger != null) {
            return new Reading<>(null, State.UNREADABLE, List.of(), List.of(stranger));
        }
        Aside aside = Aside.of(typed);
        List<Word> words = Word.split(aside.main(), notes);
        if (words.isEmpty() && !aside.bracketed().isEmpty()) {
            words = Word.split(String.join(" ", aside.bracketed()), notes);
            aside = new Aside(aside.main(), aside.former(), List.of());
        }
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return unreadable();
        }
        place(words);
        others(aside);
        return reading();
    }

    /** A name in several cells; at least one is not null. */
    Reading<PersonName> parts(
            @Nullable String surnameCell,
            @Nullable String givenCell,
            @Nullable String patronymicCell,
            @Nullable String formerCell) {
        Remark stranger = Strangers.spoils(typed);
        if (stranger != null) {
            return new Reading<>(null, State.UNREADABLE, List.of(), List.of(stranger));
        }
        if (surnameCell != null) {
            Aside aside = Aside.of(surnameCell);
            surname = text(Word.split(aside.main(), notes));
            others(aside);
        }
        if (givenCell != null) {
            Aside aside = Aside.of(givenCell);
            List<Word> words = Word.split(aside.main(), notes);
            if (patronymicCell == null && words.size() > 1) {
                Word last = words.get(words.size() - 1);
                if (last.isPatronymic() || (last.isInitial() && words.get(0).isInitial())) {
                    patronymic = last.text();
                    words = words.subList(0, words.size() - 1);
                    changes.add(Change.Kind.NAME_SPLIT);
                }
            }
            given = text(words);
            others(aside);
        }
        if (patronymicCell != null) {
            patronymic = text(Word.split(Aside.of(patronymicCell).main(), notes));
        }
        if (formerCell != null) {
            former = formerName(formerCell);
        }
        if (surname == null && given == null && patronymic == null) {
            return unreadable();
        }
        return reading();
    }

    private static @Nullable String text(List<Word> words) {
        return words.isEmpty() ? null : words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private void others(Aside aside) {
        if (aside.former() != null && former == null) {
            former = formerName(aside.former());
        }
        for (String inside : aside.bracketed()) {
            bracketed(inside);
        }
        if (former == null && notes.variant != null) {
            former = formerName(notes.variant);
        }
        if (aside.former() != null || !aside.bracketed().isEmpty() || notes.variant != null) {
            changes.add(Change.Kind.NAME_SPLIT);
        }
    }

    private @Nullable String formerName(String name) {
        Aside aside = Aside.of(name);
        String text = aside.former() != null && aside.main().isBlank() ? aside.former() : aside.main();
        return text(Word.split(text, notes));
    }

    /** "(Джугашвили)", "(Пётр Устинович)" after a pen name, "(посмертно)", "(2)". */
    private void bracketed(String inside) {
        boolean name = Character.isUpperCase(inside.charAt(0)) && inside.chars().noneMatch(Character::isDigit);
        if (!name) {
            return;
        }
        List<Word> words = Word.split(inside, notes);
        if (words.isEmpty()) {
            return;
        }
        boolean initials = words.stream().allMatch(Word::isInitial);
        if (initials) {
            if (given == null) {
                given = words.get(0).text();
                patronymic = words.size() > 1 ? words.get(1).text() : patronymic;
            }
            return;
        }
        if (words.size() == 2 && words.get(1).isPatronymic() && patronymic == null) {
            patronymic = words.get(1).text();
            words = words.subList(0, 1);
        }
        if (former == null) {
            former = text(words);
        }
    }

    private void place(List<Word> words) {
        List<Word> initials = words.stream().filter(Word::isInitial).toList();
        int at = patronymicAt(words, initials.size());
        List<Word> before = new ArrayList<>();
        List<Word> after = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!word.isInitial() && i != at) {
                (at >= 0 && i > at ? after : before).add(word.as(Word.Kind.WORD));
            }
        }
        if (at >= 0) {
            patronymic = words.get(at).text();
            mongolian = Patronymics.isMongolian(patronymic) && Patronymics.sexOf(patronymic) == null;
        }
        if (!initials.isEmpty()) {
            withInitials(words, initials, before, after);
        } else if (at >= 0) {
            withPatronymic(before, after);
        } else {
            wordsOnly(before);
        }
    }

    /** Where the patronymic stands; -1 without one. A word of its form may be a surname: Абрамович Роман. */
    private static int patronymicAt(List<Word> words, int initials) {
        List<Integer> places = new ArrayList<>();
        int plain = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isPatronymic()) {
                places.add(i);
            } else if (!words.get(i).isInitial()) {
                plain++;
            }
        }
        if (places.isEmpty() || words.size() == 1) {
            return -1;
        }
        int last = places.get(places.size() - 1);
        boolean fatherNamed = words.get(last).text().indexOf(' ') > 0
                || Patronymics.isMongolian(words.get(last).text());
        if (places.size() > 1) {
            int first = places.get(0);
            return first > 0 && last == first + 1 && words.get(first - 1).isGiven() && first == 1 ? first : last;
        }
        if (fatherNamed) {
            return last;
        }
        if (initials > 0) {
            boolean givenThenInitial = plain == 1
                    && words.get(0).isGiven()
                    && last == words.size() - 1
                    && words.get(1).isInitial();
            return plain == 0 || givenThenInitial ? -1 : last;
        }
        return last == 0 ? -1 : last;
    }

    private void withInitials(List<Word> words, List<Word> initials, List<Word> before, List<Word> after) {
        List<Word> plain = new ArrayList<>(before);
        plain.addAll(after);
        Word first = words.get(0);
        if (patronymic != null) {
            given = initials.get(0).text();
            surname = text(plain);
            turned(first.isInitial() && surname != null);
            return;
        }
        if (plain.size() > 1) {
            Word second = words.get(1);
            Word last = words.get(words.size() - 1);
            if (!first.isInitial() && second.isInitial() && !last.isInitial()) {
                // Иван И. Иванов
                given = first.text();
                patronymic = text(initials);
                surname = text(plain.subList(1, plain.size()));
                otherOrder = true;
                return;
            }
            Word nearest = plain.get(plain.size() - 1);
            if (last.isInitial() && nearest.isGiven()) {
                given = nearest.text();
                patronymic = text(initials);
                surname = text(plain.subList(0, plain.size() - 1));
                return;
            }
        }
        surname = text(plain);
        given = initials.get(0).text();
        patronymic = initials.size() > 1 ? text(initials.subList(1, initials.size())) : null;
        turned(first.isInitial() && surname != null);
    }

    private void turned(boolean initialsFirst) {
        if (initialsFirst) {
            changes.add(Change.Kind.NAME_ORDER);
        }
    }

    private void withPatronymic(List<Word> before, List<Word> after) {
        if (mongolian && before.size() + after.size() == 1) {
            given = text(before.isEmpty() ? after : before);
            if (before.isEmpty()) {
                changes.add(Change.Kind.NAME_ORDER);
            }
            return;
        }
        if (after.isEmpty()) {
            if (before.size() == 1) {
                Word only = before.get(0);
                if (only.isGiven() && patronymic != null && !Patronymics.hasKnownFather(patronymic)) {
                    given = only.text();
                    surname = patronymic;
                    patronymic = null;
                    otherOrder = true;
                } else if (!only.isGiven() && (only.surname() || Surnames.isLikely(only.text()))) {
                    surname = only.text();
                } else {
                    given = only.text();
                }
                return;
            }
            Word first = before.get(0);
            Word second = before.get(before.size() - 1);
            if (before.size() == 2
                    && first.isGiven()
                    && !second.isGiven()
                    && (second.surname() || Surnames.isLikely(second.text()))) {
                given = first.text();
                surname = second.text();
                otherOrder = true;
                return;
            }
            int from = before.size() - 1;
            while (from > 1
                    && before.get(from).isGiven()
                    && before.get(from - 1).isGiven()) {
                from--;
            }
            surname = text(before.subList(0, from));
            given = text(before.subList(from, before.size()));
            return;
        }
        if (before.isEmpty()) {
            wordsOnly(after);
            return;
        }
        otherOrder = true;
        if (before.size() == 1) {
            boolean surnameFirst = after.size() == 1
                    && after.get(0).isGiven()
                    && !before.get(0).isGiven();
            surname = surnameFirst ? before.get(0).text() : text(after);
            given = surnameFirst ? after.get(0).text() : before.get(0).text();
            return;
        }
        if (before.get(0).isGiven()) {
            surname = text(after);
            given = text(before);
            return;
        }
        otherOrder = false;
        surname = text(before.subList(0, before.size() - 1));
        given = before.get(before.size() - 1).text();
        former = text(after);
        changes.add(Change.Kind.NAME_SPLIT);
    }

    private void wordsOnly(List<Word> words) {
        if (words.size() == 1) {
            surname = words.get(0).text();
            return;
        }
        if (byMarkedSurname(words)) {
            return;
        }
        int last = words.size() - 1;
        boolean firstGiven = words.get(0).isGiven();
        boolean lastGiven = words.get(last).isGiven();
        boolean surnameLast = last == 1
                && !firstGiven
                && !lastGiven
                && !Surnames.isLikely(words.get(0).text())
                && Surnames.isSurely(words.get(1).text());
        boolean asTheColumn = order == NameOrder.GIVEN_NAME_FIRST && firstGiven == lastGiven;
        if ((firstGiven && !lastGiven) || surnameLast || asTheColumn) {
            int to = 1;
            while (to < last && words.get(to).isGiven()) {
                to++;
            }
            given = text(words.subList(0, to));
            surname = text(words.subList(to, words.size()));
            otherOrder = true;
            return;
        }
        int from = 1;
        if (lastGiven) {
            from = last;
            while (from > 1 && words.get(from - 1).isGiven()) {
                from--;
            }
        } else {
            while (from < last && !words.get(from).isGiven()) {
                from++;
            }
            if (!words.get(from).isGiven()) {
                from = 1;
            }
        }
        surname = text(words.subList(0, from));
        given = text(words.subList(from, words.size()));
    }

    /** "Фидель КАСТРО РУС", "Кастро Рус, Фидель", "Роллан де ля Пуап". */
    private boolean byMarkedSurname(List<Word> words) {
        boolean capitals =
                words.stream().anyMatch(Word::capitals) && !words.stream().allMatch(Word::capitals);
        List<Word> marked = words.stream()
                .filter(w -> w.surname() || (capitals && w.capitals()))
                .toList();
        if (marked.isEmpty() || marked.size() == words.size()) {
            return false;
        }
        List<Word> rest = new ArrayList<>(words);
        rest.removeAll(marked);
        if (!capitals
                && !marked.contains(words.get(0))
                && !words.get(0).isGiven()
                && Surnames.isLikely(words.get(0).text())) {
            return false;
        }
        surname = text(marked);
        given = text(rest);
        otherOrder = !marked.contains(words.get(0));
        return true;
    }

    private Reading<PersonName> unreadable() {
        return Reading.unreadable("name-incomplete", Map.of("name", typed, "what", phrase("no-surname")));
    }

    private static Term phrase(String code) {
        return new Term(Term.Kind.PHRASE, code);
    }

    private Reading<PersonName> reading() {
        if (former != null && (former.equals(given) || former.equals(surname))) {
            former = null;
        }
        PersonName name = new PersonName(surname, given, patronymic, former);
        List<Remark> remarks = new ArrayList<>(2);
        Remark picture = Strangers.picture(typed);
        if (picture != null) {
            remarks.add(picture);
        }
        if (otherOrder) {
            changes.add(Change.Kind.NAME_ORDER);
            if (order == NameOrder.SURNAME_FIRST) {
                remarks.add(new Remark("name-order", Map.of("value", typed, "proposed", name.display())));
            }
        }
        PersonName nominative = nominativeOf(name);
        if (nominative != null) {
            remarks.add(new Remark("name-declined", Map.of("value", typed, "proposed", nominative.display())));
        }
        String missing = missing(name);
        if (missing != null) {
            remarks.add(new Remark("name-incomplete", Map.of("name", name.display(), "what", phrase(missing))));
        }
        if (notes.letterCase) {
            changes.add(Change.Kind.LETTER_CASE);
        }
        if (notes.split || (changes.isEmpty() && !isAllTyped(name))) {
            changes.add(Change.Kind.NAME_SPLIT);
        }
        return new Reading<>(name, State.VALUE, List.copyOf(changes), List.copyOf(remarks));
    }

    /** Whether the name in its usual order is all that was typed: no sign beside it was left out. */
    private boolean isAllTyped(PersonName name) {
        int at = 0;
        for (String part : new String[] {name.surname(), name.givenName(), name.patronymic()}) {
            if (part == null) {
                continue;
            }
            at += at > 0 && typed.startsWith(" ", at) ? 1 : 0;
            if (!typed.startsWith(part, at)) {
                return false;
            }
            at += part.length();
        }
        return at == typed.length();
    }

    private @Nullable String missing(PersonName name) {
        if (name.givenName() == null) {
            return "no-given-name";
        }
        if (name.surname() == null) {
            return mongolian ? null : "no-surname";
        }
        return isAbbreviated(name.givenName()) ? "initials-only" : null;
    }

    private static boolean isAbbreviated(String given) {
        return given.endsWith(".");
    }

    /** The nominative where the name surely stands in another case; null otherwise. */
    static @Nullable PersonName nominativeOf(PersonName name) {
        String patronymic = name.patronymic();
        if (patronymic != null) {
            String nominative = Patronymics.sexOf(patronymic) == null ? Patronymics.nominativeOf(patronymic) : null;
            Sex sex = nominative == null ? null : Patronymics.sexOf(nominative);
            return sex == null ? null : Declension.nominative(name, sex);
        }
        String given = name.givenName();
        String surname = name.surname();
        if (given == null || surname == null) {
            return null;
        }
        for (Sex sex : Sex.values()) {
            if (Declension.isOblique(surname, sex)
                    && !GivenNames.contains(given)
                    && Declension.givenName(given, sex) != null) {
                return Declension.nominative(name, sex);
            }
        }
        return null;
    }
}
