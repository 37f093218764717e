package ukaz.app.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivedRun;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.model.RowCounts;
import ukaz.model.Severity;

/**
 * One check from beginning to end: on a store of its own that is thrown away when it has ended well, or into an archive.
 */
public final class CheckRun implements AutoCloseable {

    private static final long RECALL_NANOS = 300_000_000;
    private static final long RECALL_PATIENCE_NANOS = 120_000_000_000L;

    private final CheckRequest request;
    private final RunFolder folder;
    private final Store store;
    private final JobEngine engine;
    private final JobParameters parameters;
    private final boolean resumes;
    private final @Nullable Importing importing;
    private final @Nullable ArchivedRun left;
    private final @Nullable Distribution distribution;
    private volatile @Nullable CheckJob job;

    private CheckRun(
            CheckRequest request,
            RunFolder folder,
            Store store,
            JobEngine engine,
            JobParameters parameters,
            boolean resumes,
            @Nullable Importing importing,
            @Nullable ArchivedRun left,
            @Nullable Distribution distribution) {
        this.request = request;
        this.folder = folder;
        this.store = store;
        this.engine = engine;
        this.parameters = parameters;
        this.resumes = resumes;
        this.importing = importing;
        this.left = left;
        this.distribution = distribution;
    }

    /** Takes up what an interrupted run of the same request on the same files has left, or begins anew. */
    public static CheckRun open(CheckRequest request, RunFolder folder) throws IOException {
        try {
            return opened(request, folder);
        } catch (RuntimeException | IOException e) {
            folder.close();
            throw e;
        }
    }

