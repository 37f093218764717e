package ukaz.app.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ukaz.app.objects.ObjectStorage;
import ukaz.ingest.store.SourceSummary;

/** Where a worker finds the files of a run. */
public interface SourceFiles {

    /**
     * Where the manager has them.
     *
     * @param shared the folder that all share; null where it is at the same place everywhere
     * @param objects the folder into which it has fetched objects, bucket after bucket; null where it has fetched none
     */
    record Places(@Nullable Path shared, @Nullable Path objects) {}

    /** Makes the file ready to be read on this machine. */
    Ready ready(SourceSummary source, Places manager) throws IOException;

    /** A file that can be read until this is closed. */
    interface Ready extends AutoCloseable {

        Path path();

        @Override
        void close() throws IOException;
    }

    /**
     * In a folder that all machines share.
     *
     * @param mine where it is on this one; null where it is at the same place as on the manager's
     */
    record Shared(@Nullable Path mine) implements SourceFiles {

        private record There(Path path) implements Ready {
            @Override
            public void close() {}
        }

        @Override
        public Ready ready(SourceSummary source, Places manager) {
            Path location = source.location();
            Path theirs = manager.shared();
            return new There(
                    mine == null || theirs == null || !location.startsWith(theirs)
                            ? location
                            : mine.resolve(theirs.relativize(location)));
        }
    }

    /**
     * In a storage that speaks S3, where the manager has fetched them from there, or else elsewhere.
     *
     * @param storage null where this machine has no key for one
     */
    record InStorage(@Nullable ObjectStorage storage, SourceFiles elsewhere) implements SourceFiles {

        private record Fetched(Path path) implements Ready {
            @Override
            public void close() throws IOException {
                Files.deleteIfExists(path);
            }
        }

        @Override
        public Ready ready(SourceSummary source, Places manager) throws IOException {
            Path root = manager.objects();
            if (root == null || !source.location().startsWith(root)) {
                return elsewhere.ready(source, manager);
            }
            if (storage == null) {
                throw new IOException("this worker has no key for the storage (AWS_ACCESS_KEY_ID)");
            }
            Path object = root.relativize(source.location());
            Path bucket = object.getName(0);
            Fetched file = new Fetched(Files.createTempFile("ukaz-object-", ""));
            try {
                storage.fetch(
                        bucket.toString(), bucket.relativize(object).toString().replace('\\', '/'), file.path());
                return file;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        }
    }
}
