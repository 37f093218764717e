package ukaz.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import ukaz.app.job.JobEngine;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchiveLock;
import ukaz.ingest.store.ArchivePlace;
import ukaz.ingest.store.NewerArchiveException;

/** Which archive a command works on. */
final class ArchiveOption {

    private static final String USUAL = "ukaz-archive";
    private static final String SERVER = "jdbc:postgresql:";

    private final Messages messages;

    @Option(names = "--archive", paramLabel = "DIR|URL", scope = ScopeType.INHERIT)
    private @Nullable String given;

    @Option(names = "--archive-credentials", paramLabel = "FILE", scope = ScopeType.INHERIT)
    private @Nullable String credentials;

    ArchiveOption(Session session) {
        this.messages = session.messages();
    }

    /** Opens the archive to import into it, making it where there is none. */
    Archive toWrite() {
        ArchivePlace place = place();
        try {
            Archive opened = Archive.toWrite(place, JobEngine.TABLES);
            if (opened == null) {
                throw new FailedRunException(messages.text("error.archiveIsBusy", place.name()), null);
            }
            return opened;
        } catch (NewerArchiveException e) {
            throw newer(place, e);
        } catch (FailedRunException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FailedRunException(messages.text("error.archive", place.name(), Reasons.of(e, messages)), e);
        }
    }

    /** Takes the place of the one who watches for the archive. */
    ArchiveLock toWatch() {
        ArchivePlace place = place();
        try {
            ArchiveLock lock = ArchiveLock.toWatch(place);
            if (lock == null) {
                throw isWatched();
            }
            return lock;
        } catch (FailedRunException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FailedRunException(messages.text("error.archive", place.name(), Reasons.of(e, messages)), e);
        }
    }

    /** The sentence for the second one who watches. */
    FailedRunException isWatched() {
        return new FailedRunException(messages.text("error.archiveIsWatched", place().name()), null);
    }

    /**
     * Takes the place of the one who watches again, where the server has forgotten it.
     *
     * @return false where another process has taken it
     */
    boolean keep(ArchiveLock lock) {
        try {
            return lock.isHeld() || lock.retake();
        } catch (RuntimeException e) {
            throw new FailedRunException(messages.text("error.archive", place().name(), Reasons.of(e, messages)), e);
        }
    }

    /** Opens an archive that is there. */
    Archive toRead() {
        ArchivePlace place = place();
        if (!place.exists()) {
            throw new UsageException(messages.text("error.noArchive", place.name()));
        }
        try {
            return Archive.toRead(place, JobEngine.TABLES);
        } catch (NewerArchiveException e) {
            throw newer(place, e);
        } catch (RuntimeException e) {
            throw new FailedRunException(messages.text("error.archive", place.name(), Reasons.of(e, messages)), e);
        }
    }

    private FailedRunException newer(ArchivePlace place, NewerArchiveException e) {
        return new FailedRunException(messages.text("error.newerArchive", place.name(), e.found(), e.known()), e);
    }

    /** True where the command line names an archive. */
    boolean isGiven() {
        return given != null || credentials != null;
    }

    ArchivePlace place() {
        String archive = given == null ? USUAL : given;
        if (!archive.startsWith("jdbc:")) {
            return ArchivePlace.InFile.of(Path.of(archive));
        }
        if (!archive.startsWith(SERVER)) {
            throw new UsageException(messages.text("error.value", "--archive", archive, "DIR, jdbc:postgresql://…"));
        }
        if (archive.matches("(?i).*[?&](password|user)=.*") || archive.matches("(?i)jdbc:postgresql://[^/]*@.*")) {
            throw new UsageException(messages.text("error.secretInUrl"));
        }
        Secrets.Credentials who = new Secrets(messages).credentials(credentials, "UKAZ_DB_USER", "UKAZ_DB_PASSWORD");
        String user = who.user();
        String password = who.password();
        if (user == null || user.isBlank()) {
            throw new UsageException(messages.text("error.noCredentials", archive));
        }
        return new ArchivePlace.OnServer(archive, user, password == null ? "" : password);
    }
}
