package ukaz.ingest.store;

import org.jspecify.annotations.Nullable;

/**
 * What one worker reads at a time: a {@link Piece} of a run that was asked for.
 *
 * @param name as the job names it
 * @param execution of the job's step that waits for it
 * @param worker who took it last; null where nobody has
 * @param attempts how often it was taken
 * @param failure what went wrong the last time; null where nothing did
 * @param rows how many were read of it
 * @param damaged true where not all of it could be read
 */
public record Part(
        int id,
        int run,
        String name,
        int source,
        long execution,
        State state,
        @Nullable String worker,
        int attempts,
        @Nullable String failure,
        long rows,
        boolean damaged) {

    /** How far it came. */
    public enum State {
        /** Asked for; nobody has it, or it was put back. */
        WAITING,
        /** A worker has it, or died with it. */
        HELD,
        DONE,
        /** It was tried too often. */
        FAILED,
        /** The run was stopped. */
        STOPPED
    }

    /** True where nobody needs to do anything about it any more. */
    public boolean isOver() {
        return state != State.WAITING && state != State.HELD;
    }
}
