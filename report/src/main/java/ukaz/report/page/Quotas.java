package ukaz.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ukaz.model.RuleTally;

/** How many findings of each rule a page shows where it cannot show all: as evenly as can be. */
final class Quotas {

    private final Map<String, Integer> left = new HashMap<>();
    private int free;

    Quotas(Collection<RuleTally> tallies, int most) {
        List<RuleTally> ascending = new ArrayList<>(tallies);
        ascending.sort(Comparator.comparingLong(RuleTally::found));
        int rest = most;
        for (int i = 0; i < ascending.size(); i++) {
            RuleTally tally = ascending.get(i);
            int share = (int) Math.min(tally.found(), rest / (ascending.size() - i));
            left.put(tally.rule(), share);
            rest -= share;
        }
        this.free = rest;
    }

    /** Takes one of the rule's places; false where none is left. */
    boolean take(String rule) {
        int own = left.getOrDefault(rule, 0);
        if (own > 0) {
            left.put(rule, own - 1);
            return true;
        }
        if (free > 0) {
            free--;
            return true;
        }
        return false;
    }
}
