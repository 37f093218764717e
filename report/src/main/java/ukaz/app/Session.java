package ukaz.app;

import java.io.PrintStream;
import java.time.Clock;

/**
 * What every command works with.
 *
 * @param out for results
 * @param err for progress and messages
 */
record Session(PrintStream out, PrintStream err, Clock clock, Messages messages) {}
