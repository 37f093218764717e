package ukaz.ingest.normalise.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in brackets or after "урожд." beside a name, taken apart from the name itself.
 *
 * @param main the name without it
 * @param former a former or other name that is said to be one
 * @param bracketed texts in brackets of which nothing is said
 */
record Aside(String main, @Nullable String former, List<String> bracketed) {

    /** Words that announce another name, longest first. */
    private static final String[] MARKS = {
        "настоящая фамилия",
        "настоящее имя",
        "девичья фамилия",
        "первоначальная фамилия",
        "до замужества",
        "по первому мужу",
        "в девичестве",
        "в замужестве",
        "урождённая",
        "урожденная",
        "урожденный",
        "урождённый",
        "фамилия при рождении",
        "при рождении",
        "рождённая",
        "рожденная",
        "псевдоним",
        "наст. фам.",
        "наст. имя",
        "наст.фам.",
        "наст.имя",
        "дев. фам.",
        "партийный псевдоним",
        "по мужу",
        "по отцу",
        "в миру",
        "она же",
        "он же",
        "также",
        "бывшая",
        "бывший",
        "бывш.",
        "ранее",
        "урожд.",
        "урожд",
        "рожд.",
        "псевд.",
        "прежн.",
        "прежде",
        "наст.",
        "дев.",
        "ур.",
        "born",
        "née",
        "nee",
        "maiden name",
        "real name",
        "formerly",
        "alias"
    };

    static Aside of(String text) {
        StringBuilder main = new StringBuilder(text.length());
        List<String> bracketed = new ArrayList<>();
        String former = null;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                int end = endOf(text, i);
                String inside =
                        text.substring(i + 1, Math.min(end, text.length())).strip();
                String said = announced(inside);
                if (said != null && former == null) {
                    former = said;
                } else if (!inside.isEmpty()) {
                    bracketed.add(said == null ? inside : said);
                }
                main.append(' ');
                i = end + 1;
            } else {
                main.append(c == ')' || c == ']' ? ' ' : c);
                i++;
            }
        }
        return former == null ? inline(main.toString(), bracketed) : new Aside(main.toString(), former, bracketed);
    }

    private static int endOf(String text, int open) {
        char close = text.charAt(open) == '(' ? ')' : ']';
        int end = text.indexOf(close, open);
        return end < 0 ? text.length() : end;
    }

    /** The name after the announcing words; null without any. */
    private static @Nullable String announced(String inside) {
        String small = inside.toLowerCase(Locale.ROOT);
        for (String mark : MARKS) {
            if (small.startsWith(mark) && isEdge(small, mark.length())) {
                String rest = inside.substring(mark.length()).strip();
                while (!rest.isEmpty() && ":;,—–-".indexOf(rest.charAt(0)) >= 0) {
                    rest = rest.substring(1).strip();
                }
                String again = rest.isEmpty() ? null : announced(rest);
                return rest.isEmpty() || again != null ? again : rest;
            }
        }
        return null;
    }

    /** "Петрова, урожд. Сидорова, Анна": the one word after the mark, or all to the next comma. */
    private static Aside inline(String main, List<String> bracketed) {
        // İ alone becomes two small letters, and all behind it would stand elsewhere.
        String small = main.replace('İ', 'I').toLowerCase(Locale.ROOT);
        String whole = announced(main.strip());
        if (whole != null) {
            return new Aside("", whole, bracketed);
        }
        for (String mark : MARKS) {
            int at = small.indexOf(mark);
            if (at <= 0 || !isBreak(small.charAt(at - 1)) || !isEdge(small, at + mark.length())) {
                continue;
            }
            int from = at + mark.length();
            while (from < main.length() && (isBreak(main.charAt(from)) || main.charAt(from) == ':')) {
                from++;
            }
            int end = from;
            while (end < main.length() && !isBreak(main.charAt(end))) {
                end++;
            }
            if (end == from) {
                continue;
            }
            String before = main.substring(0, at).strip();
            if (before.endsWith(",")) {
                before = before.substring(0, before.length() - 1);
            }
            String after = main.substring(end);
            if (after.startsWith(",")) {
                after = after.substring(1);
            }
            return new Aside(before + ' ' + after, main.substring(from, end), bracketed);
        }
        return new Aside(main, null, bracketed);
    }

    private static boolean isBreak(char c) {
        return c == ' ' || c == ',' || c == ';';
    }

    private static boolean isEdge(String text, int at) {
        return at >= text.length() || text.charAt(at - 1) == '.' || !Character.isLetter(text.charAt(at));
    }
}
