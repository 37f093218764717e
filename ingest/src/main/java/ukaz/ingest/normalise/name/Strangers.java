package ukaz.ingest.normalise.name;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.model.Field;
import ukaz.model.Term;

/** Sees what no name has: the signs of markup, addresses and formulas, pictures, and thousands of letters. */
final class Strangers {

    private static final int MOST_LETTERS = 200;
    private static final String SIGNS = "<>={}@\\^~|$%&";

    private Strangers() {}

    /** Why a text cannot be taken apart as a name; null where it can be tried. */
    static @Nullable Remark spoils(String text) {
        if (text.length() > MOST_LETTERS) {
            return remark("name-too-long");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SIGNS.indexOf(c) >= 0 || c == '/' && i > 0 && text.charAt(i - 1) == '/') {
                return remark("name-letters");
            }
        }
        return null;
    }

    /** What to say of a name with a picture beside it; null where there is none. */
    static @Nullable Remark picture(String text) {
        return text.codePoints().anyMatch(Strangers::isPicture) ? remark("name-letters") : null;
    }

    private static boolean isPicture(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
                c != '№' && c != '°' && c != '\ufffd';
            default -> false;
        };
    }

    private static Remark remark(String reason) {
        return new Remark(
                "name-malformed",
                Map.of(
                        "part",
                        new Term(Term.Kind.FIELD, Field.FULL_NAME.key()),
                        "reason",
                        new Term(Term.Kind.PHRASE, reason)));
    }
}
