package ukaz.ingest.normalise.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.ingest.normalise.Reading.State;
import ukaz.model.Change;
import ukaz.model.Term;

/**
 * A cell's text made plain: wrong encodings, unseen characters, blanks, and letters of the wrong alphabet.
 *
 * <p>Line breaks become blanks; whoever wants the lines of a cell apart splits it before.
 */
public final class Texts {

    private static final int ROUNDS = 4;

    private Texts() {}

    /** Never null, never throws; {@link State#UNREADABLE} only where the letters are lost for good. */
    public static Reading<String> clean(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Reading.empty();
        }
        if (isClean(text)) {
            return Reading.of(text);
        }
        return slowly(text);
    }

    static Reading<String> slowly(String text) {
        return new Cleaning(text).read();
    }

    /** Whether {@link #clean} would change nothing; true is certain, false is a suspicion. Allocates nothing. */
    public static boolean isClean(String text) {
        int length = text.length();
        if (length > 0 && (text.charAt(0) == ' ' || text.charAt(length - 1) == ' ')) {
            return false;
        }
        boolean cyrillic = false;
        boolean latin = false;
        boolean onlyLatin = false;
        char before = ' ';
        int questions = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё') {
                cyrillic = true;
                if (c <= 'Я' && (before >= 'а' && before <= 'я')) {
                    return false;
                }
                if ((c == 'О' || c == 'о') && isDigit(before)) {
                    return false;
                }
                if (c == 'ё' && (before == 'Р' || before == 'С')) {
                    return false;
                }
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                latin = true;
                onlyLatin |= "ABCEHKMOPTXYaceopxy".indexOf(c) < 0;
                if (isDigit(before) && isLikeDigit(c)) {
                    return false;
                }
            } else if (isDigit(c)) {
                if (isLikeDigit(before) || before == 'О' || before == 'о') {
                    return false;
                }
            } else if (c == ' ') {
                if (before == ' ') {
                    return false;
                }
            } else if (c == '?') {
                if (++questions > 2) {
                    return false;
                }
            } else if (c < ' ' || c > '~') {
                if (!isPlainSign(c)
                        || (c == '†' && before > '~')
                        || before == 'Р'
                        || before == 'С'
                        || before == 'Ð'
                        || before == 'Ñ') {
                    return false;
                }
            }
            before = c;
        }
        return !latin || (!cyrillic && onlyLatin);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLikeDigit(char c) {
        return c == 'I' || c == 'l' || c == 'O' || c == 'o';
    }

    private static boolean isPlainSign(char c) {
        return switch (c) {
            case '№', '«', '»', '–', '—', '“', '”', '„', '’', '†' -> true;
            default -> false;
        };
    }

    /** The cleaning of one text. */
    private static final class Cleaning {

        private final String typed;
        private final Set<Change.Kind> changes = EnumSet.noneOf(Change.Kind.class);
        private final List<Remark> remarks = new ArrayList<>();

        Cleaning(String typed) {
            this.typed = typed;
        }

        Reading<String> read() {
            String text = typed;
            Set<String> unseen = new LinkedHashSet<>();
            String repaired = null;
            for (int round = 0; round < ROUNDS; round++) {
                String before = text;
                String meant = Mojibake.repair(text);
                if (meant != null) {
                    text = meant;
                    repaired = meant;
                    changes.add(Change.Kind.ENCODING);
                }
                text = withoutUnseen(text, unseen);
                if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                    text = Normalizer.normalize(text, Normalizer.Form.NFC);
                    changes.add(Change.Kind.INVISIBLE);
                }
                if (text.equals(before)) {
                    break;
                }
            }
            if (text.isEmpty()) {
                return Reading.empty();
            }
            if (repaired != null) {
                remarks.add(new Remark("text-mojibake", Map.of("value", typed, "repaired", text)));
            } else if (Mojibake.isLost(text)) {
                remarks.add(new Remark("text-mojibake", Map.of("value", typed)));
                if (Mojibake.isBeyondReading(text)) {
                    return new Reading<>(null, State.UNREADABLE, List.of(), List.copyOf(remarks));
                }
            }
            if (!unseen.isEmpty()) {
                List<Term> what = unseen.stream()
                        .map(code -> new Term(Term.Kind.PHRASE, code))
                        .toList();
                remarks.add(new Remark("text-invisible", Map.of("value", typed, "what", what)));
            }
            text = inOneAlphabet(text);
            return new Reading<>(text, State.VALUE, List.copyOf(changes), List.copyOf(remarks));
        }

        private String inOneAlphabet(String text) {
            Homoglyphs.Correction correction = Homoglyphs.correct(text);
            // A text that would then look like a wrong code page is better left alone.
            if (correction == null
                    || Mojibake.repair(correction.text()) != null
                    || Mojibake.isLost(correction.text())) {
                return text;
            }
            changes.add(Change.Kind.HOMOGLYPH);
            remarks.add(new Remark(
                    "text-homoglyph",
                    Map.of("value", typed, "corrected", correction.text(), "letters", correction.letters())));
            return Normalizer.normalize(correction.text(), Normalizer.Form.NFC);
        }

        /** Unseen characters dropped, every blank made a plain one, stress marks taken off, blanks collapsed and trimmed. */
        private String withoutUnseen(String text, Set<String> unseen) {
            StringBuilder out = new StringBuilder(text.length());
            boolean blank = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                String code = codeOf(c);
                if (isBlank(c)) {
                    if (code != null) {
                        unseen.add(code);
                        changes.add(Change.Kind.INVISIBLE);
                    } else if (c != ' ' || blank || out.isEmpty()) {
                        changes.add(Change.Kind.WHITE_SPACE);
                    }
                    blank = true;
                } else if (code != null) {
                    unseen.add(code);
                    changes.add(Change.Kind.INVISIBLE);
                } else if (isStress(c, out, blank)) {
                    changes.add(Change.Kind.INVISIBLE);
                } else {
                    if (blank && !out.isEmpty()) {
                        out.append(' ');
                    }
                    blank = false;
                    out.append(c);
                }
            }
            if (blank) {
                changes.add(Change.Kind.WHITE_SPACE);
            }
            return out.toString();
        }

        /** "Ива́нов", as encyclopaedias print it. */
        private static boolean isStress(char c, StringBuilder out, boolean blank) {
            return (c == '\u0301' || c == '\u0300')
                    && !blank
                    && !out.isEmpty()
                    && "АЕЁИОУЫЭЮЯІЇЄаеёиоуыэюяіїє".indexOf(out.charAt(out.length() - 1)) >= 0;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
        }

        /** The code of what is unseen, for the finding; null for what is seen or a plain blank. */
        private static @Nullable String codeOf(char c) {
            if (c < 0x7F) {
                return c >= ' ' || (c >= '\t' && c <= '\r') ? null : "control-character";
            }
            return switch (c) {
                case '\u0085' -> null;
                case '\u00A0', '\u202F', '\u2007' -> "no-break-space";
                case '\u00AD' -> "soft-hyphen";
                case '\u200B', '\u200C', '\u200D', '\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\u180E' ->
                    "zero-width";
                case '\u200E', '\u200F', '\u061C' -> "direction-mark";
                case '\uFEFF' -> "byte-order-mark";
                default -> rareCodeOf(c);
            };
        }

        private static @Nullable String rareCodeOf(char c) {
            if ((c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u206F')) {
                return "direction-mark";
            }
            if (c >= '\uFE00' && c <= '\uFE0F') {
                return "zero-width";
            }
            return c < 0xA0 ? "control-character" : null;
        }
    }
}
