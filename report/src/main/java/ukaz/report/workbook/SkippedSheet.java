package ukaz.report.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** The rows with content that are no records, as typed. */
final class SkippedSheet implements Closeable {

    private final Wording wording;
    private final SourceLinks links;
    private final TableSheet sheet;

    SkippedSheet(XlsxFile file, int position, Wording wording, SourceLinks links) throws IOException {
        this.wording = wording;
        this.links = links;
        this.sheet = file.table(
                position,
                new TableSpec(
                        wording.text("sheet-skipped"),
                        "Skipped",
                        "C9922E",
                        0,
                        0,
                        List.of(
                                Column.of(wording.text("col-reason-skipped"), 30),
                                Column.of(wording.text("col-kind"), 30),
                                Column.of(wording.text("col-file"), 24),
                                Column.of(wording.text("col-sheet"), 14),
                                Column.of(wording.text("col-row"), 9),
                                Column.of(wording.text("col-cells"), 100)),
                        List.of(),
                        wording.text("none-skipped"),
                        wording.text("continued", "%s")));
    }

    void add(SkippedRow skipped) throws IOException {
        SourceRef at = skipped.at();
        String typed = skipped.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" │ "));
        Cells row = sheet.row();
        row.shared(wording.ruleTitle(skipped.reason()), Look.WRAPPED);
        row.shared(wording.term(Term.Kind.PHRASE, skipped.kind()), Look.WRAPPED);
        row.shared(at.file(), Look.WRAPPED);
        row.shared(SourceLinks.tab(at), Look.WRAPPED);
        links.put(row, at);
        row.text(typed, Look.WRAPPED);
        sheet.endRow();
    }

    int parts() {
        return sheet.parts();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
