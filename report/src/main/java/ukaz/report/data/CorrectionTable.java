package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ukaz.ingest.store.StoredChange;
import ukaz.model.SourceRef;
import ukaz.report.correction.Correction;
import ukaz.report.correction.RightValues;
import ukaz.report.run.Told;

/** {@code corrections.csv}: every cell whose right value is certain or proposed, to be reviewed and applied. */
public final class CorrectionTable implements FileOutput {

    private static final List<String> TITLES =
            List.of("file", "sheet", "cell", "was", "becomes", "kind", "certainty", "apply", "rule");

    private final RightValues right;
    private final CsvFile csv;
    /**
     * The cells that findings have corrected: of several corrections of a cell the first counts, the next check finds the
     * others. Changes come in the order of their cells, so that the last one of them is all that has to be remembered.
     */
    private long[] listed = new long[64];

    private int count;
    private long last;

    public CorrectionTable(Path folder, RightValues right) throws IOException {
        this.right = right;
        this.csv = new CsvFile(folder.resolve("corrections.csv"), TITLES);
    }

    @Override
    public void finding(Told told) throws IOException {
        String was = told.finding().fault().value();
        Correction correction = right.of(told.finding().fault());
        if (correction != null && was != null) {
            SourceRef at = told.finding().fault().at();
            long place = place(at);
            if (count == 0 || place != last) {
                if (count == listed.length) {
                    listed = Arrays.copyOf(listed, count * 2);
                }
                listed[count++] = place;
                last = place;
                add(at, was, correction, told.finding().rule());
            }
        }
    }

    @Override
    public void start(Stage stage) {
        if (stage == Stage.CHANGES) {
            Arrays.sort(listed, 0, count);
        }
    }

    @Override
    public void change(StoredChange change) throws IOException {
        Correction correction = right.of(change);
        if (correction != null) {
            long place = place(change.at());
            if (place != last && Arrays.binarySearch(listed, 0, count, place) < 0) {
                last = place;
                add(change.at(), change.change().from(), correction, "");
            }
        }
    }

    private static long place(SourceRef at) {
        return (long) Objects.hash(at.file(), at.sheet()) << 32 ^ at.row() * 31_607L ^ at.column();
    }

    private void add(SourceRef at, String was, Correction correction, String rule) {
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
    public WrittenFile file() {
        return csv;
    }
}
