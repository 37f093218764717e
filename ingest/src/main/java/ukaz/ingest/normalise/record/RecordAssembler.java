package ukaz.ingest.normalise.record;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Table;
import ukaz.ingest.table.TableRow;

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
    public Assembled assemble(Table of, TableRow row) {
        return assemble(of, row.row(), row.carried());
    }

    /** The records of a row of the table; at least one. */
    public Assembled assemble(Table of, SourceRow row) {
        return assemble(of, row, Map.of());
    }

    // Two tables that look alike still have samples of their own, and comparing those for every row would cost.
    @SuppressWarnings("ReferenceEquality")
    private Assembled assemble(Table of, SourceRow row, Map<Integer, Integer> carried) {
        RowAssembler assembler = rows;
        if (assembler == null || table != of) {
            assembler = new RowAssembler(TableContext.of(file, sha256, of, today));
            rows = assembler;
            table = of;
        }
        return assembler.assemble(row, carried);
    }
}
