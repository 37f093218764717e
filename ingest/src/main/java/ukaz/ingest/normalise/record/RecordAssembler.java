package ukaz.ingest.normalise.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Table;

/** Makes award records of the rows of one file. Not thread-safe. */
public final class RecordAssembler {

    private final String file;
    private final String sha256;
    private final LocalDate today;
    private @Nullable Table table;
    private @Nullable RowAssembler rows;

    /**
     * @param file the path as given
     * @param sha256 of the content of the file, hexadecimal
     * @param today the day of the run
     */
    public RecordAssembler(String file, String sha256, LocalDate today) {
        this.file = file;
        this.sha256 = sha256;
        this.today = today;
    }

    /** The records of a row of the table; at least one. */
    // Two tables that look alike still have samples of their own, and comparing those for every row would cost.
    @SuppressWarnings("ReferenceEquality")
    public Assembled assemble(Table of, SourceRow row) {
        RowAssembler assembler = rows;
        if (assembler == null || table != of) {
            assembler = new RowAssembler(TableContext.of(file, sha256, of, today));
            rows = assembler;
            table = of;
        }
        return assembler.assemble(row);
    }
}
