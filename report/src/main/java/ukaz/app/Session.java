package ukaz.app;

import java.io.PrintStream;
import java.time.Clock;
import ukaz.app.operate.RunLog;

/**
 * What every command works with.
 *
 * @param out for results
 * @param err for progress and messages
 * @param logged true where nobody watches, and what is told on {@code err} becomes events of a log
 */
record Session(PrintStream out, PrintStream err, Clock clock, Messages messages, boolean logged) {

    /** Says that a run, or the command itself, failed. */
    void error(String sentence) {
        if (logged) {
            RunLog.events().atError().addKeyValue("event", "failed").log("{}", sentence);
        } else {
            err.println(messages.text("error.prefix", sentence));
        }
    }
}
