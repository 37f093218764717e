package ukaz.ingest.store;

/** Somebody else has the part by now, or nobody is to have it: what was being written of it is undone. */
public final class TakenOverException extends RuntimeException {

    TakenOverException(int part) {
        super("part " + part + " was taken over");
    }
}
