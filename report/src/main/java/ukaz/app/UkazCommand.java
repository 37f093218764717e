package ukaz.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
@Command(name = "ukaz", versionProvider = UkazCommand.Version.class)
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

    private final List<Language> languages = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "en|ru", scope = ScopeType.INHERIT)
    void languages(String value) {
        languages.clear();
        for (String key : value.split(",", -1)) {
            Language language = Arrays.stream(Language.values())
                    .filter(known -> known.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> wrong(value));
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
    }

    private CommandLine.ParameterException wrong(String value) {
        return new CommandLine.ParameterException(
                spec.commandLine(), session.messages().text("error.value", "--lang", value, "en, ru"));
    }

    /** The languages asked for, each once; the one of the messages where none is. */
    List<Language> languages() {
        return languages.isEmpty() ? List.of(session.messages().language()) : languages;
    }

    /** One command writes in several languages at once, the others in one. */
    void checkLanguages(String command) {
        if (languages.size() > 1 && !command.equals("report")) {
            throw wrong(languages.stream().map(Language::key).collect(Collectors.joining(",")));
        }
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
