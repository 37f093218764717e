package ukaz.app;

import java.util.Set;
import org.slf4j.LoggerFactory;
import ukaz.rules.RuleBook;

/** Reads the law and the rules in a thread of its own while the command line is taken apart and the store is opened. */
final class HeadStart {

    private static final Set<String> JUDGING = Set.of("check", "import");

    private HeadStart() {}

    /** Begins where the command will judge records; whoever needs the rules earlier waits for them as ever. */
    static void of(String... args) {
        if (args.length > 0 && JUDGING.contains(args[0])) {
            // Here, and not there: of two threads that begin to log one would be told off.
            LoggerFactory.getILoggerFactory();
            Thread reading = new Thread(RuleBook::prepare, "head-start");
            reading.setDaemon(true);
            reading.start();
        }
    }
}
