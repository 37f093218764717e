package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ukaz.ingest.store.StoredChange;
import ukaz.model.SourceRef;
import ukaz.report.correction.Correction;
import ukaz.report.correction.RightValues;
import ukaz.report.run.Output;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;

/** {@code corrections.csv}: every cell whose right value is certain or proposed, to be reviewed and applied. */
public final class CorrectionTable implements Output {

    private static final List<String> TITLES =
            List.of("file", "sheet", "cell", "was", "becomes", "kind", "certainty", "apply", "rule");

    private final RightValues right;
    private final CsvFile csv;
    /** Cells listed already: of several corrections of a cell the first counts, the next check finds the others. */
    private final Set<Long> listed = new HashSet<>();

    public CorrectionTable(Path folder, RightValues right) throws IOException {
        this.right = right;
        this.csv = new CsvFile(folder.resolve("corrections.csv"), TITLES);
    }

    @Override
    public void finding(Told told) throws IOException {
        String was = told.finding().fault().value();
        Correction correction = right.of(told.finding().fault());
        if (correction != null && was != null) {
            add(told.finding().fault().at(), was, correction, told.finding().rule());
        }
    }

    @Override
    public void change(StoredChange change) throws IOException {
        Correction correction = right.of(change);
        if (correction != null) {
            add(change.at(), change.change().from(), correction, "");
        }
    }

    private void add(SourceRef at, String was, Correction correction, String rule) {
        long place = (long) Objects.hash(at.file(), at.sheet()) << 32 ^ at.row() * 31_607L ^ at.column();
        if (!listed.add(place)) {
            return;
        }
        csv.add(at.file())
                .add(at.sheet())
                .add(at.cell())
                .add(was)
                .add(correction.becomes())
                .add(correction.kindKey())
                .add(correction.certainty())
                .add(correction.certain() ? "yes" : "no")
                .add(rule)
                .endRow();
    }

    @Override
    public void finish(Totals totals) throws IOException {
        csv.flush();
    }

    @Override
    public List<Path> complete() throws IOException {
        return List.of(csv.complete());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
