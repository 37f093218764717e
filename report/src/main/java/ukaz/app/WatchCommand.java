package ukaz.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.app.job.Distribution;
import ukaz.ingest.store.ArchiveLock;

/** Imports what lies in an inbox, at the times of a schedule or as it arrives. */
@Command(name = "watch", sortOptions = false)
final class WatchCommand implements Callable<Integer> {

    private static final int MOST_SECONDS_ASLEEP = 60;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT);

    private final Session session;
    private final Messages messages;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Option(names = "--inbox", paramLabel = "DIR", required = true)
    private String inbox = "";

    @Option(names = "--cron", paramLabel = "CRON")
    private @Nullable String cron;

    @Option(names = "--zone", paramLabel = "ZONE")
    private @Nullable String zone;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--settle", paramLabel = "SECONDS")
    private int settle = 5;

    @Option(names = "--poll", paramLabel = "SECONDS")
    private int poll = 10;

    @Mixin
    private final ArchiveOption place;

    @Mixin
    private final WorkersOption workers;

    @Mixin
    private final RunOptions options;

    @Mixin
    private final ServiceOptions serviceOptions = new ServiceOptions();

    WatchCommand(Session session) {
        this.session = session;
        this.messages = session.messages();
        this.place = new ArchiveOption(session);
        this.workers = new WorkersOption(session);
        this.options = new RunOptions(session);
    }

    @Override
    @SuppressWarnings("try") // the hook does its work by being open
    public Integer call() {
        ZoneId in = zone();
        Schedule schedule = schedule(in);
        Path folder = Path.of(inbox);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(messages.text("error.noInbox", inbox));
        }
        RunOptions.Wanted wanted = options.read();
        try (Service service = Service.start("watch", session, serviceOptions);
                ArchiveLock lock = service.watched(place::toWatch)) {
            Distribution distribution = workers.distribution(service, place, null);
            Watch watch =
                    new Watch(session, place, options, wanted, new Inbox(folder), in, settle, service, distribution);
            try (Shutdown ignored = Shutdown.calling(() -> {
                stopped.countDown();
                watch.stop();
            })) {
                return once ? service.watched(watch::look) : loop(watch, schedule, lock, service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CLEAN;
        }
    }

    private int loop(Watch watch, Schedule schedule, ArchiveLock lock, Service service) throws InterruptedException {
        say("watch.begins", inbox);
        Instant now = session.clock().instant();
        Instant missed = schedule.missed(watch.lastLook(), now);
        if (missed != null) {
            say("watch.missed", WHEN.format(missed.atZone(schedule.zone())));
        }
        Instant next = missed != null || cron == null ? now : schedule.after(now);
        int failures = 0;
        while (next != null) {
            if (sleptUntil(next)) {
                return ExitCode.CLEAN;
            }
            failures = looked(watch, lock, service) ? 0 : failures + 1;
            now = session.clock().instant();
            next = failures == 0 ? schedule.after(now) : schedule.again(now, failures);
        }
        return ExitCode.CLEAN;
    }

    /**
     * False where it failed, and is to be tried again.
     *
     * @throws FailedRunException where another process watches by now: the server was gone, and the lock with it
     */
    private boolean looked(Watch watch, ArchiveLock lock, Service service) throws InterruptedException {
        boolean ours = true;
        try {
            ours = place.keep(lock);
            if (ours && watch.look() < ExitCode.FAILED) {
                service.well();
                return true;
            }
        } catch (FailedRunException e) {
            session.error(String.valueOf(e.getMessage()));
            service.failed(e);
        }
        if (!ours) {
            throw place.isWatched();
        }
        return false;
    }

    /** True where it was called to a stop; clocks are set meanwhile, so it does not trust a long sleep. */
    private boolean sleptUntil(Instant time) throws InterruptedException {
        while (true) {
            Duration left = Duration.between(session.clock().instant(), time);
            if (left.isNegative() || left.isZero()) {
                return stopped.getCount() == 0;
            }
            long millis = Math.min(left.toMillis() + 1, TimeUnit.SECONDS.toMillis(MOST_SECONDS_ASLEEP));
            if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
    }

    private void say(String key, Object... arguments) {
        if (!options.isQuiet()) {
            session.err().println(messages.text(key, arguments));
        }
    }

    private ZoneId zone() {
        if (zone == null) {
            return session.clock().getZone();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UsageException(
                    messages.text("error.value", "--zone", zone, "Europe/Moscow, Asia/Yekaterinburg, UTC"));
        }
    }

    private Schedule schedule(ZoneId in) {
        if (cron == null) {
            return Schedule.every(poll, in);
        }
        try {
            return Schedule.cron(cron, in);
        } catch (IllegalArgumentException e) {
            throw new UsageException(messages.text("error.cron", cron));
        }
    }
}
