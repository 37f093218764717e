package ukaz.ingest.source;

/** The {@code _xHHHH_} escapes by which OOXML writes characters that XML forbids. */
final class Escapes {

    /** How many characters stand for one at the most. */
    static final int LONGEST = 7;

    private Escapes() {}

    static String decoded(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int code = at + 7 <= text.length() && text.charAt(at + 6) == '_' ? hex(text, at + 2) : -1;
            if (code < 0) {
                at = text.indexOf("_x", at + 1);
            } else {
                decoded.append(text, done, at).append((char) code);
                done = at + 7;
                at = text.indexOf("_x", done);
            }
        }
        return decoded.append(text, done, text.length()).toString();
    }

    private static int hex(String text, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
