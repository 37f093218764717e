package ukaz.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ukaz.app.operate.LogForm;

/** The log of a command that runs long; what it asks for is done before anything else is parsed. */
final class LogOption {

    /** Says the same in the environment. */
    static final String VARIABLE = "UKAZ_LOG_FORMAT";

    private static final String NAME = "--log-format";

    private final Session session;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    LogOption(Session session) {
        this.session = session;
    }

    @Option(names = NAME, paramLabel = "text|json")
    void format(String value) {
        if (LogForm.of(value).isEmpty() && mixee != null) {
            throw new ParameterException(
                    mixee.commandLine(), session.messages().text("error.value", NAME, value, "text, json"));
        }
    }

    /** The form that the arguments ask for; null for none, or where what they say cannot be. */
    static @Nullable LogForm of(@Nullable String inEnvironment, String... args) {
        String wanted = inEnvironment;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(NAME + "=")) {
                wanted = args[i].substring(NAME.length() + 1);
            } else if (args[i].equals(NAME) && i + 1 < args.length) {
                wanted = args[i + 1];
            }
        }
        return wanted == null ? null : LogForm.of(wanted).orElse(null);
    }
}
