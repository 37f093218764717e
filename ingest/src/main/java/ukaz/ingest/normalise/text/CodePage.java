package ukaz.ingest.normalise.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A way to write letters as bytes, there and back without loss; bytes that a code page leaves free stand for the control
 * characters of the same number, as browsers have it.
 */
final class CodePage {

    static final CodePage UTF_8 = new CodePage(StandardCharsets.UTF_8, false);
    static final CodePage LATIN_1 = new CodePage(StandardCharsets.ISO_8859_1, true);
    static final CodePage WINDOWS_1252 = new CodePage(Charset.forName("windows-1252"), true);
    static final CodePage WINDOWS_1251 = new CodePage(Charset.forName("windows-1251"), true);
    static final CodePage KOI8_R = new CodePage(Charset.forName("KOI8-R"), true);
    static final CodePage CP_866 = new CodePage(Charset.forName("IBM866"), true);

    private final Charset charset;
    private final char @Nullable [] toChar;
    private final short @Nullable [] toByte;

    private CodePage(Charset charset, boolean oneByte) {
        this.charset = charset;
        if (!oneByte) {
            toChar = null;
            toByte = null;
            return;
        }
        char[] chars = new char[256];
        short[] bytes = new short[0x10000];
        Arrays.fill(bytes, (short) -1);
        int free = -1;
        int frees = 0;
        for (int i = 0; i < 256; i++) {
            char c = new String(new byte[] {(byte) i}, charset).charAt(0);
            if (c == '\uFFFD') {
                free = i;
                frees++;
            }
            chars[i] = c == '\uFFFD' ? (char) i : c;
            bytes[chars[i]] = (short) i;
        }
        if (frees == 1) {
            // Windows-1251 leaves one byte free, so the sign for an unreadable byte can only be that one.
            bytes['\uFFFD'] = (short) free;
        }
        toChar = chars;
        toByte = bytes;
    }

    /** Null where a character has no byte here. */
    byte @Nullable [] encode(String text) {
        if (toByte == null) {
            return text.getBytes(charset);
        }
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            short b = toByte[text.charAt(i)];
            if (b < 0) {
                return null;
            }
            bytes[i] = (byte) b;
        }
        return bytes;
    }

    /** Null where the bytes are no text here. */
    @Nullable
    String decode(byte[] bytes) {
        if (toChar == null) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        char[] chars = new char[bytes.length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = toChar[bytes[i] & 0xFF];
        }
        return new String(chars);
    }
}
