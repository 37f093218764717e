package ukaz.report.annotate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The attributes of a tag in its own bytes. */
final class Attributes {

    private Attributes() {}

    /** Where the value of the attribute begins and ends, whatever its prefix; null where there is none. */
    static int @Nullable [] find(byte[] tag, int length, String name) {
        int at = 1;
        while (at < length && tag[at] > ' ' && tag[at] != '>') {
            at++;
        }
        while (at < length) {
            while (at < length && tag[at] <= ' ' && tag[at] >= 0) {
                at++;
            }
            int from = at;
            while (at < length && tag[at] != '=' && tag[at] != '>') {
                at++;
            }
            if (at >= length || tag[at] == '>') {
                return null;
            }
            int to = at++;
            while (to > from && tag[to - 1] <= ' ' && tag[to - 1] >= 0) {
                to--;
            }
            while (at < length && tag[at] != '"' && tag[at] != '\'') {
                at++;
            }
            if (at >= length) {
                return null;
            }
            byte quote = tag[at++];
            int value = at;
            while (at < length && tag[at] != quote) {
                at++;
            }
            if (isNamed(tag, from, to, name)) {
                return new int[] {value, at};
            }
            at++;
        }
        return null;
    }

    private static boolean isNamed(byte[] tag, int from, int to, String name) {
        int start = to - name.length();
        if (start < from || start > from && tag[start - 1] != ':') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (tag[start + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The tag with the attribute set, a character for each byte. */
    static String with(String tag, String name, String value) {
        byte[] bytes = tag.getBytes(StandardCharsets.ISO_8859_1);
        int[] place = find(bytes, bytes.length, name);
        if (place != null) {
            return tag.substring(0, place[0]) + value + tag.substring(place[1]);
        }
        int end = tag.length() - (tag.charAt(tag.length() - 2) == '/' ? 2 : 1);
        return tag.substring(0, end).stripTrailing() + " " + name + "=\"" + value + "\"" + tag.substring(end);
    }

    /** The tag without the attribute. */
    static String without(String tag, String name) {
        byte[] bytes = tag.getBytes(StandardCharsets.ISO_8859_1);
        int[] place = find(bytes, bytes.length, name);
        if (place == null) {
            return tag;
        }
        int from = tag.lastIndexOf(name, place[0]);
        return tag.substring(0, from).stripTrailing() + tag.substring(place[1] + 1);
    }

    /** The tag of an empty element as one that begins an element. */
    static String opened(String tag) {
        return tag.substring(0, tag.length() - 2).stripTrailing() + ">";
    }

    static String unescaped(String value) {
        if (value.indexOf('&') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            int end = c == '&' ? value.indexOf(';', at) : -1;
            if (end < 0) {
                text.append(c);
                at++;
                continue;
            }
            String entity = value.substring(at + 1, end);
            text.append(character(entity));
            at = end + 1;
        }
        return text.toString();
    }

    private static String character(String entity) {
        return switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> numbered(entity);
        };
    }

    private static String numbered(String entity) {
        try {
            int point = entity.startsWith("#x")
                    ? Integer.parseInt(entity.substring(2), 16)
                    : Integer.parseInt(entity.startsWith("#") ? entity.substring(1) : "", 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
        } catch (NumberFormatException e) {
            return "\uFFFD";
        }
    }

    /** Text for an element in ASCII alone, so that it fits into a part of any encoding. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length() * 4);
        text.codePoints().forEach(c -> {
            if (c == '<') {
                ascii.append("&lt;");
            } else if (c == '>') {
                ascii.append("&gt;");
            } else if (c == '&') {
                ascii.append("&amp;");
            } else if (c == '"') {
                ascii.append("&quot;");
            } else if (c >= ' ' && c < 0x7F || c == '\n') {
                ascii.append((char) c);
            } else if (c < ' ' || c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE) {
                ascii.append(c == '\t' ? " " : "&#65533;");
            } else {
                ascii.append("&#").append(c).append(';');
            }
        });
        return ascii.toString();
    }
}
