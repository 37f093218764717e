package ukaz.report.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A report of an earlier run, read as often as wanted. */
public interface EarlierReport {

    /** What a report says of a rule: its mark, how many findings it had, and whether it was run. */
    record RuleLine(String mark, long found, boolean run) {}

    /** Tells every finding, resolved ones too, in the order of the file. */
    void read(Consumer<EarlierFinding> to) throws IOException;

    /** Looks at as much of the file as it takes to know that it is a report. */
    void check() throws IOException;

    /** By rule id, after {@link #read}; empty where the report does not list its rules. */
    Map<String, RuleLine> rules();

    /** What was not understood, after {@link #read}. */
    List<Remark> remarks();

    /**
     * Something a reviewer wrote that was not understood.
     *
     * @param key of the sentence that says so
     * @param where sheet and row
     * @param text as written
     */
    record Remark(String key, String where, String text) {}

    /**
     * The report in this file: a workbook, however it was saved since, or {@code discrepancies.jsonl}.
     */
    static EarlierReport of(Path file, ReportWords words) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".jsonl") ? new EarlierLines(file) : new EarlierWorkbook(file, words);
    }
}
