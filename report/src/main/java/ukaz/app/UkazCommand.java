package ukaz.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import ukaz.rules.text.Language;

/** The command without a subcommand: shows the help. */
@Command(name = "ukaz", versionProvider = UkazCommand.Version.class, synopsisSubcommandLabel = "COMMAND")
final class UkazCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(names = "--lang", paramLabel = "en|ru", scope = ScopeType.INHERIT)
    void language(String value) {
        for (Language language : Language.values()) {
            if (language.key().equals(value)) {
                return;
            }
        }
        throw new CommandLine.ParameterException(
                spec.commandLine(), session.messages().text("error.value", "--lang", value, "en, ru"));
    }

    UkazCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(session.out());
        return ExitCode.USAGE;
    }

    /** Names the version of the program. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"ukaz " + number()};
        }

        static String number() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(from classes)" : version;
        }
    }
}
