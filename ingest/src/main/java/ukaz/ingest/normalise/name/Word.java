package ukaz.ingest.normalise.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a name as typed: a word, an initial, a word with its particles, a patronymic of two words.
 *
 * @param text in the letter case of names
 * @param capitals typed in capitals throughout, as registers mark surnames
 * @param surname surely (part of) a surname: with a particle, before a comma, "-заде"
 */
record Word(Kind kind, String text, boolean capitals, boolean surname) {

    enum Kind {
        WORD,
        INITIAL,
        PATRONYMIC
    }

    private static final Set<String> PARTICLES = Set.of(
            "де", "ля", "ла", "ле", "лас", "лос", "дель", "делла", "дела", "дю", "ду", "да", "дос", "ди", "дус", "душ",
            "фон", "цу", "цур", "ван", "вон", "дер", "ден", "тер", "тен", "аф", "аль", "эль", "ас", "аш", "бен", "бин",
            "бинт", "ибн", "сен", "сан", "санта", "of", "de", "la", "le", "del", "della", "du", "da", "dos", "di",
            "von", "zu", "van", "der", "den", "ter", "al", "el", "bin", "ben", "ibn", "и", "y");

    /** Written with a capital and in front, these still belong to the next word. */
    private static final Set<String> CAPITAL_PARTICLES =
            Set.of("Бен", "Аль", "Эль", "Ван", "Де", "Ла", "Ле", "Дель", "Фон", "Ди", "Дю", "Сен", "Сан", "Мак", "Тер");

    private static final Set<String> BOUND = Set.of("абдель", "абдул", "абд", "абду", "абдэль", "abdel", "abdul");

    private static final Set<String> TITLES = Set.of(
            "тов.",
            "т.",
            "тт.",
            "гр.",
            "гр-н",
            "гр-ка",
            "гр-нка",
            "гражданин",
            "гражданка",
            "товарищ",
            "д-р",
            "проф.",
            "профессор",
            "акад.",
            "академик",
            "герой",
            "т.т.",
            "comrade",
            "dr.");

    private static final Set<String> DESCENT = Set.of("заде", "задэ", "зода", "zade", "zoda");

    boolean isInitial() {
        return kind == Kind.INITIAL;
    }

    boolean isPatronymic() {
        return kind == Kind.PATRONYMIC;
    }

    boolean isGiven() {
        return kind == Kind.WORD && !surname && GivenNames.contains(text);
    }

    Word as(Kind other) {
        return new Word(other, text, capitals, surname);
    }

    private Word ofSurname() {
        return new Word(kind, text, capitals, true);
    }

