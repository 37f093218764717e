package ukaz.rules.identity;

import java.util.Arrays;

/** Numbered things, joined into groups step by step. */
final class Groups {

    private final int[] parent;

    Groups(int count) {
        parent = new int[count];
        Arrays.setAll(parent, i -> i);
    }

    /** The lowest number of the group. */
    int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
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
        parent[Math.max(x, y)] = Math.min(x, y);
        return true;
    }
}
