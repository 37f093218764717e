package ukaz.rules.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Parts of names by the bytes of their keys: every source of an archive names them again, and hardly one is new. */
final class KeptParts {

    private static final int FEWEST = 1 << 10;

    private byte[] @Nullable [] keys = new byte[FEWEST][];
    private @Nullable NamePart[] parts = new NamePart[FEWEST];
    private int size;

    /** Null where there is none. */
    @Nullable
    NamePart find(byte[] bytes, int from, int length) {
        int place = hash(bytes, from, length) & keys.length - 1;
        for (byte[] key = keys[place]; key != null; key = keys[place]) {
            if (Arrays.equals(key, 0, key.length, bytes, from, from + length)) {
                return parts[place];
            }
            place = place + 1 & keys.length - 1;
        }
        return null;
    }

    /** Adds one that is not there yet. */
    void add(byte[] key, NamePart part) {
        if (++size > keys.length / 2) {
            grow();
        }
        put(key, part);
    }

    private void put(byte[] key, NamePart part) {
        int place = hash(key, 0, key.length) & keys.length - 1;
        while (keys[place] != null) {
            place = place + 1 & keys.length - 1;
        }
        keys[place] = key;
        parts[place] = part;
    }

    private void grow() {
        byte[] @Nullable [] oldKeys = keys;
        @Nullable NamePart[] oldParts = parts;
        keys = new byte[oldKeys.length * 2][];
        parts = new NamePart[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            byte[] key = oldKeys[i];
            NamePart part = oldParts[i];
            if (key != null && part != null) {
                put(key, part);
            }
        }
    }

    private static int hash(byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ hash >>> 12;
    }
}
