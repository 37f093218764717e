package ukaz.app.job;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SourceSummary;

/** Where a worker finds the files of a run. */
public interface SourceFiles {

    /**
     * Makes the file ready to be read on this machine.
     *
     * @param root the folder in which the manager has the files; null where it has them at the place where they are here
     */
    Ready ready(SourceSummary source, @Nullable Path root) throws IOException;

    /** A file that can be read until this is closed. */
    interface Ready extends AutoCloseable {

        Path path();

        @Override
        void close() throws IOException;
    }

    /**
     * A folder that all machines share.
     *
     * @param mine where it is on this one; null where it is at the same place as on the manager's
     */
    record Shared(@Nullable Path mine) implements SourceFiles {

        private record There(Path path) implements Ready {
            @Override
            public void close() {}
        }

        @Override
        public Ready ready(SourceSummary source, @Nullable Path root) {
            Path location = source.location();
            return new There(
                    mine == null || root == null || !location.startsWith(root)
                            ? location
                            : mine.resolve(root.relativize(location)));
        }
    }
}
