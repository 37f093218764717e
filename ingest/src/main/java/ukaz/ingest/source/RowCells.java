package ukaz.ingest.source;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/** Gathers the cells of one row after the other, gaps filled, columns counted. */
final class RowCells {

    private final Limits limits;
    private final Origin origin;
    private final BitSet hiddenColumns = new BitSet();
    private SourceCell[] cells = new SourceCell[32];
    private int size;

    RowCells(Limits limits, Origin origin) {
        this.limits = limits;
        this.origin = origin;
    }

    /** Forgets the columns of the sheet before. */
    void clear() {
        hiddenColumns.clear();
        size = 0;
    }

    /** Both counted from 0, the last one included. */
    void hideColumns(int first, int last) {
        hiddenColumns.set(Math.max(0, first), Math.max(0, Math.min(last, limits.maxColumns())) + 1);
    }

    /** An empty row of the same sheet. */
    RowCells sameColumns() {
        RowCells other = new RowCells(limits, origin);
        other.hiddenColumns.or(hiddenColumns);
        return other;
    }

    /** Keeps a cell unless it says nothing. */
    void add(
            int column,
            SourceCell.Kind kind,
            String text,
            double number,
            boolean formula,
            boolean struck,
            @Nullable String comment)
            throws SourceException {
        if (kind == SourceCell.Kind.EMPTY && !formula && comment == null) {
            return;
        }
        putNew(column, new SourceCell(kind, text, number, formula, struck, hiddenColumns.get(column), comment));
    }

    /** Keeps a cell, which is not looked at where nothing is hidden: that would be waiting for the memory it lies in. */
    @SuppressWarnings("ReferenceEquality")
    void add(int column, SourceCell cell) throws SourceException {
        if (cell == SourceCell.EMPTY) {
            return;
        }
        if (!hiddenColumns.isEmpty() && hiddenColumns.get(column)) {
            add(column, cell.kind(), cell.text(), cell.number(), cell.formula(), cell.struck(), cell.comment());
        } else {
            putNew(column, cell);
        }
    }

    /** Of two cells in one place neither is to be lost, and nobody can say which is meant. */
    private void putNew(int column, SourceCell cell) throws SourceException {
        if (column < size && !cells[column].equals(SourceCell.EMPTY)) {
            throw origin.unreadable("damaged");
        }
        put(column, cell);
    }

    /** Takes back the cells of a row that was not taken. */
    void forgetRow() {
        size = 0;
    }

    /** Gives the cell of a column its comment, and makes the cell where there is none. */
    void comment(int column, String comment) throws SourceException {
        SourceCell cell = column < size ? cells[column] : SourceCell.EMPTY;
        put(
                column,
                new SourceCell(
                        cell.kind(),
                        cell.text(),
                        cell.number(),
                        cell.formula(),
                        cell.struck(),
                        hiddenColumns.get(column),
                        comment));
    }

    private void put(int column, SourceCell cell) throws SourceException {
        if (column >= limits.maxColumns()) {
            throw origin.tooLarge(Limit.COLUMNS, column + 1L, limits.maxColumns());
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
        }
        if (column >= size) {
            Arrays.fill(cells, size, column, SourceCell.EMPTY);
            size = column + 1;
        }
        cells[column] = cell;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The cells of a row that nobody changes any more. */
    private static final class Taken extends AbstractList<SourceCell> implements RandomAccess {

        private final SourceCell[] cells;
        private final int size;

        Taken(SourceCell[] cells, int size) {
            this.cells = cells;
            this.size = size;
        }

        @Override
        public SourceCell get(int column) {
            return cells[Objects.checkIndex(column, size)];
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** The row so far; the next one starts empty. */
    SourceRow take(int number, boolean hidden) throws SourceException {
        if (number > limits.maxRows()) {
            throw origin.tooLarge(Limit.ROWS, number, limits.maxRows());
        }
        List<SourceCell> taken = size == 0 ? List.of() : new Taken(cells, size);
        // the next row is likely to be as long; a young array is cheaper to fill than an old one
        cells = size == 0 ? cells : new SourceCell[size];
        size = 0;
        return new SourceRow(number, hidden, taken);
    }
}
