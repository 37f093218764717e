package ukaz.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ukaz.app.job.RunFolder;
import ukaz.model.data.DataException;
import ukaz.report.Format;
import ukaz.report.run.RunInfo;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** The options of every command that writes reports. */
final class ReportOptions {

    private final Session session;
    private final Messages messages;
    private @Nullable RuleBook book;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable String out;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",")
    private List<String> formats = new ArrayList<>(List.of("xlsx", "html", "jsonl"));

    @Option(names = "--config", paramLabel = "FILE")
    private @Nullable String config;

    ReportOptions(Session session) {
        this.session = session;
        this.messages = session.messages();
    }

    /** The folder for the reports. */
    Path output() {
        return Path.of(out == null ? "ukaz-report" : out);
    }

    /** True where the command line names the folder. */
    boolean isOutGiven() {
        return out != null;
    }

    /** Takes the folder of the reports for one run. */
    RunFolder take(Path output) {
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new UsageException(messages.text("error.outIsFile", output));
        }
        try {
            RunFolder folder = RunFolder.take(output);
            if (folder == null) {
                throw new UsageException(messages.text("error.outIsBusy", output));
            }
            return folder;
        } catch (IOException e) {
            throw new UsageException(messages.text("error.outNotWritable", output, Reasons.of(e, messages)));
        }
    }

    Set<Format> formats() {
        Set<Format> wanted = EnumSet.noneOf(Format.class);
        for (String name : formats) {
            wanted.add(Format.of(name.strip().toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new UsageException(
                            messages.text("error.value", "--format", name, "xlsx, html, jsonl, csv"))));
        }
        return wanted;
    }

    /** The text of the settings; empty where none are named. */
    String settings() {
        try {
            return config == null ? "" : Files.readString(Path.of(config));
        } catch (IOException e) {
            throw new UsageException(messages.text("error.unreadable", config, Reasons.of(e, messages)));
        }
    }

    @Nullable
    String config() {
        return config;
    }

    RuleBook book() {
        RuleBook known = book;
        if (known == null) {
            known = read();
            book = known;
        }
        return known;
    }

    private RuleBook read() {
        if (config == null) {
            return RuleBook.of(Settings.standard());
        }
        try {
            return RuleBook.of(Settings.read(config, new StringReader(settings())));
        } catch (DataException e) {
            throw new UsageException(
                    messages.text("error.settings", messages.language().of(e.sentence())));
        }
    }

    /** Says what a report from an archive is about. */
    RunInfo info(String archive) {
        Instant now = session.clock().instant();
        return new RunInfo(
                UUID.randomUUID().toString(),
                UkazCommand.Version.number(),
                now,
                now,
                session.clock().getZone(),
                List.of(archive),
                config == null ? Map.of() : Map.of("--config", config),
                Map.of(),
                settings(),
                Optional.empty());
    }
}
