package ukaz.rules.identity;

import java.util.function.IntBinaryOperator;

/** Sorts numbers by an order of what they stand for, without an object for each. */
final class Sorting {

    private static final int FEW = 8;

    private Sorting() {}

    static void sort(int[] numbers, IntBinaryOperator order) {
        sort(numbers.clone(), numbers, 0, numbers.length, order);
    }

    /** Sorts a part of both into the second; both hold the same before. */
    private static void sort(int[] from, int[] into, int start, int end, IntBinaryOperator order) {
        if (end - start <= FEW) {
            for (int i = start + 1; i < end; i++) {
                int each = into[i];
                int j = i;
                while (j > start && order.applyAsInt(into[j - 1], each) > 0) {
                    into[j] = into[j - 1];
                    j--;
                }
                into[j] = each;
            }
            return;
        }
        int middle = (start + end) >>> 1;
        sort(into, from, start, middle, order);
        sort(into, from, middle, end, order);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean fromLeft = right >= end || left < middle && order.applyAsInt(from[left], from[right]) <= 0;
            into[i] = from[fromLeft ? left++ : right++];
        }
    }
}
