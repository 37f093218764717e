package ukaz.rules.identity;

import org.jspecify.annotations.Nullable;

/** Parts of names by their hashes: every source of an archive names them again, and hardly one is new. */
final class KeptParts {

    private static final int FEWEST = 1 << 10;

    private @Nullable NamePart[] parts = new NamePart[FEWEST];
    private int size;

    /** Null where there is none; the sound makes sure of it. */
    @Nullable
    NamePart find(long hash, long sound) {
        int place = place(hash);
        for (NamePart part = parts[place]; part != null; part = parts[place]) {
            if (part.hash == hash && part.sound == sound) {
                return part;
            }
            place = place + 1 & parts.length - 1;
        }
        return null;
    }

    /** Adds one that is not there yet. */
    void add(NamePart part) {
        if (++size > parts.length / 2) {
            @Nullable NamePart[] old = parts;
            parts = new NamePart[old.length * 2];
            for (NamePart each : old) {
                if (each != null) {
                    put(each);
                }
            }
        }
        put(part);
    }

    private void put(NamePart part) {
        int place = place(part.hash);
        while (parts[place] != null) {
            place = place + 1 & parts.length - 1;
        }
        parts[place] = part;
    }

    private int place(long hash) {
        return (int) (hash ^ hash >>> 32) & parts.length - 1;
    }
}
