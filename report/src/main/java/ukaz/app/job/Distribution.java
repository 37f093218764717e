package ukaz.app.job;

import java.time.Duration;
import ukaz.app.broker.BrokerPlace;

/**
 * That files are read by workers on other machines.
 *
 * @param patience how long a run waits while no worker does anything
 * @param places where this machine has the files
 */
public record Distribution(BrokerPlace broker, Duration patience, SourceFiles.Places places) {

    /** The queue in which the requests for an archive wait. */
    static String queue(String archive) {
        return "ukaz." + archive;
    }
}
