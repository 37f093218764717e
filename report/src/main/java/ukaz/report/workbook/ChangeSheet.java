package ukaz.report.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import ukaz.ingest.store.StoredChange;
import ukaz.model.Change;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/**
 * Every value that reads otherwise than in its source, so that nothing is changed silently; words in one line for all cells.
 * A word of the vocabulary that is written as the report names it is only counted.
 */
final class ChangeSheet implements Closeable {

    private final Wording wording;
    private final SourceLinks links;
    private final int mostOfKind;
    private final long[] lines = new long[Change.Kind.values().length];
    private final TableSheet sheet;
    private long asWritten;

    ChangeSheet(XlsxFile file, int position, Wording wording, SourceLinks links, int mostOfKind) throws IOException {
        this.wording = wording;
        this.links = links;
        this.mostOfKind = mostOfKind;
        this.sheet = file.table(
                position,
                new TableSpec(
                        wording.text("sheet-changes"),
                        "Normalisation",
                        "C9922E",
                        0,
                        0,
                        List.of(
                                Column.of(wording.text("col-change"), 28),
                                Column.of(wording.text("col-field"), 22),
                                Column.of(wording.text("col-value"), 40),
                                Column.of(wording.text("col-to"), 40),
                                Column.of(wording.text("col-times"), 10),
                                Column.of(wording.text("col-file"), 24),
                                Column.of(wording.text("col-sheet"), 14),
                                Column.of(wording.text("col-first-cell"), 12),
                                Column.of(wording.text("col-column"), 22)),
                        List.of(),
                        wording.text("none-changes"),
                        wording.text("continued", "%s")));
    }

    void add(StoredChange stored) throws IOException {
        Change change = stored.change();
        String to = understood(change);
        if (change.kind() == Change.Kind.VOCABULARY && to.equals(change.from())) {
            asWritten += stored.times();
            return;
        }
        if (++lines[change.kind().ordinal()] > mostOfKind) {
            return;
        }
        SourceRef at = stored.at();
        Cells row = sheet.row();
        row.shared(wording.term(Term.Kind.CHANGE, change.kind().name()), Look.WRAPPED);
        row.shared(wording.field(change.field()), Look.WRAPPED);
        row.text(change.from(), Look.WRAPPED);
        row.text(to, Look.WRAPPED);
        row.number(stored.times(), Look.COUNT);
        row.shared(at.file(), Look.WRAPPED);
        row.shared(SourceLinks.tab(at), Look.WRAPPED);
        links.put(row, at);
        row.shared(stored.title(), Look.WRAPPED);
        sheet.endRow();
    }

    /** What a word was taken for, by the name that readers know; any other value as it is. */
    private String understood(Change change) {
        if (change.kind() != Change.Kind.VOCABULARY) {
            return change.to();
        }
        return switch (change.field()) {
            case AWARD -> wording.term(Term.Kind.AWARD, change.to());
            case AUTHORITY -> wording.term(Term.Kind.AUTHORITY, change.to());
            case CITIZENSHIP -> wording.term(Term.Kind.STATE, change.to());
            case SEX -> wording.term(Term.Kind.SEX, change.to());
            case POSTHUMOUS -> wording.text(Boolean.parseBoolean(change.to()) ? "yes" : "no");
            default -> change.to();
        };
    }

    /** How many lines there are of this kind, shown or not. */
    long lines(Change.Kind kind) {
        return lines[kind.ordinal()];
    }

    int parts() {
        return sheet.parts();
    }

    @Override
    public void close() throws IOException {
        if (asWritten > 0) {
            sheet.note(wording.text("note-as-written", wording.number(asWritten)));
        }
        sheet.close();
    }
}
