package ukaz.app.job;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import ukaz.app.broker.Request;
import ukaz.app.broker.Waits;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivePlace;
import ukaz.ingest.store.Part;
import ukaz.ingest.store.PartLock;
import ukaz.ingest.store.Parts;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.TakenOverException;

/**
 * Reads one part of a run after the other, as a worker does that was asked to. For one thread.
 *
 * <p>A part whose worker died is taken over, and gone on with below the last rows that were committed; one whose worker lives
 * is waited for. What fails is tried again, by whoever is free, a few times.
 */
public final class PartWork implements AutoCloseable {

    /** A file that has brought down so many workers is left alone. */
    private static final int MOST_ATTEMPTS = 5;

    private static final long WAIT_NANOS = Waits.of(500_000_000);
    private static final long PAUSE_NANOS = Waits.of(1_000_000_000);

    private final Setting setting;
    private final Archive archive;
    private final Parts parts;
    private final PartLock lock;
    private final JobEngine engine;
    private List<String> told = List.of();
    private Reading.@Nullable Told reading;
    private volatile boolean stopped;
    private volatile @Nullable StepExecution current;

    /**
     * What a worker was told.
     *
     * @param name of this worker, among others
     * @param version of this program
     * @param password for files that need one; null where it was not told
     * @param progress hears of rows and files
     */
    public record Setting(
            String name,
            String version,
            @Nullable String password,
            SourceFiles files,
            Clock clock,
            Progress progress,
            ObservationRegistry observations) {}

    /** How a request was seen to. */
    public enum Answer {
        /** It is over, or was never ours to see to. */
        SEEN_TO,
        /** Somebody is to be asked again. */
        AGAIN
    }

    public PartWork(Archive archive, Setting setting) {
        this.setting = setting;
        this.archive = archive;
        this.parts = archive.parts();
        this.lock = new PartLock((ArchivePlace.OnServer) archive.place());
        this.engine = JobEngine.on(archive.brought(0), setting.observations());
    }

    /** The queue in which requests for this archive wait. */
    public static String queue(Archive archive) {
        return Distribution.queue(archive.identity());
    }

    /** Puts back what it has in hand, after the rows that are just being written. */
    public void stop() {
        stopped = true;
        StepExecution step = current;
        if (step != null) {
            step.setTerminateOnly();
        }
    }

    /**
     * Sees to a request.
     *
     * @throws Reading.UnfitException where this worker cannot do as the manager would
     */
    public Answer see(Request request) throws Reading.UnfitException {
        Part part = wanted(request);
        while (part != null && !lock.take(part.id())) {
            // Another worker has it and lives. The request came twice, or the broker thinks the other dead.
            if (stopped) {
                return Answer.AGAIN;
            }
            LockSupport.parkNanos(WAIT_NANOS);
            part = wanted(request);
        }
        if (part == null) {
            return Answer.SEEN_TO;
        }
        try {
            // It may be over since it was looked at.
            Part now = wanted(request);
            return now == null ? Answer.SEEN_TO : take(now);
        } finally {
            lock.release(part.id());
        }
    }

    /** The part; null where nobody waits for it any more. */
    private @Nullable Part wanted(Request request) {
        Part part = parts.find(request.part());
        return part == null || part.run() != request.run() || part.execution() != request.execution() || part.isOver()
                ? null
                : part;
    }

    private Answer take(Part part) throws Reading.UnfitException {
        Reading.Told how = reading(part.run());
        String holder = UUID.randomUUID().toString();
        if (!parts.take(part, holder, setting.name(), setting.clock().instant())) {
            return Answer.SEEN_TO;
        }
        if (part.attempts() >= MOST_ATTEMPTS) {
            String failure = part.failure() == null ? "no worker has survived it" : part.failure();
            parts.release(part.id(), holder, Part.State.FAILED, failure);
            return Answer.SEEN_TO;
        }
        Store store = archive.brought(part.run());
        SourceSummary source = source(store, part);
        MDC.put("run", Integer.toString(part.run()));
        MDC.put("file", source.path());
        try (SourceFiles.Ready file = setting.files().ready(source, how.places())) {
            verify(source, file.path());
            BatchStatus status = read(part, holder, store, source.at(file.path()), how.reading());
            if (status == BatchStatus.STOPPED) {
                parts.putBack(part.id(), holder);
                return Answer.AGAIN;
            }
            parts.release(part.id(), holder, Part.State.DONE, null);
            return Answer.SEEN_TO;
        } catch (TakenOverException e) {
            return Answer.SEEN_TO;
        } catch (IOException | RuntimeException | JobInterruptedException e) {
            return failed(part, holder, e);
        } finally {
            MDC.remove("file");
            MDC.remove("run");
        }
    }

