package ukaz.ingest.source;

/**
 * How much a file may ask of the machine before it is refused; each can be raised on the command line.
 *
 * @param maxFileBytes size of the file itself
 * @param maxEntryBytes size of one part of a package, unpacked
 * @param maxRatio how many times larger a part may become by unpacking, beyond the first 10 MiB of it
 * @param maxRows number of the last row of a sheet
 * @param maxColumns number of the last column that holds anything
 * @param maxCellChars characters in one cell
 * @param maxSharedStringBytes texts that are held in memory while a file is read: shared strings, comments of a sheet
 */
public record Limits(
        long maxFileBytes,
        long maxEntryBytes,
        int maxRatio,
        int maxRows,
        int maxColumns,
        int maxCellChars,
        long maxSharedStringBytes) {

    /** Every file within the limits of its own format passes; a bomb does not. */
    public static final Limits DEFAULT = new Limits(2L << 30, 4L << 30, 200, 5_000_000, 16_384, 32_767, 256L << 20);

    static final long RATIO_FREE_BYTES = 10L << 20;
    static final int MAX_ENTRIES = 100_000;

    /** The same with smaller parts, where these are not small already. */
    Limits withEntryBytes(long bytes) {
        return new Limits(
                maxFileBytes,
                Math.min(bytes, maxEntryBytes),
                maxRatio,
                maxRows,
                maxColumns,
                maxCellChars,
                maxSharedStringBytes);
    }

    /** The limits by name, as texts and options call them. */
    enum Limit {
        FILE_SIZE("file-size", "--max-file-bytes"),
        ENTRY_SIZE("entry-size", "--max-entry-bytes"),
        ENTRY_COUNT("entry-count", ""),
        ZIP_RATIO("zip-ratio", "--max-ratio"),
        ROWS("rows", "--max-rows"),
        COLUMNS("columns", "--max-columns"),
        CELL_LENGTH("cell-length", "--max-cell-chars"),
        SHARED_STRINGS("shared-strings", "--max-shared-string-bytes");

        final String code;
        final String option;

        Limit(String code, String option) {
            this.code = code;
            this.option = option;
        }
    }
}
