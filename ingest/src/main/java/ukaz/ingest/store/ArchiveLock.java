package ukaz.ingest.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one process that writes to an archive, or that watches for it; gone with the process, however it ends.
 *
 * <p>On a server it lies in the database, so that it holds between machines.
 */
public final class ArchiveLock implements AutoCloseable {

    /** What it is held for, with its number on a server: "ukaz" in the alphabet of telephone keys, and one place more. */
    enum Purpose {
        WRITE(85290),
        WATCH(85291);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    private static final int PATIENCE_SECONDS = 5;
    private static final int TRIES = 10;
    private static final int MILLIS_BETWEEN = 500;

    private final ArchivePlace place;
    private final Purpose purpose;
    private AutoCloseable held;

    private ArchiveLock(ArchivePlace place, Purpose purpose, AutoCloseable held) {
        this.place = place;
        this.purpose = purpose;
        this.held = held;
    }

    /** Takes the lock of the one who watches for the archive; null where another process has it. */
    public static @Nullable ArchiveLock toWatch(ArchivePlace place) {
        return take(place, Purpose.WATCH);
    }

    /** Takes the lock of the one who writes; null where another process has it. */
    static @Nullable ArchiveLock toWrite(ArchivePlace place) {
        return take(place, Purpose.WRITE);
    }

    /** A server needs a moment to see that a process has died. */
    private static @Nullable ArchiveLock take(ArchivePlace place, Purpose purpose) {
        int tries = place instanceof ArchivePlace.OnServer ? TRIES : 1;
        for (int i = 0; i < tries; i++) {
            AutoCloseable held = hold(place, purpose);
            if (held != null) {
                return new ArchiveLock(place, purpose, held);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(i + 1 < tries ? MILLIS_BETWEEN : 0));
        }
        return null;
    }

    private static @Nullable AutoCloseable hold(ArchivePlace place, Purpose purpose) {
        return place instanceof ArchivePlace.InFile file
                ? ofFile(file.lockFile(purpose.name().toLowerCase(Locale.ROOT)))
                : ofServer((ArchivePlace.OnServer) place, purpose.number);
    }

    private static @Nullable AutoCloseable ofFile(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // Held by another run of this very process.
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable AutoCloseable ofServer(ArchivePlace.OnServer place, long key) {
        try {
            Connection connection = Databases.alone(place);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + key + ")")) {
                if (row.next() && row.getBoolean(1)) {
                    return connection;
                }
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            throw Store.failure("locking", e);
        }
    }

    /** False where the server has forgotten it. */
    public boolean isHeld() {
        try {
            return !(held instanceof Connection connection) || connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Takes it again.
     *
     * @return false where another process has it by now
     */
    public boolean retake() {
        close();
        AutoCloseable again = hold(place, purpose);
        if (again == null) {
            return false;
        }
        held = again;
        return true;
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (Exception e) {
            // The connection is gone, and the lock with it.
        }
    }
}
