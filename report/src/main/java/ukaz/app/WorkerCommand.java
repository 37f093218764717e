package ukaz.app;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.app.broker.BrokerPlace;
import ukaz.app.broker.Listener;
import ukaz.app.broker.Request;
import ukaz.app.broker.Waits;
import ukaz.app.job.PartWork;
import ukaz.app.job.Progress;
import ukaz.app.job.Reading;
import ukaz.app.job.SourceFiles;
import ukaz.app.objects.ObjectStorage;
import ukaz.app.operate.Metrics;
import ukaz.ingest.store.Archive;

/** Reads files for imports that run on another machine, until it is told to end. */
@Command(name = "worker", sortOptions = false)
final class WorkerCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 64;
    private static final long PAUSE_MILLIS = Waits.of(2_000);

    private final Session session;
    private final Messages messages;

    @Mixin
    private final ArchiveOption place;

    @Mixin
    private final BrokerOption broker;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--threads", paramLabel = "N")
    private int threads = 1;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable String passwordFile;

    @Mixin
    private final MetricsOptions metricsOptions = new MetricsOptions();

    @Option(names = "--quiet")
    private boolean quiet;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private final LogOption log;

    WorkerCommand(Session session) {
        this.session = session;
        this.messages = session.messages();
        this.place = new ArchiveOption(session);
        this.broker = new BrokerOption(session);
        this.log = new LogOption(session);
    }

    @Override
    public Integer call() throws InterruptedException {
        BrokerPlace at = broker.place(place.place());
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException(
                    messages.text("error.value", "--threads", Integer.toString(threads), "1–" + MOST_THREADS));
        }
        String password = new Secrets(messages).password(passwordFile);
        try (Metrics metrics = metricsOptions.start(session);
                Archive archive = place.toRead()) {
            return work(archive, at, password, metrics);
        }
    }

    @SuppressWarnings("try") // the hook does its work by being open
    private int work(Archive archive, BrokerPlace at, @Nullable String password, @Nullable Metrics metrics)
            throws InterruptedException {
        String me = name == null ? host() + "/" + ProcessHandle.current().pid() : name;
        PartWork.Setting setting = new PartWork.Setting(
                me,
                UkazCommand.Version.number(),
                password,
                new SourceFiles.InStorage(
                        ObjectStorage.of(System.getenv(), session.clock()), new SourceFiles.Shared(broker.root())),
                session.clock(),
                new WorkerProgress(session, metrics, quiet),
                metrics == null ? ObservationRegistry.NOOP : metrics.observations());
        Team team = new Team(setting.progress(), metrics);
        String queue = PartWork.queue(archive);
        for (int i = 0; i < threads; i++) {
            team.add(
                    new PartWork(archive, setting), handling -> new Listener(at, queue, "ukaz worker " + me, handling));
        }
        try {
            team.first().tryOut();
        } catch (IOException e) {
            throw broker.unreachable(at, e);
        }
        session.err()
                .println(messages.text(
                        "worker.ready", me, at.url(), archive.place().name(), threads));
        try (Shutdown ignored = Shutdown.calling(() -> {
            session.err().println(messages.text("worker.stopping"));
            team.stop();
        })) {
            team.run();
        }
        Throwable failure = team.failure();
        if (failure instanceof Reading.UnfitException unfit) {
            throw new FailedRunException(messages.text(unfit.key(), unfit.theirs(), unfit.mine()), unfit);
        }
        if (failure != null) {
            throw new FailedRunException(messages.text("worker.failed", Reasons.of(failure, messages)), failure);
        }
        return ExitCode.CLEAN;
    }

    private static String host() {
        String host = System.getenv("HOSTNAME");
        try {
            return host == null || host.isBlank() ? InetAddress.getLocalHost().getHostName() : host;
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Makes a listener for whoever handles what it hears. */
    private interface Hearing {
        Listener of(Listener.Handling handling);
    }

    /** The threads of this worker: all end when one of them cannot go on. */
    private static final class Team {

        private final Progress progress;
        private final @Nullable Metrics metrics;
        private final List<PartWork> works = new ArrayList<>();
        private final List<Listener> listeners = new ArrayList<>();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Team(Progress progress, @Nullable Metrics metrics) {
            this.progress = progress;
            this.metrics = metrics;
        }

        void add(PartWork work, Hearing hearing) {
            works.add(work);
            listeners.add(hearing.of(new Member(work)));
        }

        Listener first() {
            return listeners.get(0);
        }

        @Nullable
        Throwable failure() {
            return failure.get();
        }

        void stop() {
            listeners.forEach(Listener::stop);
            works.forEach(PartWork::stop);
        }

        void end(Throwable because) {
            failure.compareAndSet(null, because);
            stop();
        }

        void run() throws InterruptedException {
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < listeners.size(); i++) {
                Listener listener = listeners.get(i);
                Thread thread = new Thread(() -> listen(listener), "worker-" + (i + 1));
                thread.start();
                running.add(thread);
            }
            for (Thread thread : running) {
                thread.join();
            }
            works.forEach(PartWork::close);
        }

        private void listen(Listener listener) {
            try {
                listener.listen();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                end(e);
            }
        }

        /** One thread. */
        private final class Member implements Listener.Handling {

            private final PartWork work;

            Member(PartWork work) {
                this.work = work;
            }

            @Override
            public boolean handle(Request request) throws InterruptedException {
                try {
                    if (metrics != null) {
                        metrics.busy(1);
                    }
                    return work.see(request) == PartWork.Answer.SEEN_TO;
                } catch (Reading.UnfitException e) {
                    end(e);
                    return false;
                } catch (RuntimeException e) {
                    // The archive cannot be asked: somebody will, later.
                    progress.trouble(Progress.Trouble.DATABASE, true);
                    Thread.sleep(PAUSE_MILLIS);
                    return false;
                } finally {
                    if (metrics != null) {
                        metrics.busy(-1);
                    }
                }
            }

            @Override
            public void foreign(String what) {
                progress.failed(what, new IOException(what));
            }

            @Override
            public void connected(boolean now) {
                progress.trouble(Progress.Trouble.BROKER, !now);
            }
        }
    }
}
