package ukaz.app;

import java.text.NumberFormat;
import ukaz.app.job.Outcome;
import ukaz.model.Severity;

/** What a run came to, in a few lines. */
final class SummaryTable {

    private final Session session;
    private final Outcome outcome;

    SummaryTable(Session session, Outcome outcome) {
        this.session = session;
        this.outcome = outcome;
    }

    void print() {
        line("summary.files", outcome.files());
        if (outcome.failedFiles() > 0) {
            line("summary.failed", outcome.failedFiles());
        }
        line("summary.rows", outcome.rows().read());
        line("summary.rowsOfRecords", outcome.rows().records());
        line("summary.blank", outcome.rows().blank());
        line("summary.notData", outcome.rows().notData());
        line("summary.rejected", outcome.rows().rejected());
        line("summary.records", outcome.records());
        line("summary.errors", outcome.count(Severity.ERROR));
        line("summary.warnings", outcome.count(Severity.WARNING));
        line("summary.infos", outcome.count(Severity.INFO));
        if (outcome.settledInAll() > 0) {
            line("summary.settled", outcome.settledInAll());
        }
        Messages messages = session.messages();
        session.out()
                .println(label("summary.time")
                        + messages.text("summary.seconds", outcome.duration().toMillis() / 1000.0));
        outcome.written().forEach(path -> session.out().println(path));
    }

    private void line(String key, long count) {
        String number = NumberFormat.getIntegerInstance(
                        session.messages().language().locale())
                .format(count);
        session.out().println(label(key) + number);
    }

    private String label(String key) {
        String label = session.messages().text(key);
        return label + " ".repeat(Math.max(1, 24 - label.length()));
    }
}
