package ukaz.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import ukaz.app.operate.LogForm;
import ukaz.app.operate.RunLog;
import ukaz.rules.text.Language;

/** Parses the arguments and runs the command they name; every error becomes one sentence. */
final class Commands {

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Locale locale;
    private final boolean logged;

    Commands(PrintStream out, PrintStream err, Clock clock, Locale locale) {
        this(out, err, clock, locale, false);
    }

    private Commands(PrintStream out, PrintStream err, Clock clock, Locale locale, boolean logged) {
        this.logged = logged;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.locale = locale;
    }

    int run(String... args) {
        LogForm form = LogOption.of(System.getenv(LogOption.VARIABLE), args);
        if (form == null) {
            return new Commands(out, err, clock, locale, false).runPlainly(args);
        }
        try (RunLog log = RunLog.begin(form, clock.getZone(), err)) {
            return new Commands(out, log.told(), clock, locale, true).runPlainly(args);
        }
    }

    private int runPlainly(String... args) {
        Messages messages = Messages.in(languageOf(args));
        Session session = new Session(out, err, clock, messages, logged);
        UkazCommand ukaz = new UkazCommand(session);
        CommandLine line = new CommandLine(ukaz)
                .addSubcommand(new CheckCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new WatchCommand(session))
                .addSubcommand(new WorkerCommand(session))
                .addSubcommand(new ArchiveCommand(session))
                .addSubcommand(new ReportCommand(session, ukaz))
                .addSubcommand(new RulesCommand(session))
                .addSubcommand(new StatuteCommand(session))
                .addSubcommand(new ProfileCommand(session))
                .addSubcommand(new SampleCommand(session))
                .setResourceBundle(messages.bundle())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(Terminal.textWidth())
                .setAbbreviatedOptionsAllowed(true)
                .setExecutionStrategy(parsed -> {
                    ukaz.checkLanguages(
                            parsed.hasSubcommand()
                                    ? parsed.subcommand().commandSpec().name()
                                    : "");
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((wrong, arguments) -> {
                    session.error(sentence(messages, wrong));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> onFailure(session, failure));
        for (CommandLine command : List.of(line, line.getSubcommands().get("archive"))) {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            String label = messages.text("usage.command");
            usage.synopsisSubcommandLabel(command.equals(line) ? label : "[" + label + "]");
        }
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            session.error(Reasons.of(e, messages) + ".");
            return ExitCode.FAILED;
        }
    }

    /** The language is needed before anything is parsed, for the sentences about wrong arguments. */
    private Language languageOf(String... args) {
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith("--lang=")
                    ? args[i].substring("--lang=".length())
                    : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : null;
            for (Language language : Language.values()) {
                if (value != null && language.key().equals(value.split(",", 2)[0])) {
                    return language;
                }
            }
        }
        return Language.of(locale);
    }

    private int onFailure(Session session, Exception failure) {
        Messages messages = session.messages();
        if (failure instanceof UsageException usage) {
            session.error(String.valueOf(usage.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof FailedRunException failed) {
            session.error(String.valueOf(failed.getMessage()));
            LoggerFactory.getLogger(Main.class).debug("the run failed", failed);
            return ExitCode.FAILED;
        }
        session.error(
                messages.text("error.internal", failure.getClass().getSimpleName(), Reasons.of(failure, messages)));
        LoggerFactory.getLogger(Main.class).debug("unexpected", failure);
        return ExitCode.FAILED;
    }

    private static String sentence(Messages messages, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().isEmpty()
                    ? ""
                    : unmatched.getUnmatched().get(0);
            List<String> near = unmatched.getSuggestions();
            String suggestion = near.isEmpty() ? "" : " " + messages.text("error.near", String.join(", ", near));
            String key = unmatched.isUnknownOption()
                    ? "error.unknownOption"
                    : wrong.getCommandLine().getParent() == null ? "error.unknownCommand" : "error.tooMuch";
            return messages.text(key, first, command) + suggestion;
        }
        if (wrong instanceof MissingParameterException missing) {
            List<ArgSpec> needed = missing.getMissing();
            boolean option = !needed.isEmpty() && needed.get(0).isOption();
            String label = needed.isEmpty() ? "" : named(needed.get(0));
            return messages.text(option ? "error.missingValue" : "error.missingArgument", label, command);
        }
        if (wrong.getArgSpec() != null && NUMBERS.contains(wrong.getArgSpec().type())) {
            return messages.text("error.number", named(wrong.getArgSpec()), wrong.getValue());
        }
        return messages.text("error.wrongArgument", firstLine(String.valueOf(wrong.getMessage())), command);
    }

    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
