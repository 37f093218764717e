package ukaz.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Held by a worker as long as it lives and reads a part; tells others that nobody need take the part over.
 *
 * <p>It lies in the server and goes with the process. That two never write one part does not depend on it: {@link Parts} sees
 * to that with every chunk.
 */
public final class PartLock implements AutoCloseable {

    /** "part" in the alphabet of telephone keys. */
    private static final int SPACE = 7278;

    private final ArchivePlace.OnServer place;
    private @Nullable Connection connection;

    /** For one thread of a worker. */
    public PartLock(ArchivePlace.OnServer place) {
        this.place = place;
    }

    /** Takes the lock; false where another worker has it. */
    public boolean take(int part) {
        return ask("select pg_try_advisory_lock(?, ?)", part);
    }

    /** True where a worker has it, this one included. */
    static String heldBy() {
        return "exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = " + SPACE
                + " and l.objid = p.id and l.objsubid = 2 and l.granted"
                + " and l.database = (select oid from pg_database where datname = current_database()))";
    }

    /** Gives it back. */
    public void release(int part) {
        try {
            ask("select pg_advisory_unlock(?, ?)", part);
        } catch (RuntimeException e) {
            // The connection is gone, and the lock with it.
            close();
        }
    }

    private boolean ask(String sql, int part) {
        try {
            Connection open = connection;
            if (open == null || open.isClosed()) {
                open = Databases.alone(place);
                connection = open;
            }
            try (PreparedStatement statement = open.prepareStatement(sql)) {
                statement.setInt(1, SPACE);
                statement.setInt(2, part);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        } catch (SQLException e) {
            close();
            throw Store.failure("locking", e);
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // Gone already.
        }
    }
}
