package ukaz.rules.identity;

/** Keys, each with a number; none may be 0. */
final class Slots {
    private final long[] table;
    private final int mask;

    /** @param most so many are added at the most */
    Slots(int most) {
        int size = Integer.highestOneBit(Math.max(16, most)) * 4;
        table = new long[size];
        mask = size - 1;
    }

    void add(long key) {
        table[place(key)] = key;
    }

    /** So many numbers are given. */
    int size() {
        return table.length;
    }

    /** -1 where it is not among them. */
    int find(long key) {
        int place = place(key);
        return table[place] == key ? place : -1;
    }

    private int place(long key) {
        int place = (int) (key ^ key >>> 32) & mask;
        while (table[place] != 0 && table[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }
}
