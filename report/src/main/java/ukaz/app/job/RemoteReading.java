package ukaz.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import ukaz.app.broker.NotLetInException;
import ukaz.app.broker.Request;
import ukaz.app.broker.Requests;
import ukaz.app.broker.Waits;
import ukaz.ingest.store.Part;
import ukaz.ingest.store.Parts;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;

/**
 * Lets workers on other machines read the files of a run, and waits until they have.
 *
 * <p>What is true stands in the archive: the broker only says to whoever is free that there is something to do. A request
 * that it has lost is sent again, and one that comes twice does nothing.
 */
final class RemoteReading implements PartitionHandler {

    private static final long LOOK_NANOS = Waits.of(400_000_000);
    private static final long SEND_NANOS = Waits.of(4_000_000_000L);
    private static final long SEND_AGAIN_NANOS = Waits.of(10_000_000_000L);

    private final Importing importing;
    private final Store store;
    private final CheckRequest request;
    private final JobEngine engine;
    private final Distribution distribution;
    private final Parts parts;
    private volatile boolean stopping;

    RemoteReading(Importing importing, Store store, CheckRequest request, JobEngine engine, Distribution distribution) {
        this.importing = importing;
        this.store = store;
        this.request = request;
        this.engine = engine;
        this.distribution = distribution;
        this.parts = importing.archive().parts();
    }

    /** Takes from the workers what is not done. */
    void stop() {
        stopping = true;
    }

    /** The name under which it is noted how the workers of a run are to read. */
    static String note(int run) {
        return "reading of run " + run;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        Collection<StepExecution> steps = splitter.split(manager, 1);
        int run = importing.run();
        Map<String, Long> executions = new LinkedHashMap<>();
        Map<String, Integer> sources = new HashMap<>();
        for (StepExecution step : steps) {
            String name = step.getStepName();
            executions.put(name, step.getId());
            sources.put(name, CheckJob.pieceOf(name).source());
        }
        importing
                .archive()
                .note(note(run), request.reading().written(request.info().version(), distribution.places()));
        parts.ask(run, executions, sources);
        String queue = Distribution.queue(importing.archive().identity());
        long corrected = parts.corrected(run);
        try (Requests requests = new Requests(distribution.broker(), queue)) {
            new Watch(executions, requests).untilOver();
        } catch (RuntimeException e) {
            stopWhereItCanBe();
            throw e;
        }
        request.reading().corrections().appliedElsewhere(parts.corrected(run) - corrected);
        List<StepExecution> ended = new ArrayList<>();
        for (StepExecution step : steps) {
            StepExecution now = engine.repository().getStepExecution(step.getId());
            if (now != null) {
                if (now.getStatus().isRunning()) {
                    now.setStatus(BatchStatus.STOPPED);
                }
                ended.add(now);
            }
        }
        return ended;
    }

    private void stopWhereItCanBe() {
        try {
            parts.stop(importing.run());
        } catch (DataAccessException | TransactionException e) {
            // The next run does it.
        }
    }

    /** Looks at the parts of the run until all are over. */
    private final class Watch {

        private final Map<String, Long> executions;
        private final Requests requests;
        private final Map<Integer, SourceSummary> sources;
        private final int first;
        private final Map<Integer, Long> sent = new HashMap<>();
        private final Set<Integer> told = new HashSet<>();
        private Set<Integer> missed = new HashSet<>();
        private List<Part> seen = List.of();
        private long rows = -1;
        private long moved = System.nanoTime();
        private long looked;
        private boolean databaseLost;
        private boolean brokerLost;

        Watch(Map<String, Long> executions, Requests requests) {
            this.executions = executions;
            this.requests = requests;
            List<SourceSummary> all = store.sources();
            this.first = all.isEmpty() ? 0 : all.get(0).id();
            this.sources = all.stream().collect(Collectors.toMap(SourceSummary::id, source -> source));
        }

