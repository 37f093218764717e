package ukaz.app;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ukaz.app.job.Progress;

/** Says once that something is lost, and once that it is back. */
final class Troubles {

    private final PrintStream err;
    private final Messages messages;
    private final Set<Progress.Trouble> lost = ConcurrentHashMap.newKeySet();

    Troubles(PrintStream err, Messages messages) {
        this.err = err;
        this.messages = messages;
    }

    void trouble(Progress.Trouble of, boolean isLost) {
        if (isLost ? lost.add(of) : lost.remove(of)) {
            err.println(messages.text("trouble." + of + (isLost ? ".lost" : ".back")));
        }
    }

    void over(Progress.Trouble of) {
        trouble(of, false);
    }
}
