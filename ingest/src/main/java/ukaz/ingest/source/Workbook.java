package ukaz.ingest.source;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/**
 * An opened file, read forward once: sheet after sheet, row after row. Not thread-safe.
 *
 * <p>A text file has one sheet. Memory is bounded whatever the size of the file, shared strings excepted, which have a
 * limit of their own.
 */
public interface Workbook extends Closeable {

    /** The format that was found: {@code xlsx}, {@code xls}, {@code csv} … */
    String format();

    /**
     * Goes to the next sheet, whatever is left of the one before.
     *
     * @return null after the last
     * @throws SourceException where the file is damaged here or beyond a limit
     */
    @Nullable
    Sheet nextSheet() throws SourceException;

    /**
     * The next row of this sheet that the file has, in ascending order; numbers may leave gaps, which are blank rows, or in
     * a text file {@link #ofLines() lines} of the row before.
     *
     * @return null after the last
     * @throws SourceException where the file is damaged here or beyond a limit
     */
    @Nullable
    SourceRow nextRow() throws SourceException;

    /** True for a text file, whose rows are numbered by the lines on which they start and may go over several. */
    boolean ofLines();

    /** What to say where no table is found in it: that a text under the name of a workbook is none; null in any other case. */
    @Nullable
    SourceException refusal();

    /** How much of the file has been read, from 0 to 1; NaN where it cannot be told. */
    double share();

    /**
     * The cells that a sheet, read to its end, has merged over several rows; some formats are read once more for them.
     *
     * @throws SourceException where the file is damaged
     */
    List<MergedCells> merged(Sheet sheet) throws SourceException;

    /** What was noticed so far of the file as a whole: {@code source-active} and the like. */
    List<Fault> faults();
}
