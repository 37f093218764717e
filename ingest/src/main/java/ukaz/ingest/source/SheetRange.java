package ukaz.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Sheets of a file that follow one another.
 *
 * @param first index of the first, counted from 0
 * @param last index of the last
 */
public record SheetRange(int first, int last) {

    /** However many there are. */
    public static final SheetRange ALL = new SheetRange(0, Integer.MAX_VALUE);

    public boolean contains(int sheet) {
        return first <= sheet && sheet <= last;
    }

    /** True for the one range of each file in which what concerns the whole file is told. */
    public boolean startsFile() {
        return first == 0;
    }

    /**
     * Cuts a file into ranges, none of which is small: each but for a single one takes at least so many bytes.
     *
     * @param sheets the bytes of each sheet by its index
     */
    public static List<SheetRange> cut(SortedMap<Integer, Long> sheets, long atLeast) {
        List<SheetRange> ranges = new ArrayList<>();
        long left = sheets.values().stream().mapToLong(Long::longValue).sum();
        long taken = 0;
        int first = 0;
        for (Map.Entry<Integer, Long> sheet : sheets.entrySet()) {
            taken += sheet.getValue();
            left -= sheet.getValue();
            if (taken >= atLeast && left >= atLeast) {
                ranges.add(new SheetRange(first, sheet.getKey()));
                first = sheet.getKey() + 1;
                taken = 0;
            }
        }
        ranges.add(ranges.isEmpty() ? ALL : new SheetRange(first, sheets.lastKey()));
        return ranges;
    }
}
