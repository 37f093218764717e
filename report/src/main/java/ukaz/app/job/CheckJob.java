package ukaz.app.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;

/** The job of a check, from files to reports; each step can be restarted. */
final class CheckJob {

    static final String NAME = "check";
    static final String IMPORT = "import";
    private static final String FILE_STEP = "ingest-file";

    private final CheckRequest request;
    private final Store store;
    private final JobEngine engine;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Timings timings;
    private final @Nullable Importing importing;
    private final @Nullable RemoteReading remote;
    private final Set<StepExecution> reading = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile int first;

    /** The files of the run by id, once they are known. */
    private volatile Map<Integer, SourceSummary> sources = Map.of();

    CheckJob(
            CheckRequest request,
            Store store,
            JobEngine engine,
            Timings timings,
            @Nullable Importing importing,
            @Nullable RemoteReading remote) {
        this.request = request;
        this.store = store;
        this.engine = engine;
        this.repository = engine.repository();
        this.transactions = engine.transactions();
        this.timings = timings;
        this.importing = importing;
        this.remote = remote;
    }

    /** Lets no further chunk begin. */
    void stop() {
        stopping = true;
        reading.forEach(StepExecution::setTerminateOnly);
        if (remote != null) {
            remote.stop();
        }
    }

    Job job() {
        return new JobBuilder(importing == null ? NAME : IMPORT, repository)
                .start(discover())
                .next(ingest())
                .next(relate())
                .next(balance())
                .next(report())
                .build();
    }

    /** Notes which files there are, with their checksums. */
    private Step discover() {
        return new StepBuilder("discover", repository)
                .listener(timings)
                .tasklet(new Discovery(request, store, importing, remote != null), transactions)
                .build();
    }

    /** Reads, normalises, checks and stages the files, side by side: here, or on other machines. */
    private Step ingest() {
        PartitionStepBuilder files =
                new StepBuilder("ingest", repository).listener(timings).partitioner(FILE_STEP, gridSize -> files());
        return remote == null
                ? files.step(new FileStep()).taskExecutor(workers()).build()
                : files.partitionHandler(remote)
                        .splitter(new FileSplitter(FILE_STEP, this::files, repository))
                        .build();
    }

    /** Finds who is who, and judges what takes several records to see. */
    private Step relate() {
        return new StepBuilder("relate", repository)
                .listener(timings)
                .tasklet(new Relating(request, store, timings, importing), transactions)
                .build();
    }

    /** Proves that every row read is a record, blank, not data or rejected. */
    private Step balance() {
        return new StepBuilder("balance", repository)
                .listener(timings)
                .tasklet(new Balance(store), transactions)
                .build();
    }

    /** Puts what was found into the reports. */
    private Step report() {
        return new StepBuilder("report", repository)
                .listener(timings)
                .tasklet(new Reporting(request, store), transactions)
                .build();
    }

    private Map<String, ExecutionContext> files() {
        List<SourceSummary> all = store.sources();
        first = all.isEmpty() ? 0 : all.get(0).id();
        sources = all.stream().collect(Collectors.toMap(SourceSummary::id, source -> source));
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        store.unread().forEach(piece -> partitions.put(piece.name(), new ExecutionContext()));
        request.progress().stage(Progress.Stage.READ, sources.size());
        return partitions;
    }

    /** What the step of that name reads. */
    static Piece pieceOf(String step) {
        return Piece.named(step.substring(FILE_STEP.length() + 1));
    }

    private TaskExecutor workers() {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("reader-");
        workers.setTaskDecorator(CheckJob::inTheSamePlace);
        workers.setConcurrencyLimit(Math.min(4, Runtime.getRuntime().availableProcessors()));
        return workers;
    }

    /** What a worker logs belongs to the run and stage of the thread that gave it the work. */
    static Runnable inTheSamePlace(Runnable work) {
        @Nullable Map<String, String> place = MDC.getCopyOfContextMap();
        return () -> {
            if (place != null) {
                MDC.setContextMap(place);
            }
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        };
    }

    /** Stands for the step of every file: each has a reader of its own, made when its partition begins. */
    private final class FileStep implements Step {

        private final FileReading files = new FileReading(request.reading(), store, engine);

        @Override
        public String getName() {
            return FILE_STEP;
        }

        @Override
        public void execute(StepExecution execution) throws JobInterruptedException {
            String name = execution.getStepName();
            Piece piece = pieceOf(name);
            SourceSummary source = sources.get(piece.source());
            if (source == null) {
                throw new IllegalStateException("the store has no source " + piece.source());
            }
            reading.add(execution);
            if (stopping) {
                execution.setTerminateOnly();
            }
            MDC.put("file", source.path());
            try {
                FileProgress progress =
                        new FileProgress(request.progress(), source.id() - first, piece.label(source.path()));
                files.step(name, source, piece, progress, FileReading.Claim.NO_OTHER)
                        .execute(execution);
            } finally {
                MDC.remove("file");
                reading.remove(execution);
            }
        }
    }
}
