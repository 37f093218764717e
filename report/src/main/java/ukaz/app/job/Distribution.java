package ukaz.app.job;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ukaz.app.broker.BrokerPlace;

/**
 * That files are read by workers on other machines.
 *
 * @param patience how long a run waits while no worker does anything
 * @param root the folder in which this machine has the files; null where the others have them at the same place
 */
public record Distribution(
        BrokerPlace broker, Duration patience, @Nullable Path root) {

    /** The queue in which the requests for an archive wait. */
    static String queue(String archive) {
        return "ukaz." + archive;
    }
}
