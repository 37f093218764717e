package ukaz.report.annotate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;

/**
 * The cells of one sheet that are to be marked, and what is to be said at them.
 *
 * <p>Added in any order, then sealed, then read by place. A place is row and column in one number, in the order in which
 * cells stand in a sheet.
 */
final class SheetMarks {

    private static final int COLUMN_BITS = 14;
    private static final int LEVELS = Severity.values().length;
    /** A note without a colour. */
    private static final int NO_COLOUR = LEVELS;

    private static final int LEVEL_BITS = 2;

    /** The most characters that one comment is worth reading for. */
    private static final int MOST_TEXT = 1_500;

    private final Budget budget;
    private final Map<Long, StringBuilder> texts = new HashMap<>();
    private long[] marks = new long[64];
    private int count;
    private int omitted;

    /** How many comments there may still be. */
    static final class Budget {
        private final int perSheet;
        private int left;

        Budget(int perSheet, int inAll) {
            this.perSheet = perSheet;
            this.left = inAll;
        }
    }

    SheetMarks(Budget budget) {
        this.budget = budget;
    }

    static long place(int row, int column) {
        return (long) row << COLUMN_BITS | column;
    }

    static int row(long place) {
        return (int) (place >> COLUMN_BITS);
    }

    static int column(long place) {
        return (int) (place & (1 << COLUMN_BITS) - 1);
    }

    /** @param severity null for a comment without a colour */
    void add(int row, int column, @Nullable Severity severity, String text) {
        if (count == marks.length) {
            marks = Arrays.copyOf(marks, count * 2);
        }
        long place = place(row, column);
        marks[count++] = place << LEVEL_BITS | (severity == null ? NO_COLOUR : severity.ordinal());
        StringBuilder known = texts.get(place);
        if (known != null) {
            if (known.length() + text.length() <= MOST_TEXT) {
                known.append("\n\n").append(text);
            } else if (known.charAt(known.length() - 1) != '…') {
                known.append("\n…");
            }
        } else if (texts.size() < budget.perSheet && budget.left > 0) {
            budget.left--;
            texts.put(place, new StringBuilder(cut(text)));
        }
    }

    private static String cut(String text) {
        if (text.length() <= MOST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_TEXT - 1)) ? MOST_TEXT - 1 : MOST_TEXT;
        return text.substring(0, end) + "…";
    }

    /** Puts the marks in order, one for each place, the heaviest. */
    void seal() {
        Arrays.sort(marks, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || marks[kept - 1] >> LEVEL_BITS != marks[i] >> LEVEL_BITS) {
                marks[kept++] = marks[i];
            }
        }
        count = kept;
        omitted = count - texts.size();
    }

    int size() {
        return count;
    }

    /** How many marked cells have no comment, because there are too many. */
    int omitted() {
        return omitted;
    }

    int comments() {
        return texts.size();
    }

    long placeAt(int index) {
        return marks[index] >> LEVEL_BITS;
    }

    /** Null for a cell that is to keep its colour. */
    @Nullable
    Severity severityAt(int index) {
        int level = (int) (marks[index] & (1 << LEVEL_BITS) - 1);
        return level == NO_COLOUR ? null : Severity.values()[level];
    }

    @Nullable
    String textAt(int index) {
        StringBuilder text = texts.get(placeAt(index));
        return text == null ? null : text.toString();
    }

    /** The first mark at this place or behind it. */
    int from(long place) {
        int found = Arrays.binarySearch(marks, 0, count, place << LEVEL_BITS);
        return found >= 0 ? found : -found - 1;
    }
}
