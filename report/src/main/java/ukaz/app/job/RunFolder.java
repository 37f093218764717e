package ukaz.app.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder inside the output folder in which a check stages what it reads; gone when the check has ended well.
 *
 * <p>Held by one process at a time. What a killed check has left is what the next one goes on from.
 */
public final class RunFolder implements AutoCloseable {

    private static final String NAME = ".ukaz-run";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private RunFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder.
     *
     * @return null where another process holds it
     * @throws IOException where it cannot be made or written to
     */
    public static @Nullable RunFolder take(Path output) throws IOException {
        Path folder = output.resolve(NAME);
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RunFolder(folder, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // Held by another run of this very process.
        }
        channel.close();
        return null;
    }

    /** The file of the embedded store. */
    public Path storeFile() {
        return folder.resolve("store.db");
    }

    /** Keeps the whole story of a failure for whoever has to find its cause. */
    void note(Throwable failure) throws IOException {
        StringWriter story = new StringWriter();
        failure.printStackTrace(new PrintWriter(story, true));
        Files.writeString(folder.resolve("failure.log"), story.toString());
    }

    /** Throws away what an earlier run has left. */
    public void clear() throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(folder.resolve("store.db" + suffix));
        }
    }

    /** Removes the folder with everything in it, and gives it up. */
    public void remove() throws IOException {
        close();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        if (lock.isValid()) {
            lock.release();
        }
        channel.close();
    }
}
