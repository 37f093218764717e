package ukaz.app;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import ukaz.app.job.Outcome;
import ukaz.model.Severity;

/** What a run came to, in a few lines. */
final class SummaryTable {

    private static final int LABEL_WIDTH = 26;

    private final Session session;
    private final Outcome outcome;

    SummaryTable(Session session, Outcome outcome) {
        this.session = session;
        this.outcome = outcome;
    }

    void print() {
        lines(session.messages(), outcome).forEach(session.out()::println);
    }

    /** The lines; the last ones are the paths written. */
    static List<String> lines(Messages messages, Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(line(messages, "summary.files", outcome.files()));
        if (outcome.failedFiles() > 0) {
            lines.add(line(messages, "summary.failed", outcome.failedFiles()));
        }
        lines.add(line(messages, "summary.rows", outcome.rows().read()));
        lines.add(line(messages, "summary.rowsOfRecords", outcome.rows().records()));
        lines.add(line(messages, "summary.blank", outcome.rows().blank()));
        lines.add(line(messages, "summary.notData", outcome.rows().notData()));
        lines.add(line(messages, "summary.rejected", outcome.rows().rejected()));
        lines.add(line(messages, "summary.records", outcome.records()));
        lines.add(line(messages, "summary.errors", outcome.count(Severity.ERROR)));
        lines.add(line(messages, "summary.warnings", outcome.count(Severity.WARNING)));
        lines.add(line(messages, "summary.infos", outcome.count(Severity.INFO)));
        if (outcome.settledInAll() > 0) {
            lines.add(line(messages, "summary.settled", outcome.settledInAll()));
        }
        lines.add(label(messages, "summary.time")
                + messages.text("summary.seconds", outcome.duration().toMillis() / 1000.0));
        outcome.written().forEach(path -> lines.add(path.toString()));
        return lines;
    }

    private static String line(Messages messages, String key, long count) {
        return label(messages, key)
                + NumberFormat.getIntegerInstance(messages.language().locale()).format(count);
    }

    private static String label(Messages messages, String key) {
        String label = messages.text(key);
        return label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
    }
}