    private BatchStatus read(Part part, String holder, Store store, SourceSummary source, Reading reading)
            throws JobInterruptedException {
        StepExecution execution = engine.repository().getStepExecution(part.execution());
        if (execution == null) {
            throw new IllegalStateException("the job has no step " + part.execution());
        }
        Piece piece = CheckJob.pieceOf(part.name());
        if (store.isRead(piece)) {
            // Whoever had it died after its last rows.
            execution.setStatus(BatchStatus.COMPLETED);
            execution.setExitStatus(ExitStatus.COMPLETED);
            engine.repository().update(execution);
            return BatchStatus.COMPLETED;
        }
        execution.setExitStatus(ExitStatus.EXECUTING);
        FileProgress progress = new FileProgress(setting.progress(), 0, piece.label(source.path()));
        Step step = new FileReading(reading, store, engine)
                .step(
                        part.name(),
                        source,
                        piece,
                        progress,
                        (rows, corrected) -> parts.writes(
                                part.id(),
                                holder,
                                rows,
                                corrected,
                                setting.clock().instant()));
        current = execution;
        if (stopped) {
            execution.setTerminateOnly();
        }
        try {
            step.execute(execution);
        } finally {
            current = null;
        }
        if (execution.getStatus() == BatchStatus.COMPLETED || execution.getStatus() == BatchStatus.STOPPED) {
            return execution.getStatus();
        }
        for (Throwable failure : execution.getFailureExceptions()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TakenOverException takenOver) {
                    throw takenOver;
                }
                if (cause instanceof OutOfMemoryError memory) {
                    throw memory;
                }
            }
        }
        Throwable first = execution.getFailureExceptions().stream().findFirst().orElse(null);
        throw new IllegalStateException(
                first == null ? "the step ended as " + execution.getStatus() : String.valueOf(first.getMessage()),
                first);
    }

    /** Notes the failure as soon as the archive can be reached, so that it is tried again a few times and not for ever. */
    private Answer failed(Part part, String holder, Exception failure) {
        setting.progress().failed(part.name(), failure);
        boolean last = part.attempts() + 1 >= MOST_ATTEMPTS;
        while (!stopped) {
            LockSupport.parkNanos(PAUSE_NANOS * (part.attempts() + 1L));
            try {
                parts.release(
                        part.id(),
                        holder,
                        last ? Part.State.FAILED : Part.State.WAITING,
                        failure.getMessage() == null ? failure.toString() : failure.getMessage());
                return last ? Answer.SEEN_TO : Answer.AGAIN;
            } catch (RuntimeException e) {
                setting.progress().trouble(Progress.Trouble.DATABASE, true);
            }
        }
        return Answer.AGAIN;
    }

    private static SourceSummary source(Store store, Part part) {
        return Objects.requireNonNull(store.source(part.source()), "a part of no file");
    }

    /** The file must be the one that the manager has seen. */
    private static void verify(SourceSummary source, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("there is no " + file + " on this machine, or it may not be read");
        }
        if (Files.size(file) != source.bytes() || !Discovery.sha256(file).equals(source.sha256())) {
            throw new IOException(file + " is not the file that the import has seen");
        }
    }

    private Reading.Told reading(int run) throws Reading.UnfitException {
        List<String> texts = archive.texts(RemoteReading.note(run));
        if (texts == null) {
            throw new IllegalStateException("the archive does not say how to read for run " + run);
        }
        Reading.Told known = reading;
        if (known == null || !told.equals(texts)) {
            known = Reading.told(texts, setting.version(), setting.password());
            reading = known;
            told = texts;
        }
        return known;
    }

    @Override
    public void close() {
        lock.close();
    }
}
