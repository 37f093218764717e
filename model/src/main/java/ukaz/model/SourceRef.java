package ukaz.model;

import org.jspecify.annotations.Nullable;

/**
 * A place in a source.
 *
 * @param file the path as given, relative to the argument's folder, with forward slashes
 * @param sheet the sheet's name; null for a text file, or where the whole file is meant
 * @param row counted from 1 as the spreadsheet shows it; 0 where no row is meant
 * @param column counted from 0; -1 where no column is meant
 */
public record SourceRef(String file, @Nullable String sheet, int row, int column) implements Comparable<SourceRef> {

    private static final String[] LETTERS = new String[256];

    static {
        for (int i = 0; i < LETTERS.length; i++) {
            LETTERS[i] = letters(i);
        }
    }

    public static SourceRef file(String file) {
        return new SourceRef(file, null, 0, -1);
    }

    public static SourceRef sheet(String file, @Nullable String sheet) {
        return new SourceRef(file, sheet, 0, -1);
    }

    public SourceRef column(int index) {
        return new SourceRef(file, sheet, row, index);
    }

    /** The address of the cell as in Excel, {@code F17}; null where this is not one cell. */
    public @Nullable String cell() {
        return row > 0 && column >= 0 ? columnLetters(column) + row : null;
    }

    /** {@code A} for 0, {@code AA} for 26. */
    public static String columnLetters(int column) {
        return column >= 0 && column < LETTERS.length ? LETTERS[column] : letters(column);
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    @Override
    public int compareTo(SourceRef other) {
        int files = file.compareTo(other.file);
        if (files != 0) {
            return files;
        }
        int sheets = (sheet == null ? "" : sheet).compareTo(other.sheet == null ? "" : other.sheet);
        if (sheets != 0) {
            return sheets;
        }
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
    }
}
