package ukaz.app;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import ukaz.app.job.Outcome;
import ukaz.app.operate.Ending;
import ukaz.app.operate.Letter;
import ukaz.model.Severity;

/** Puts the end of a run into a letter. */
final class RunLetter {

    private final Messages messages;
    private final ZoneId zone;

    RunLetter(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    Letter of(Ending ending) {
        List<String> lines = new ArrayList<>();
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(messages.language().locale())
                .withZone(zone);
        lines.add(messages.text("letter.run", ending.command(), time.format(ending.started())));
        lines.add("");
        if (ending.failure() != null) {
            lines.add(ending.failure());
        }
        Outcome outcome = ending.outcome();
        if (outcome != null && ending.reports() != null) {
            lines.addAll(SummaryTable.lines(messages, outcome));
            lines.add("");
            lines.add(messages.text("letter.reports", ending.reports().toAbsolutePath()));
        }
        lines.add("");
        lines.add("-- ");
        lines.add(messages.text("letter.signature", ending.version()));
        return new Letter(
                subject(ending),
                String.join("\n", lines) + "\n",
                messages.language().locale().toLanguageTag());
    }

    private String subject(Ending ending) {
        Outcome outcome = ending.outcome();
        if (outcome == null) {
            return messages.text("letter.failed");
        }
        String found = messages.text("letter.found", outcome.count(Severity.ERROR), outcome.count(Severity.WARNING));
        return outcome.failedFiles() == 0 ? found : found + messages.text("letter.unread", outcome.failedFiles());
    }
}
