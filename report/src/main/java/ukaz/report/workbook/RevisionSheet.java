package ukaz.report.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.SourceRef;
import ukaz.report.revision.Revision;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Condition;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** What new versions of sources say otherwise than those before them: a line for each cell, or for a record come or gone. */
final class RevisionSheet implements Closeable {

    private final Wording wording;
    private final TableSheet sheet;

    RevisionSheet(XlsxFile file, int position, Wording wording) throws IOException {
        this.wording = wording;
        this.sheet = file.table(
                position,
                new TableSpec(
                        wording.text("sheet-revisions"),
                        "Revisions",
                        "4E7FA8",
                        0,
                        0,
                        List.of(
                                Column.of(wording.text("col-revision"), 16),
                                Column.of(wording.text("col-file"), 24),
                                Column.of(wording.text("col-sheet"), 14),
                                Column.of(wording.text("col-row-before"), 12),
                                Column.of(wording.text("col-row-now"), 12),
                                Column.of(wording.text("col-person"), 30),
                                Column.of(wording.text("col-award"), 22),
                                Column.of(wording.text("col-column"), 24),
                                Column.of(wording.text("col-before"), 34),
                                Column.of(wording.text("col-now"), 34)),
                        List.<Condition>of(),
                        wording.text("none-revisions"),
                        wording.text("continued", "%s")));
    }

    void add(Revision revision) throws IOException {
        if (revision.cells().isEmpty()) {
            line(revision, "", "", "");
        }
        for (Map.Entry<String, Revision.Said> cell : revision.cells().entrySet()) {
            line(
                    revision,
                    cell.getKey(),
                    cell.getValue().before(),
                    cell.getValue().now());
        }
    }

    private void line(Revision revision, String column, String before, String now) throws IOException {
        SourceRef at = revision.record().at();
        Cells row = sheet.row();
        row.shared(wording.text("revision-" + revision.kind().name()), Look.PLAIN);
        row.shared(at.file(), Look.WRAPPED);
        row.shared(SourceLinks.tab(at), Look.WRAPPED);
        row.text(row(revision.before()), Look.PLAIN);
        row.text(row(revision.now()), Look.PLAIN);
        row.text(revision.record().name().display(), Look.WRAPPED);
        row.shared(wording.awardShort(revision.record().award()), Look.WRAPPED);
        row.shared(column, Look.WRAPPED);
        row.text(before, Look.WRAPPED);
        row.text(now, Look.WRAPPED);
        sheet.endRow();
    }

    private static String row(@Nullable AwardRecord record) {
        return record == null ? "" : Integer.toString(record.at().row());
    }

    int parts() {
        return sheet.parts();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
