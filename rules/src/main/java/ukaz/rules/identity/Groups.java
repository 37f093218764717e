package ukaz.rules.identity;

import java.nio.IntBuffer;

/** Numbered things, joined into groups step by step. */
final class Groups {

    private final IntBuffer parent;

    Groups(int count, Memory memory) {
        parent = memory.ints(count);
        for (int i = 0; i < count; i++) {
            parent.put(i, i);
        }
    }

    /** The lowest number of the group. */
    int root(int i) {
        int at = i;
        int up = parent.get(at);
        while (up != at) {
            int further = parent.get(up);
            parent.put(at, further);
            at = further;
            up = parent.get(at);
        }
        return at;
    }

    /** Joins two groups; false where they are one already. */
    boolean join(int a, int b) {
        int x = root(a);
        int y = root(b);
        if (x == y) {
            return false;
        }
        parent.put(Math.max(x, y), Math.min(x, y));
        return true;
    }
}
