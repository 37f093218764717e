package ukaz.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/**
 * The shared strings of a workbook, one behind the other as characters, for a string is made of these in half the time it
 * takes to decode bytes; those asked for often stay strings.
 */
final class TextPool {

    private static final int CHUNK = 1 << 19;
    /** Few enough to lie near the processor; what is seldom asked for is sooner made anew than fetched from far memory. */
    private static final int CACHED = 1 << 12;

    private final Limits limits;
    private final Origin origin;
    private final List<char[]> chunks = new ArrayList<>();
    private int[] chunkOf = new int[1024];
    private int[] start = new int[1024];
    private int[] length = new int[1024];
    private int size;
    private int used = CHUNK;
    private long bytes;
    private final BitSet struck = new BitSet();
    private final @Nullable SourceCell[] cache = new SourceCell[CACHED];
    private final int[] cached = new int[CACHED];

    TextPool(Limits limits, Origin origin) {
        this.limits = limits;
        this.origin = origin;
        Arrays.fill(cached, -1);
    }

    void add(String text, boolean isStruck) throws SourceException {
        int letters = text.length();
        bytes += 2L * letters + 12;
        if (bytes > limits.maxSharedStringBytes() || size == Integer.MAX_VALUE - 8) {
            throw origin.tooLarge(Limit.SHARED_STRINGS, bytes, limits.maxSharedStringBytes());
        }
        if (chunks.isEmpty() || used + letters > chunks.get(chunks.size() - 1).length) {
            chunks.add(new char[Math.max(CHUNK, letters)]);
            used = 0;
        }
        if (size == start.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
            chunkOf = Arrays.copyOf(chunkOf, capacity);
            start = Arrays.copyOf(start, capacity);
            length = Arrays.copyOf(length, capacity);
        }
        text.getChars(0, letters, chunks.get(chunks.size() - 1), used);
        chunkOf[size] = chunks.size() - 1;
        start[size] = used;
        length[size] = letters;
        used += letters;
        if (isStruck) {
            struck.set(size);
        }
        size++;
    }

    /** The string of that index; null where there is none. */
    @Nullable
    String get(int index) {
        SourceCell cell = cell(index);
        return cell == null ? null : cell.text();
    }

    /** A cell with the string of that index, struck through where a part of it is; null where there is none. */
    @Nullable
    SourceCell cell(int index) {
        if (index < 0 || index >= size) {
            return null;
        }
        int slot = index & (CACHED - 1);
        SourceCell cell = cache[slot];
        if (cached[slot] != index || cell == null) {
            String text = new String(chunks.get(chunkOf[index]), start[index], length[index]);
            cell = text.isEmpty() || !struck.get(index)
                    ? SourceCell.text(text)
                    : new SourceCell(SourceCell.Kind.TEXT, text, Double.NaN, false, true, false, null);
            // what is asked for once only would push out what is asked for often
            cache[slot] = cached[slot] == index ? cell : null;
            cached[slot] = index;
        }
        return cell;
    }

    /** True where a part of it at least is struck through. */
    boolean isStruck(int index) {
        return struck.get(index);
    }

    int size() {
        return size;
    }
}
