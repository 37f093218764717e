package ukaz.report.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rules found something in which records, eight bytes for each finding; filled first, then asked. */
final class FindingsOfRecords {

    private static final int RULE_BITS = 16;

    private final Map<String, Integer> ruleIds = new HashMap<>();
    private final List<String> rules = new ArrayList<>();
    private long[] pairs = new long[1024];
    private int count;
    private boolean sorted;

    void add(int record, String rule) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        int id = ruleIds.computeIfAbsent(rule, added -> {
            rules.add(added);
            return rules.size() - 1;
        });
        pairs[count++] = (long) record << RULE_BITS | id;
    }

    /** The rules that found something in the record, one entry for each finding. */
    List<String> of(int record) {
        if (!sorted) {
            Arrays.sort(pairs, 0, count);
            sorted = true;
        }
        int at = Arrays.binarySearch(pairs, 0, count, (long) record << RULE_BITS);
        if (at < 0) {
            at = -at - 1;
        }
        while (at > 0 && pairs[at - 1] >> RULE_BITS == record) {
            at--;
        }
        List<String> found = new ArrayList<>();
        for (; at < count && pairs[at] >> RULE_BITS == record; at++) {
            found.add(rules.get((int) (pairs[at] & (1 << RULE_BITS) - 1)));
        }
        return found;
    }
}
