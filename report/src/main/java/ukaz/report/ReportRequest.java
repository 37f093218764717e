package ukaz.report;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.OpenOptions;
import ukaz.report.workbook.ReportWorkbook;
import ukaz.rules.RuleBook;
import ukaz.rules.text.Language;

/**
 * How reports are to be written.
 *
 * @param folder where to; made where there is none
 * @param limits how much the workbook shows
 * @param previous a workbook or {@code discrepancies.jsonl} of an earlier run; null where there is none
 * @param annotate how the sources were opened, to write marked copies of them; null for no copies
 */
public record ReportRequest(
        RuleBook book,
        Language language,
        Set<Format> formats,
        Path folder,
        ReportWorkbook.Limits limits,
        @Nullable Path previous,
        @Nullable OpenOptions annotate) {

    public ReportRequest {
        formats = Set.copyOf(formats);
    }

    /** Held against no earlier report, and without copies. */
    public static ReportRequest of(RuleBook book, Language language, Set<Format> formats, Path folder) {
        return new ReportRequest(book, language, formats, folder, ReportWorkbook.Limits.STANDARD, null, null);
    }

    /** The same, held against an earlier report. */
    public ReportRequest against(@Nullable Path earlier) {
        return new ReportRequest(book, language, formats, folder, limits, earlier, annotate);
    }

    /** The same, with marked copies of the sources. */
    public ReportRequest annotating(@Nullable OpenOptions opened) {
        return new ReportRequest(book, language, formats, folder, limits, previous, opened);
    }

    /** The same, with another limit to what the workbook shows. */
    public ReportRequest within(ReportWorkbook.Limits other) {
        return new ReportRequest(book, language, formats, folder, other, previous, annotate);
    }
}
