package ukaz.ingest.store;

/** The archive is not this process's to write to any more. */
public final class LostLockException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LostLockException(String archive) {
        super("the lock of " + archive + " was lost");
    }
}
