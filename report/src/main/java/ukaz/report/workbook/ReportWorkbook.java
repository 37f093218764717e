package ukaz.report.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.Change;
import ukaz.model.SkippedRow;
import ukaz.model.Term;
import ukaz.report.correction.RightValues;
import ukaz.report.out.PartFile;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.Gone;
import ukaz.report.revision.Revision;
import ukaz.report.run.CardIndex;
import ukaz.report.run.Output;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Telling;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.XlsxFile;

/** {@code report.xlsx}, written sheet after sheet while the run is told. */
public final class ReportWorkbook implements Output {

    /**
     * How much is shown.
     *
     * @param rows of a sheet, before it is continued on another
     * @param ofRule findings of one rule on the sheet of discrepancies
     * @param ofKind changes of one kind on the sheet of normalisation
     */
    public record Limits(int rows, int ofRule, int ofKind) {
        public static final Limits STANDARD = new Limits(XlsxFile.MOST_ROWS, 50_000, 50_000);
    }

    private static final int DISCREPANCIES = 1;
    private static final int GONE = 2;
    private static final int REVISIONS = 3;
    private static final int PERSONS = 4;
    private static final int RECORDS = 5;
    private static final int CHANGES = 6;
    private static final int SKIPPED = 7;
    private static final int SOURCES = 8;
    private static final int RULES = 9;

    private final PartFile part;
    private final XlsxFile file;
    private final Wording wording;
    private final RunInfo run;
    private final Limits limits;
    private final CardIndex cards;
    private final boolean withLines;
    private final RightValues right;
    private final boolean compares;
    private final SourceLinks links;
    private final FindingsOfRecords findingsOfRecords = new FindingsOfRecords();
    private final List<String> notes = new ArrayList<>();
    private @Nullable RecordSheet records;
    private @Nullable DiscrepancySheet discrepancies;
    private @Nullable GoneSheet gone;
    private @Nullable RevisionSheet revisions;
    private @Nullable ChangeSheet changes;
    private @Nullable SkippedSheet skipped;

    /** @param withLines true where discrepancies.jsonl is written too */
    public ReportWorkbook(
            Path folder,
            Wording wording,
            RunInfo run,
            Telling telling,
            CardIndex cards,
            boolean withLines,
            RightValues right,
            Limits limits)
            throws IOException {
        this.part = new PartFile(folder.resolve("report.xlsx"));
        this.wording = wording;
        this.run = run;
        this.limits = limits;
        this.cards = cards;
        this.withLines = withLines;
        this.right = right;
        this.compares = telling.compares();
        for (EarlierReport.Remark remark : telling.remarks()) {
            notes.add(wording.remark(remark));
        }
        this.links = new SourceLinks(folder, telling.sources());
        this.file = new XlsxFile(
                new BufferedOutputStream(part.out(), 1 << 16),
                new XlsxFile.Properties(
                        wording.text("title"), wording.text("subject", run.id()), run.finished(), wording.text("page")),
                limits.rows());
    }

    @Override
    public void start(Stage stage) throws IOException {
        switch (stage) {
            case RECORDS -> records = new RecordSheet(file, RECORDS, wording, links);
            case FINDINGS ->
                discrepancies = new DiscrepancySheet(file, DISCREPANCIES, wording, right, links, limits.ofRule());
            case GONE -> gone = compares ? new GoneSheet(file, GONE, wording) : null;
            case REVISIONS -> revisions = new RevisionSheet(file, REVISIONS, wording);
            case CHANGES -> changes = new ChangeSheet(file, CHANGES, wording, links, limits.ofKind());
            case SKIPPED -> skipped = new SkippedSheet(file, SKIPPED, wording, links);
        }
    }

    @Override
    public void records(List<StoredRecord> lot) throws IOException {
        if (records != null) {
            for (StoredRecord record : lot) {
                records.add(record);
            }
        }
    }

    @Override
    public void finding(Told finding) throws IOException {
        if (discrepancies != null) {
            discrepancies.add(finding);
        }
        if (finding.card() != null) {
            findingsOfRecords.add(finding.card().index(), finding.finding().rule());
        }
    }

    @Override
    public void gone(Gone finding) throws IOException {
        if (gone != null) {
            gone.add(finding);
        }
    }

    @Override
    public void revision(Revision revision) throws IOException {
        if (revisions != null) {
            revisions.add(revision);
        }
    }

    @Override
    public void change(StoredChange change) throws IOException {
        if (changes != null) {
            changes.add(change);
        }
    }

    @Override
    public void skipped(SkippedRow row) throws IOException {
        if (skipped != null) {
            skipped.add(row);
        }
    }

    @Override
    public void end(Stage stage) throws IOException {
        switch (stage) {
            case RECORDS -> {
                if (records != null) {
                    records.close();
                    noteParts("sheet-records", records.parts());
                }
            }
            case FINDINGS -> {
                if (discrepancies != null) {
                    discrepancies.close();
                    noteParts("sheet-discrepancies", discrepancies.parts());
                }
            }
            case GONE -> {
                if (gone != null) {
                    gone.close();
                    noteParts("sheet-gone", gone.parts());
                }
            }
            case REVISIONS -> {
                if (revisions != null) {
                    revisions.close();
                    noteParts("sheet-revisions", revisions.parts());
                }
            }
            case CHANGES -> {
                if (changes != null) {
                    changes.close();
                    noteParts("sheet-changes", changes.parts());
                }
            }
            case SKIPPED -> {
                if (skipped != null) {
                    skipped.close();
                    noteParts("sheet-skipped", skipped.parts());
                }
            }
        }
    }

    private void noteParts(String sheet, int parts) {
        if (parts > 1) {
            notes.add(wording.text("note-continued", wording.text(sheet), parts));
        }
    }

    @Override
    public void finish(Totals totals) throws IOException {
        noteParts("sheet-persons", new PersonSheet(wording, links, findingsOfRecords).write(file, PERSONS, cards));
        noteParts("sheet-sources", new SourceSheet(wording, links).write(file, SOURCES, totals));
        new RuleSheet(wording).write(file, RULES, totals);
        noteOmitted(totals);
        notes.addAll(totals.notes());
        SummarySheet.write(file, wording, run, totals, notes);
        file.finish();
    }

    private void noteOmitted(Totals totals) {
        if (discrepancies != null) {
            for (Map.Entry<String, Integer> rule : discrepancies.omitted().entrySet()) {
                long found = totals.byRule()
                        .getOrDefault(rule.getKey(), Totals.NO_FINDINGS)
                        .total();
                notes.add(wording.text(
                        withLines ? "note-capped" : "note-no-lines",
                        wording.ruleTitle(rule.getKey()),
                        wording.number(found - rule.getValue()),
                        wording.number(found)));
            }
        }
        for (Change.Kind kind : totals.changes().keySet()) {
            long lines = changes == null ? 0 : changes.lines(kind);
            if (lines > limits.ofKind()) {
                notes.add(wording.text(
                        "note-changes-capped",
                        wording.term(Term.Kind.CHANGE, kind.name()),
                        wording.number(limits.ofKind()),
                        wording.number(lines)));
            }
        }
    }

    @Override
    public List<Path> complete() throws IOException {
        part.complete();
        return List.of(part.name());
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
