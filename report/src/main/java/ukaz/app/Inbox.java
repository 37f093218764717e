package ukaz.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.InputFile;
import ukaz.ingest.source.Sources;

/** The folder into which people put files to import; what was imported goes to folders in it. */
final class Inbox {

    private static final String DONE = "done";
    private static final String FAILED = "failed";

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * A file as it was found: if it looks otherwise later, somebody is writing it.
     *
     * @param path relative to the inbox, with forward slashes
     */
    record Found(String path, Path file, long bytes, FileTime changed) {

        /** True where it still looks as it did. */
        boolean isUnchanged() {
            try {
                return Files.size(file) == bytes
                        && Files.getLastModifiedTime(file).equals(changed);
            } catch (IOException e) {
                return false;
            }
        }

        InputFile input() {
            return new InputFile(path, file.toAbsolutePath());
        }
    }

    /** The spreadsheets that lie in it, by name. */
    List<Found> look() throws IOException {
        TreeMap<String, Found> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                boolean ours = dir.equals(folder.resolve(DONE)) || dir.equals(folder.resolve(FAILED));
                boolean hidden =
                        !dir.equals(folder) && String.valueOf(dir.getFileName()).startsWith(".");
                return ours || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Sources.looksLikeSpreadsheet(file)) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    found.put(path, new Found(path, file, attributes.size(), attributes.lastModifiedTime()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // Gone again, or not to be read yet: it will be seen the next time.
                return FileVisitResult.CONTINUE;
            }
        });
        return new ArrayList<>(found.values());
    }

    /** Those of the files that nobody has written to since they were looked at. */
    static List<Found> settled(List<Found> files) {
        return files.stream().filter(Found::isUnchanged).toList();
    }

    /** Puts a file away that was imported. */
    void done(Found file, String stamp) throws IOException {
        put(file, DONE, stamp, null);
    }

    /** Puts a file away that was not, with the reason beside it. */
    void failed(Found file, String stamp, String reason) throws IOException {
        put(file, FAILED, stamp, reason);
    }

    /** A file that was written to meanwhile stays: nobody has read what it says now. */
    private void put(Found file, String where, String stamp, @Nullable String reason) throws IOException {
        if (!file.isUnchanged()) {
            return;
        }
        Path to = folder.resolve(where).resolve(stamp).resolve(file.path());
        Path parent = to.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (reason != null) {
            Files.writeString(
                    to.resolveSibling(to.getFileName() + ".reason.txt"), reason + "\n", StandardCharsets.UTF_8);
        }
        Files.move(file.file(), to);
    }
}
