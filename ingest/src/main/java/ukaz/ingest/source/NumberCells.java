package ukaz.ingest.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceCell.Kind;

/** Makes cells of numbers from the bytes they are written in, those that come back but once. */
final class NumberCells {

    /** Whole numbers that are made once: days from 1810 on, years, small counts. */
    private static final int LEAST = -(1 << 15);

    private static final int MOST = 1 << 16;
    private static final double[] TENTHS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final @Nullable SourceCell[] known = new SourceCell[2 * (MOST - LEAST)];

    /** The cell of a number as programs write it, a sign, digits and a fraction; null where it is written otherwise. */
    @Nullable
    SourceCell cell(byte[] bytes, int from, int to, boolean date) {
        boolean negative = bytes[from] == '-';
        int p = negative ? from + 1 : from;
        int first = p;
        long mantissa = 0;
        int fraction = -1;
        for (; p < to; p++) {
            byte b = bytes[p];
            if (b >= '0' && b <= '9') {
                mantissa = mantissa * 10 + b - '0';
            } else if (b == '.' && fraction < 0 && p > first && p + 1 < to) {
                fraction = to - p - 1;
            } else {
                return null;
            }
        }
        if (p == first || p - first > 16 || fraction > 0 && (mantissa > 1L << 53 || fraction > 15)) {
            return null;
        } else if (negative && fraction < 0 && mantissa > 0 && mantissa <= -LEAST) {
            return cell((int) -mantissa, bytes, from, to, date);
        } else if (fraction > 0 || negative || mantissa >= 1_000_000_000L) {
            // exact: both are doubles without rounding, and a division is rounded once
            double absolute = fraction > 0 ? mantissa / TENTHS[fraction] : mantissa;
            return cell(negative ? -absolute : absolute, date);
        }
        return cell((int) mantissa, bytes, from, to, date);
    }

    /** The cell of a whole number that is written in these bytes. */
    SourceCell cell(int whole, byte[] bytes, int from, int to, boolean date) {
        // years, days and small numbers come back; those beyond, such as the numbers of rows, seldom do
        int slot = whole >= LEAST && whole < MOST ? (whole - LEAST) * 2 + (date ? 1 : 0) : -1;
        SourceCell cell = slot < 0 ? null : known[slot];
        if (cell == null) {
            String text = bytes[from] == '0' || whole < 0
                    ? Integer.toString(whole)
                    : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            cell = new SourceCell(date ? Kind.DATE : Kind.NUMBER, text, whole, false, false, false, null);
            if (slot >= 0) {
                known[slot] = cell;
            }
        }
        return cell;
    }

    static SourceCell cell(double value, boolean date) {
        return date ? SourceCell.date(value) : SourceCell.number(value);
    }
}