        void untilOver() {
            while (true) {
                try {
                    if (databaseLost) {
                        // Nobody else must have begun to write meanwhile.
                        importing.archive().holdOn();
                    }
                    if (look()) {
                        return;
                    }
                    if (databaseLost) {
                        databaseLost = false;
                        request.progress().trouble(Progress.Trouble.DATABASE, false);
                    }
                } catch (DataAccessException | TransactionException e) {
                    if (!databaseLost) {
                        databaseLost = true;
                        request.progress().trouble(Progress.Trouble.DATABASE, true);
                    }
                    if (System.nanoTime() - moved > distribution.patience().toNanos()) {
                        throw e;
                    }
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }

        /** True where all are over. */
        private boolean look() {
            List<Part> now = parts.of(importing.run()).stream()
                    .filter(part -> executions.containsKey(part.name()))
                    .toList();
            tell(now);
            if (now.stream().allMatch(Part::isOver)) {
                for (Part part : now) {
                    if (part.state() == Part.State.FAILED) {
                        throw new IllegalStateException(path(part) + ", " + part.worker() + ": " + part.failure());
                    }
                }
                return true;
            }
            if (stopping) {
                parts.stop(importing.run());
                return true;
            }
            if (System.nanoTime() - moved > distribution.patience().toNanos()) {
                throw new NoWorkerException(distribution.patience().toMinutes());
            }
            if (System.nanoTime() - looked > SEND_NANOS || seen.isEmpty()) {
                looked = System.nanoTime();
                send(now);
            }
            seen = now;
            return false;
        }

        /** Sends what the broker does not have: all at first, and later what it has lost. */
        private void send(List<Part> now) {
            try {
                Set<Integer> abandoned = parts.abandoned(importing.run());
                Requests.Queue queue = requests.queue();
                if (brokerLost) {
                    brokerLost = false;
                    request.progress().trouble(Progress.Trouble.BROKER, false);
                }
                List<Request> wanted = new ArrayList<>();
                for (Part part : now) {
                    Long last = sent.get(part.id());
                    boolean lost = abandoned.contains(part.id())
                            && missed.contains(part.id())
                            && queue.waiting() == 0
                            && last != null
                            && System.nanoTime() - last > SEND_AGAIN_NANOS;
                    if (!part.isOver() && (last == null || lost)) {
                        wanted.add(new Request(importing.run(), part.id(), part.execution()));
                    }
                }
                if (!wanted.isEmpty()) {
                    requests.send(wanted);
                    wanted.forEach(each -> sent.put(each.part(), System.nanoTime()));
                }
                missed = abandoned;
            } catch (IOException e) {
                if (e instanceof NotLetInException && sent.isEmpty()) {
                    // Not lost: it never let us in, and waiting would not change that.
                    throw new UncheckedIOException(e);
                }
                if (!brokerLost) {
                    brokerLost = true;
                    request.progress().trouble(Progress.Trouble.BROKER, true);
                }
            }
        }

        private void tell(List<Part> now) {
            long all = 0;
            int before = told.size();
            Map<String, Long> byWorker = new TreeMap<>();
            for (Part part : now) {
                all += part.rows();
                if (part.worker() != null) {
                    byWorker.merge(part.worker(), part.rows(), Long::sum);
                }
                if (part.isOver() && told.add(part.id())) {
                    request.progress().file(part.source() - first, share(part.source(), now));
                    request.progress()
                            .ended(path(part), part.state() == Part.State.DONE && !part.damaged(), part.rows());
                }
            }
            if (all != rows || told.size() != before) {
                moved = System.nanoTime();
                request.progress().rows(rows < 0 ? 0 : all - rows);
                rows = all;
                request.progress().workers(byWorker, told.size(), now.size());
            }
        }

        /** How much of a file is read, by its parts. */
        private static double share(int source, List<Part> now) {
            List<Part> of = now.stream().filter(part -> part.source() == source).toList();
            return (double) of.stream().filter(Part::isOver).count() / of.size();
        }

        private String path(Part part) {
            SourceSummary source = sources.get(part.source());
            return source == null ? part.name() : CheckJob.pieceOf(part.name()).label(source.path());
        }
    }
}
