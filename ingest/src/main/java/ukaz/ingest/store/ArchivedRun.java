package ukaz.ingest.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that imported into an archive.
 *
 * @param request names what was asked for: the same files and settings have the same name
 * @param version of the program
 * @param finished null where it was interrupted
 * @param records how many it brought
 * @param findings how many it made, on earlier records too
 */
public record ArchivedRun(
        int id,
        String request,
        State state,
        String version,
        Instant started,
        @Nullable Instant finished,
        List<String> arguments,
        int sources,
        long records,
        long findings) {

    public ArchivedRun {
        arguments = List.copyOf(arguments);
    }

    /** How far it came. */
    public enum State {
        /** It reads, or was interrupted while it did: nothing of it is in the archive yet. */
        RUNNING,
        /** Its records are in the archive, its reports are not all written. */
        RELATED,
        DONE,
        /** It was interrupted and not gone on with. */
        UNDONE
    }
}
