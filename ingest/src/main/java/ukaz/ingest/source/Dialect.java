package ukaz.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text file separates its fields.
 *
 * @param delimiter between two fields
 * @param declared true where Excel's line {@code sep=;} says so, which is then no row
 * @param regular true where nearly every line has as many fields as the others, as in a table and not in prose
 */
record Dialect(char delimiter, boolean declared, boolean regular) {

    private static final char[] CANDIDATES = {';', '\t', ',', '|'};
    private static final int MAX_RECORDS = 300;
    private static final double REGULAR = 0.8;

    /**
     * The delimiter that gives most lines the same number of fields.
     *
     * @param head the beginning of the text
     * @param whole true where it is all of it
     */
    static Dialect of(String head, boolean whole) {
        if (head.length() >= 5
                && head.regionMatches(true, 0, "sep=", 0, 4)
                && (head.length() == 5 || head.charAt(5) == '\n' || head.charAt(5) == '\r')) {
            return new Dialect(head.charAt(4), true, true);
        }
        char best = ';';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = consistency(delimiters(head, candidate, whole));
            if (score > bestScore * 1.0001) {
                best = candidate;
                bestScore = score;
            }
        }
        return new Dialect(best, false, isRegular(delimiters(head, best, whole), best));
    }

    /** Delimiters outside quotes, record by record, blank ones left out. */
    private static List<Integer> delimiters(String head, char delimiter, boolean whole) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        boolean fieldStart = true;
        boolean blank = true;
        int count = 0;
        for (int i = 0; i < head.length() && counts.size() < MAX_RECORDS; i++) {
            char c = head.charAt(i);
            if (quoted) {
                if (c == '"') {
                    if (i + 1 < head.length() && head.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
                continue;
            }
            if (c == '\n' || c == '\r') {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
                fieldStart = true;
            } else if (c == delimiter) {
                count++;
                blank = false;
                fieldStart = true;
            } else {
                quoted = c == '"' && fieldStart;
                fieldStart = false;
                blank &= Character.isWhitespace(c);
            }
        }
        if (!blank && (whole || counts.isEmpty())) {
            counts.add(count);
        }
        return counts;
    }

    /** Commas are in prose, too, but rarely twice in every line. */
    private static boolean isRegular(List<Integer> counts, char delimiter) {
        int fewest = delimiter == ',' ? 2 : 1;
        Map<Integer, Integer> records = new HashMap<>();
        int most = 0;
        for (int count : counts) {
            if (count >= fewest) {
                most = Math.max(most, records.merge(count, 1, Integer::sum));
            }
        }
        return most >= 2 && most >= REGULAR * counts.size();
    }

    /** 0 where the delimiter does not occur; the share of records with the usual number of fields, more fields breaking ties. */
    private static double consistency(List<Integer> counts) {
        Map<Integer, Integer> records = new HashMap<>();
        for (int count : counts) {
            if (count > 0) {
                records.merge(count, 1, Integer::sum);
            }
        }
        int usual = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : records.entrySet()) {
            if (entry.getValue() > most || entry.getValue() == most && entry.getKey() > usual) {
                usual = entry.getKey();
                most = entry.getValue();
            }
        }
        return counts.isEmpty() ? 0 : (double) most / counts.size() * (1 + Math.log1p(usual) / 4);
    }
}
