package ukaz.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

/** The entry of the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        HeadStart.of(args);
        System.exit(run(System.out, System.err, Clock.system(ZoneId.systemDefault()), Locale.getDefault(), args));
    }

    /**
     * Runs one command.
     *
     * @param out for results
     * @param err for progress and messages
     * @param locale the language of the messages where the arguments name none
     * @return the exit code of the contract
     */
    public static int run(PrintStream out, PrintStream err, Clock clock, Locale locale, String... args) {
        return new Commands(out, err, clock, locale).run(args);
    }
}