    private static CheckRun opened(CheckRequest request, RunFolder folder) throws IOException {
        JobParameters parameters =
                new JobParametersBuilder().addString("request", digest(request)).toJobParameters();
        Store left = left(folder);
        if (left != null) {
            try {
                JobEngine engine = JobEngine.on(left, request.observations());
                if (engine.isBegun(CheckJob.NAME, parameters) && unchanged(left)) {
                    return new CheckRun(request, folder, left, engine, parameters, true, null, null, null);
                }
            } catch (RuntimeException e) {
                left.close();
                throw e;
            }
            left.close();
            folder.clear();
        }
        Store store = Store.embedded(folder.storeFile());
        try {
            return new CheckRun(
                    request,
                    folder,
                    store,
                    JobEngine.on(store, request.observations()),
                    parameters,
                    false,
                    null,
                    null,
                    null);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The store of an interrupted run; null where there is none, or what is there is none any more. */
    private static @Nullable Store left(RunFolder folder) throws IOException {
        if (!Files.exists(folder.storeFile())) {
            return null;
        }
        try {
            return Store.embedded(folder.storeFile());
        } catch (RuntimeException e) {
            folder.clear();
            return null;
        }
    }

    /**
     * Goes on with the interrupted run of the archive where it is one of the same request on the same files; else ends it,
     * and begins a new one.
     *
     * @param archive stays open
     * @param distribution how workers on other machines are to read the files; null where they are read here
     */
    public static CheckRun into(
            Archive archive, CheckRequest request, RunFolder folder, @Nullable Distribution distribution)
            throws IOException {
        try {
            return begun(archive, request, folder, distribution);
        } catch (RuntimeException | IOException e) {
            folder.close();
            throw e;
        }
    }

    private static CheckRun begun(
            Archive archive, CheckRequest request, RunFolder folder, @Nullable Distribution distribution)
            throws IOException {
        folder.clear();
        String digest = digest(request);
        ArchivedRun left = archive.interrupted();
        JobEngine engine = JobEngine.on(archive.brought(0), request.observations());
        if (left != null) {
            JobParameters parameters = parameters(digest, left.id());
            boolean same = left.request().equals(digest)
                    && engine.isUnfinished(CheckJob.IMPORT, parameters)
                    && (left.state() == ArchivedRun.State.RELATED || unchanged(archive.brought(left.id())));
            if (same) {
                recall(archive, left.id());
                return into(archive, left.id(), request, folder, engine, parameters, true, null, distribution);
            }
            archive.giveUp(left, request.clock().instant());
        }
        int run = archive.begin(
                digest,
                request.info().version(),
                request.info().started(),
                request.info().arguments());
        return into(archive, run, request, folder, engine, parameters(digest, run), false, left, distribution);
    }

    private static CheckRun into(
            Archive archive,
            int run,
            CheckRequest request,
            RunFolder folder,
            JobEngine engine,
            JobParameters parameters,
            boolean resumes,
            @Nullable ArchivedRun left,
            @Nullable Distribution distribution) {
        return new CheckRun(
                request,
                folder,
                archive.brought(run),
                engine,
                parameters,
                resumes,
                new Importing(archive, run),
                left,
                distribution);
    }

    /** Takes from workers what they still do for the run, and waits until they have noticed. */
    private static void recall(Archive archive, int run) {
        archive.parts().stop(run);
        long begun = System.nanoTime();
        // One that does not notice for long hangs: it could not write a row any more, if it came back.
        while (archive.parts().isWorkedOn(run) && System.nanoTime() - begun < RECALL_PATIENCE_NANOS) {
            LockSupport.parkNanos(RECALL_NANOS);
        }
    }

    private static JobParameters parameters(String digest, int run) {
        return new JobParametersBuilder()
                .addString("request", digest)
                .addLong("run", (long) run)
                .toJobParameters();
    }

    /** Its number in the archive; 0 where it goes into none. */
    public int number() {
        return importing == null ? 0 : importing.run();
    }

    /** The interrupted run that this one does not go on with; null where there is none. */
    public @Nullable ArchivedRun left() {
        return left;
    }

    /** Stops it where it can be gone on with; returns at once. */
    public void stop() {
        CheckJob running = job;
        if (running != null) {
            running.stop();
        }
    }

    /** True where this goes on with a run that was interrupted. */
    public boolean resumes() {
        return resumes;
    }

    /** Runs the job to its end. */
    public Outcome run() throws IOException {
        Timings timings = Timings.sinceStart(request.clock());
        JobExecution execution;
        try {
            RemoteReading remote = distribution == null || importing == null
                    ? null
                    : new RemoteReading(importing, store, request, engine, distribution);
            CheckJob steps = new CheckJob(request, store, engine, timings, importing, remote);
            job = steps;
            execution = engine.run(steps.job(), parameters);
        } catch (RuntimeException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(execution);
        }
        String written = execution.getExecutionContext().getString(Reporting.WRITTEN, "");
        List<SourceSummary> sources = store.sources();
        Outcome outcome = new Outcome(
                sources.size(),
                sources.stream()
                        .filter(source -> source.state() == SourceSummary.State.FAILED)
                        .map(SourceSummary::path)
                        .toList(),
                sources.stream().map(SourceSummary::counts).reduce(RowCounts.NONE, RowCounts::plus),
                store.contents().recordCount(),
                store.contents().severities(),
                settled(execution),
                Duration.between(request.info().started(), request.clock().instant()),
                written.lines().map(Path::of).toList(),
                timings.stages());
        if (importing == null) {
            store.close();
        } else {
            importing.archive().done(importing.run(), request.clock().instant());
        }
        folder.remove();
        return outcome;
    }

    private static Map<Severity, Long> settled(JobExecution execution) {
        Map<Severity, Long> settled = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            settled.put(severity, execution.getExecutionContext().getLong(Reporting.SETTLED + severity.key(), 0));
        }
        return settled;
    }

    /** What failed first; the steps above it only say that something below them failed. */
    private IllegalStateException failure(JobExecution execution) throws IOException {
        Throwable first = execution.getAllFailureExceptions().stream()
                .filter(failure -> !(failure instanceof JobExecutionException))
                .findFirst()
                .orElse(null);
        IllegalStateException failure = new IllegalStateException(
                first == null ? "the job ended as " + execution.getStatus() : String.valueOf(first.getMessage()),
                first);
        folder.note(failure);
        return failure;
    }

    private static boolean unchanged(Store left) throws IOException {
        for (SourceSummary source : left.sources()) {
            boolean same = Files.isReadable(source.location())
                    && Files.size(source.location()) == source.bytes()
                    && Discovery.sha256(source.location()).equals(source.sha256());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Names the request: the same files, rules and language give the same digest. */
    private static String digest(CheckRequest request) {
        StringBuilder text = new StringBuilder();
        request.files().forEach(file -> text.append(file.location()).append('\n'));
        InputFile reference = request.reference();
        text.append(reference == null ? "" : reference.location()).append('\n');
        text.append(request.reading().corrections().digest()).append('\n');
        text.append(request.info().version()).append('\n');
        text.append(request.options()).append('\n');
        text.append(request.reading().settings())
                .append(request.reading().mappingText())
                .append('\n');
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (importing == null) {
            store.close();
        }
        folder.close();
    }
}
