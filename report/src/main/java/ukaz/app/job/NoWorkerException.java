package ukaz.app.job;

/** No worker has done anything for as long as a run was to wait for one. */
public final class NoWorkerException extends IllegalStateException {

    NoWorkerException(long minutes) {
        super("no worker has done anything for " + minutes
                + " minutes; is ukaz worker running for this archive and broker?");
    }
}
