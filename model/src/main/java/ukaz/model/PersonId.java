package ukaz.model;

import java.util.HexFormat;

/** The name of a person within a run: that of the smallest id among the records that tell of them. */
public final class PersonId {

    private static final int DIGITS = 16;

    private PersonId() {}

    /** The name of somebody of whom this record alone tells. */
    public static String alone(String recordId) {
        return of(key(recordId));
    }

    /** The name by the key of the smallest id. */
    public static String of(long key) {
        return "p-" + HexFormat.of().toHexDigits(key);
    }

    /** The first eight bytes of a record's id, as its hexadecimal digits tell them; keys are compared without a sign. */
    public static long key(String recordId) {
        if (recordId.length() >= DIGITS) {
            try {
                return HexFormat.fromHexDigitsToLong(recordId, 0, DIGITS);
            } catch (IllegalArgumentException e) {
                return mixed(recordId);
            }
        }
        return mixed(recordId);
    }

    private static long mixed(String text) {
        long key = text.length();
        for (int i = 0; i < text.length(); i++) {
            key = (key ^ text.charAt(i)) * 0x100000001B3L;
            key ^= key >>> 29;
        }
        return key;
    }
}