    /** The units of a text without brackets; what was typed otherwise is noted. */
    static List<Word> split(String text, Notes notes) {
        List<String> tokens = new ArrayList<>();
        int comma = tokenise(text, tokens, notes);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            i = append(tokens, i, words, notes);
            if (i + 1 == comma && comma < tokens.size() && isSurnameAlone(words)) {
                words.replaceAll(Word::ofSurname);
                notes.split = true;
            }
        }
        return words;
    }

    private static boolean isSurnameAlone(List<Word> words) {
        return words.size() <= 2 && words.stream().noneMatch(w -> w.isInitial() || w.isGiven());
    }

    /** Takes the token at i, and as many as belong to it; the index of the last one taken. */
    private static int append(List<String> tokens, int i, List<Word> words, Notes notes) {
        String token = tokens.get(i);
        String small = token.toLowerCase(Locale.ROOT);
        Word before = words.isEmpty() ? null : words.get(words.size() - 1);
        boolean last = i + 1 == tokens.size();
        if (isInitial(token)) {
            notes.split |= !token.endsWith(".");
            words.add(new Word(Kind.INITIAL, initial(token), false, false));
            return i;
        }
        if (Patronymics.sexOfChildWord(small) != null && before != null && before.kind() == Kind.WORD) {
            words.set(
                    words.size() - 1, new Word(Kind.PATRONYMIC, before.text() + ' ' + small, before.capitals(), false));
            return i;
        }
        if (Patronymics.sexOfChildWord(small) != null && before != null && before.isInitial()) {
            words.set(words.size() - 1, new Word(Kind.INITIAL, before.text() + ' ' + small, false, false));
            return i;
        }
        if (DESCENT.contains(small) && before != null && before.kind() == Kind.WORD) {
            words.set(words.size() - 1, new Word(Kind.WORD, before.text() + ' ' + small, before.capitals(), true));
            return i;
        }
        if (PARTICLES.contains(small)
                && (token.equals(small) || (isCapitals(token) && tokens.size() > 2 && token.length() > 1))) {
            return particle(tokens, i, words, notes);
        }
        if (i == 0 && tokens.size() > 2 && CAPITAL_PARTICLES.contains(token) && isOpen(tokens)) {
            words.add(new Word(Kind.WORD, token + ' ' + notes.cased(tokens.get(1)), false, true));
            return 1;
        }
        if (BOUND.contains(small) && !last && !isInitial(tokens.get(i + 1))) {
            int to = i + 1;
            StringBuilder bound = new StringBuilder(notes.cased(token));
            while (to + 1 < tokens.size() && PARTICLES.contains(tokens.get(to).toLowerCase(Locale.ROOT))) {
                bound.append(' ').append(tokens.get(to++));
            }
            bound.append(' ').append(notes.cased(tokens.get(to)));
            words.add(new Word(Kind.WORD, bound.toString(), false, false));
            return to;
        }
        String cased = notes.cased(token);
        boolean patronymic = Patronymics.sexOf(cased) != null
                || Patronymics.nominativeOf(cased) != null
                || Patronymics.isMongolian(cased);
        words.add(new Word(patronymic ? Kind.PATRONYMIC : Kind.WORD, cased, isCapitals(token), isDescent(small)));
        return i;
    }

    private static boolean isDescent(String small) {
        int hyphen = small.lastIndexOf('-');
        return hyphen > 0 && DESCENT.contains(small.substring(hyphen + 1));
    }

    /** Whether the second token may end a surname: it is no given name, or one comes after it, as in "Бен Белла Ахмед". */
    private static boolean isOpen(List<String> tokens) {
        String next = tokens.get(1);
        String third = tokens.get(2);
        return !isInitial(next)
                && Patronymics.sexOf(next) == null
                && (!GivenNames.contains(next) || GivenNames.contains(third));
    }

    /** "де ля Пуап", "дель Рио" after "Меркадер", and "Гёте Иоганн фон". */
    private static int particle(List<String> tokens, int i, List<Word> words, Notes notes) {
        StringBuilder group = new StringBuilder();
        int to = i;
        while (to < tokens.size() && PARTICLES.contains(tokens.get(to).toLowerCase(Locale.ROOT))) {
            if (to > i) {
                group.append(' ');
            }
            group.append(tokens.get(to).toLowerCase(Locale.ROOT));
            to++;
        }
        if (to == tokens.size()) {
            if (words.isEmpty()) {
                words.add(new Word(Kind.WORD, notes.cased(group.toString()), false, false));
            } else {
                Word first = words.get(0);
                words.set(0, new Word(first.kind(), group + " " + first.text(), first.capitals(), true));
            }
            return to - 1;
        }
        String name = tokens.get(to);
        group.append(' ').append(notes.cased(name));
        Word before = words.isEmpty() ? null : words.get(words.size() - 1);
        if (before != null && before.kind() == Kind.WORD && isLed(words, to + 1 < tokens.size())) {
            words.set(words.size() - 1, new Word(Kind.WORD, before.text() + ' ' + group, before.capitals(), true));
        } else {
            words.add(new Word(Kind.WORD, group.toString(), isCapitals(name), true));
        }
        return to;
    }

    /** Whether the word before a particle belongs to the surname: a given name comes after it, or was there before. */
    private static boolean isLed(List<Word> words, boolean more) {
        boolean given = words.get(words.size() - 1).isGiven();
        return !given && (more || (words.size() > 1 && words.get(0).isGiven()));
    }

    /** Tokens without signs that are no part of a name; the number of tokens before the first comma, or -1. */
    private static int tokenise(String text, List<String> tokens, Notes notes) {
        int comma = -1;
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean part = Character.isLetter(c)
                    || Character.isDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.isSurrogate(c)
                    || c == '.'
                    || c == '-'
                    || c == '–'
                    || c == '\''
                    || c == '’'
                    || c == 'ʼ'
                    || c == '`'
                    || c == 'ʹ'
                    || c == 'ʺ'
                    || c == '/';
            if (part) {
                if (from < 0) {
                    from = i;
                }
                continue;
            }
            if (from >= 0) {
                addToken(text.substring(from, i), tokens, notes);
                from = -1;
            }
            if ((c == ',' || c == ';') && comma < 0 && !tokens.isEmpty()) {
                comma = tokens.size();
                if (isWhole(tokens)) {
                    notes.split = true;
                    return -1;
                }
            }
        }
        return comma;
    }

    /** Whether a comma after these tokens ends the name: "Иванов И. И., токарь". */
    private static boolean isWhole(List<String> tokens) {
        return tokens.size() >= 2
                && (isInitial(tokens.get(tokens.size() - 1))
                        || Patronymics.sexOf(tokens.get(tokens.size() - 1)) != null
                        || GivenNames.contains(tokens.get(tokens.size() - 1)));
    }

    private static void addToken(String typed, List<String> tokens, Notes notes) {
        String token = stripSigns(typed);
        if (token.indexOf('–') >= 0) {
            token = token.replace('–', '-');
            notes.split = true;
        }
        if (!hasLetter(token)) {
            notes.split |= !token.isEmpty();
            return;
        }
        if (tokens.isEmpty()
                && TITLES.contains(token.toLowerCase(Locale.ROOT))
                && !Character.isUpperCase(token.charAt(0))) {
            notes.split = true;
            return;
        }
        int slash = token.indexOf('/');
        if (slash > 0) {
            notes.variant = token.substring(slash + 1);
            token = token.substring(0, slash);
        }
        int dot = token.indexOf('.');
        if (dot < 0) {
            tokens.add(token);
            return;
        }
        // "И.И.Иванов", "Ж.-Л.", "Иванович."
        int from = 0;
        while (dot >= 0) {
            int next = dot + 1;
            if (next < token.length() && token.charAt(next) == '-' && token.indexOf('.', next) > 0) {
                dot = token.indexOf('.', next);
                continue;
            }
            addDotted(token.substring(from, next), tokens);
            from = next;
            while (from < token.length() && (token.charAt(from) == '.' || token.charAt(from) == '-')) {
                from++;
            }
            dot = token.indexOf('.', from);
            notes.split |= from < token.length();
        }
        if (from < token.length()) {
            tokens.add(token.substring(from));
        }
    }

    /** A short piece keeps its full stop, since it is an abbreviation; a word loses it. */
    private static void addDotted(String piece, List<String> tokens) {
        String word = piece.substring(0, piece.length() - 1);
        if (word.isEmpty()) {
            return;
        }
        boolean whole = word.length() > 5 || GivenNames.contains(word) || Patronymics.sexOf(word) != null;
        tokens.add(whole || (word.length() > 2 && word.indexOf('.') < 0 && tokens.isEmpty()) ? word : piece);
    }

    private static String stripSigns(String token) {
        int from = 0;
        int to = token.length();
        while (from < to && ".-–'’`/ʼʹʺ".indexOf(token.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "-–`/".indexOf(token.charAt(to - 1)) >= 0) {
            to--;
        }
        return token.substring(from, to);
    }

    private static boolean hasLetter(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (Character.isLetter(token.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** "И.", "И", "Дж.", "Ж.-Л."; not "и". */
    private static boolean isInitial(String token) {
        if (!Character.isUpperCase(token.charAt(0))) {
            return token.length() == 2 && token.charAt(1) == '.' && Character.isLetter(token.charAt(0));
        }
        return token.length() == 1 || token.endsWith(".");
    }

    private static String initial(String token) {
        String dotted = token.endsWith(".") ? token : token + '.';
        return Character.toUpperCase(dotted.charAt(0)) + dotted.substring(1);
    }

    static boolean isCapitals(String token) {
        int letters = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            if (Character.isLetter(c)) {
                letters++;
            }
        }
        return letters > 1;
    }

    static boolean isDescentOrChild(String part) {
        return DESCENT.contains(part) || Patronymics.sexOfChildWord(part) != null;
    }

    static boolean isParticle(String part) {
        return PARTICLES.contains(part) && part.length() > 1;
    }

    /** What the reading of a text noticed by the way. */
    static final class Notes {

        boolean letterCase;
        boolean split;
        /** "Щёлкин/Щелкин": the second spelling. */
        @Nullable
        String variant;

        /** The word as names are written: "ИВАНОВ" and "иванов" become "Иванов", "МакДональд" stays. */
        String cased(String word) {
            boolean capitals = isCapitals(word);
            if (!capitals && !Character.isLowerCase(word.charAt(0))) {
                return word;
            }
            String cased = capitals || word.equals(word.toLowerCase(Locale.ROOT)) ? title(word) : word;
            letterCase |= !cased.equals(word);
            return cased;
        }

        private static String title(String word) {
            StringBuilder out = new StringBuilder(word.length());
            int from = 0;
            String small = word.toLowerCase(Locale.ROOT);
            while (from <= small.length()) {
                int to = small.indexOf('-', from);
                String part = small.substring(from, to < 0 ? small.length() : to);
                if (from > 0) {
                    out.append('-');
                }
                boolean inside = from > 0 && (isDescentOrChild(part) || isParticle(part));
                boolean article = from == 0 && to > 0 && (part.equals("аль") || part.equals("эль"));
                out.append(inside || article || part.isEmpty() ? part : capitalised(part));
                if (to < 0) {
                    break;
                }
                from = to + 1;
            }
            return out.toString();
        }

        private static String capitalised(String part) {
            char[] chars = part.toCharArray();
            chars[0] = Character.toUpperCase(chars[0]);
            if (chars.length > 3 && (chars[1] == '\'' || chars[1] == '’')) {
                chars[2] = Character.toUpperCase(chars[2]);
            }
            return new String(chars);
        }
    }
}
