package ukaz.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.record.RecordAssembler;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.store.CrossRecords;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;
import ukaz.ingest.table.RowKind;
import ukaz.ingest.table.TableRow;
import ukaz.model.AwardRecord;
import ukaz.model.Fault;
import ukaz.model.RowCounts;

/** The records of the reference register, in a store of their own that is thrown away. */
final class ReferenceRegister implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Path folder;
    private final Store store;
    private final CrossRecords records;
    private final List<Fault> faults = new ArrayList<>();

    private ReferenceRegister(Path folder) {
        this.folder = folder;
        this.store = Store.embedded(folder.resolve("reference.db"));
        this.records = new CrossRecords(store);
    }

    /** Reads the reference register of the request; null where there is none. */
    static @Nullable ReferenceRegister open(CheckRequest request) {
        InputFile file = request.reference();
        if (file == null) {
            return null;
        }
        try {
            ReferenceRegister register = new ReferenceRegister(Files.createTempDirectory("ukaz-reference"));
            register.read(request, file);
            return register;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(CheckRequest request, InputFile file) throws IOException {
        SourceSummary source = new SourceSummary(
                0,
                file.path(),
                file.location(),
                Discovery.sha256(file.location()),
                Files.size(file.location()),
                null,
                SourceSummary.State.PENDING,
                List.of());
        store.addSources(List.of(source));
        RecordAssembler assembler = new RecordAssembler(
                source.path(), source.sha256(), request.reading().today());
        List<StagedRow> rows = new ArrayList<>();
        try (RowReader reader = new RowReader(request.reading(), source, SheetRange.ALL, null)) {
            reader.open();
            RowEvent event = reader.read();
            for (; event instanceof RowEvent.Row row; event = reader.read()) {
                if (row.row().kind() == RowKind.RECORD) {
                    rows.add(staged(row.row(), assembler));
                }
                if (rows.size() >= ROWS_AT_ONCE) {
                    store.add(0, rows);
                    rows.clear();
                }
            }
            if (event instanceof RowEvent.End end && end.state() == SourceSummary.State.FAILED) {
                faults.addAll(end.faults());
            }
        }
        store.add(0, rows);
    }

    private static StagedRow staged(TableRow row, RecordAssembler assembler) {
        List<AwardRecord> records = row.table() == null
                ? List.of()
                : assembler.assemble(row.table(), row.row()).records();
        return new StagedRow(
                row.sheet().index(), row.sheet().name(), null, records, List.of(), List.of(), null, RowCounts.NONE);
    }

    CrossRecords records() {
        return records;
    }

    /** Why it could not be read to its end. */
    List<Fault> faults() {
        return faults;
    }

    @Override
    public void close() {
        store.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
