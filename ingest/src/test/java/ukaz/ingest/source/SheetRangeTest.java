package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SheetRangeTest {

    private static SortedMap<Integer, Long> sheets(long... bytes) {
        SortedMap<Integer, Long> sheets = new TreeMap<>();
        for (long each : bytes) {
            sheets.put(sheets.size(), each);
        }
        return sheets;
    }

    @Test
    void large_sheets_are_apart_and_small_ones_go_with_their_neighbours() {
        assertThat(SheetRange.cut(sheets(10, 10, 10), 10))
                .containsExactly(new SheetRange(0, 0), new SheetRange(1, 1), new SheetRange(2, 2));
        assertThat(SheetRange.cut(sheets(1, 30, 2, 3, 12, 9), 10))
                .containsExactly(new SheetRange(0, 1), new SheetRange(2, 5));
        assertThat(SheetRange.cut(sheets(10, 4, 5, 1, 10), 10))
                .containsExactly(new SheetRange(0, 0), new SheetRange(1, 3), new SheetRange(4, 4));
    }

    @Test
    void a_file_that_is_not_worth_it_stays_whole() {
        assertThat(SheetRange.cut(sheets(), 10)).containsExactly(SheetRange.ALL);
        assertThat(SheetRange.cut(sheets(100), 10)).containsExactly(SheetRange.ALL);
        assertThat(SheetRange.cut(sheets(9, 10), 10)).containsExactly(SheetRange.ALL);
    }

    @Test
    void every_sheet_is_in_one_range_whatever_tabs_lie_between() {
        SortedMap<Integer, Long> sheets = new TreeMap<>();
        for (int index : new int[] {1, 2, 5, 9}) {
            sheets.put(index, 20L);
        }

        assertThat(SheetRange.cut(sheets, 20))
                .containsExactly(
                        new SheetRange(0, 1), new SheetRange(2, 2), new SheetRange(3, 5), new SheetRange(6, 9));
        assertThat(SheetRange.cut(sheets, 20))
                .filteredOn(SheetRange::startsFile)
                .hasSize(1);
    }
}
