package ukaz.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.InputFile;
import ukaz.app.objects.ObjectStorage;
import ukaz.ingest.source.Sources;

/** Files of a run that lie in a storage which speaks S3, fetched into the folder of the reports until the run is over. */
final class Downloads implements AutoCloseable {

    static final String SCHEME = "s3://";

    private static final String FOLDER = ".ukaz-objects";

    private final Session session;
    private final Path root;
    private boolean used;

    /** @param output the folder of the reports: the same run finds the same files at the same place when it goes on */
    Downloads(Session session, Path output) {
        this.session = session;
        this.root = output.toAbsolutePath().normalize().resolve(FOLDER);
    }

    /** The folder that holds bucket after bucket; null where nothing was fetched. */
    @Nullable
    Path root() {
        return used ? root : null;
    }

    /** Fetches an object, or the spreadsheets that lie below it as in a folder. */
    List<InputFile> fetch(String url) {
        Messages messages = session.messages();
        ObjectStorage storage = ObjectStorage.of(System.getenv(), session.clock());
        if (storage == null) {
            throw new UsageException(messages.text("error.noStorageKey", url));
        }
        String[] parts = url.substring(SCHEME.length()).split("/", 2);
        String bucket = parts[0];
        String prefix = parts.length > 1 ? parts[1] : "";
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        try {
            List<InputFile> found = new ArrayList<>();
            for (String key : storage.list(bucket, prefix)) {
                boolean itself = key.equals(prefix);
                String path = itself ? key.substring(key.lastIndexOf('/') + 1) : below(folder, key);
                if (path.isEmpty() || !itself && !Sources.looksLikeSpreadsheet(Path.of(path))) {
                    continue;
                }
                Path to = root.resolve(bucket).resolve(key).normalize();
                if (!to.equals(root.resolve(bucket).resolve(key)) || !to.startsWith(root.resolve(bucket))) {
                    // "..", or two slashes: no name that a file can have.
                    continue;
                }
                used = true;
                Path parent = to.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                storage.fetch(bucket, key, to);
                found.add(new InputFile(path, to));
            }
            if (found.isEmpty()) {
                throw new UsageException(messages.text("error.emptyFolder", url));
            }
            found.sort(Comparator.comparing(InputFile::path));
            return found;
        } catch (IOException | InvalidPathException e) {
            throw new FailedRunException(messages.text("error.storage", url, Reasons.of(e, messages)), e);
        }
    }

    /** The name below the folder; empty where it is not there, or hidden. */
    private static String below(String folder, String key) {
        String path = key.startsWith(folder) ? key.substring(folder.length()) : "";
        boolean hidden = path.startsWith(".") || path.contains("/.");
        return hidden || path.endsWith("/") ? "" : path;
    }

    @Override
    public void close() {
        if (!used || !Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
