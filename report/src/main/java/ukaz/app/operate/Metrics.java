package ukaz.app.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.Outcome;
import ukaz.model.Severity;
import ukaz.report.out.JsonOut;
import ukaz.report.out.Utf8Out;

/**
 * Tells over HTTP how this process fares: {@code /prometheus} in numbers, {@code /health} in a word.
 *
 * <p>Jobs, steps and chunks are what Spring Batch observes of itself; runs, rows and findings are counted here. The path of a
 * single item is not observed: with millions of rows that would cost more than it tells.
 */
public final class Metrics implements AutoCloseable {

    private static final Pattern PARTITION = Pattern.compile(":.*");

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final ExecutorService threads;
    private final HttpServer server;
    private final Counter rows;
    private final Counter undelivered;
    private final AtomicLong workers = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong lastEnd = new AtomicLong();
    private final AtomicLong lastExitCode = new AtomicLong(-1);

    private volatile @Nullable String stage;
    private volatile @Nullable Ending last;
    private volatile boolean up = true;

    private Metrics(HttpServer server) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "metrics");
            thread.setDaemon(true);
            return thread;
        });
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        observations
                .observationConfig()
                .observationPredicate((name, context) -> !name.startsWith("spring.batch.item"))
                .observationFilter(Metrics::withoutPartition)
                .observationHandler(new DefaultMeterObservationHandler(
                        meters, DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER));
        rows = Counter.builder("ukaz.rows.read")
                .description("Rows read from spreadsheets")
                .register(meters);
        undelivered = Counter.builder("ukaz.notices.undelivered")
                .description("Mails and calls about runs that did not arrive")
                .register(meters);
        Gauge.builder("ukaz.last.run.end", lastEnd, AtomicLong::get)
                .baseUnit("seconds")
                .description("When the last run ended, in seconds since 1970; 0 for none")
                .register(meters);
        Gauge.builder("ukaz.last.run.exit.code", lastExitCode, AtomicLong::get)
                .description("Exit code of the last run; -1 for none")
                .register(meters);
    }

    /**
     * Starts to answer.
     *
     * @param address of this machine to listen on
     * @param port to listen on; 0 for any that is free
     */
    public static Metrics on(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        Metrics metrics = new Metrics(server);
        server.createContext("/health", exchange -> answer(exchange, "/health", metrics::health));
        server.createContext("/prometheus", exchange -> answer(exchange, "/prometheus", metrics::scrape));
        server.setExecutor(metrics.threads);
        server.start();
        return metrics;
    }

    /** For the job, so that Spring Batch can tell of itself. */
    public ObservationRegistry observations() {
        return observations;
    }

    /** The port that is listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** A stage of a run has begun. */
    public void stage(String name) {
        stage = name;
    }

    /** So many rows more were read. */
    public void rows(long more) {
        rows.increment((double) more);
    }

    /** A run has ended. */
    public void ended(Ending ending) {
        stage = null;
        last = ending;
        up = ending.failure() == null;
        lastEnd.set(ending.finished().getEpochSecond());
        lastExitCode.set(ending.exitCode());
        count("ukaz.runs", "Runs that have ended", "exit_code", Integer.toString(ending.exitCode()), 1);
        Outcome outcome = ending.outcome();
        if (outcome != null) {
            count("ukaz.files", "Files taken up", "result", "read", outcome.files() - (long) outcome.failedFiles());
            count("ukaz.files", "Files taken up", "result", "failed", outcome.failedFiles());
            for (Severity severity : Severity.values()) {
                count("ukaz.findings", "Findings in reports", "severity", severity.key(), outcome.count(severity));
            }
        }
    }

    /** So many workers on other machines have taken part in the run that goes on. */
    public void workers(int number) {
        if (workers.getAndSet(number) == 0) {
            Gauge.builder("ukaz.run.workers", workers, AtomicLong::get)
                    .description(
                            "Workers on other machines that have taken part in the run that goes on, or the last one")
                    .register(meters);
        }
    }

    /** So many threads of this worker more have something to do. */
    public void busy(int more) {
        if (busy.getAndAdd(more) == 0) {
            Gauge.builder("ukaz.worker.busy", busy, AtomicLong::get)
                    .description("Threads of this worker that have something to do")
                    .register(meters);
        }
    }

    /** This worker has brought a part of a run to an end. */
    public void part(String result) {
        count("ukaz.parts", "Parts of runs that this worker took", "result", result, 1);
    }

    /** Something that is needed was lost, or is back. */
    public void lost(boolean lost) {
        up = !lost;
    }

    /** What made the last run fail is over. */
    public void well() {
        up = true;
    }

    /** So many notices did not arrive. */
    public void undelivered(int more) {
        undelivered.increment(more);
    }

    private void count(String name, String description, String tag, String value, long more) {
        Counter.builder(name)
                .description(description)
                .tag(tag, value)
                .register(meters)
                .increment((double) more);
    }

    /** Steps are told apart by what they do: one number for each file ever read would be too many. */
    private static Observation.Context withoutPartition(Observation.Context context) {
        for (KeyValue each : context.getLowCardinalityKeyValues()) {
            if (each.getKey().endsWith("step.name")) {
                context.addLowCardinalityKeyValue(KeyValue.of(
                        each.getKey(), PARTITION.matcher(each.getValue()).replaceFirst("")));
            }
        }
        return context;
    }

    /** What is answered to a request. */
    private record Answer(int status, String type, String body) {}

    /** Makes an answer. */
    private interface Answering {
        Answer answer() throws IOException;
    }

    private Answer scrape() {
        return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
    }

    /** Well unless the last run failed, and nothing has gone well since; what it found in spreadsheets is no illness. */
    private Answer health() throws IOException {
        Ending ended = last;
        boolean well = up;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonOut json = new JsonOut(new Utf8Out(bytes));
        json.object()
                .put("status", well ? "UP" : "DOWN")
                .put("stage", stage == null ? "idle" : String.valueOf(stage).toLowerCase(Locale.ROOT));
        if (ended != null) {
            json.object("lastRun")
                    .put("run", ended.run())
                    .put("finished", ended.finished().toString())
                    .put("exitCode", (long) ended.exitCode())
                    .put("failure", ended.failure())
                    .endObject();
        }
        json.endObject().endLine().flush();
        return new Answer(well ? 200 : 503, "application/json; charset=utf-8", bytes.toString(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, String path, Answering answering) throws IOException {
        try (exchange) {
            Answer answer;
            if (!exchange.getRequestURI().getPath().equals(path)) {
                answer = new Answer(404, "text/plain", "");
            } else if (!exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestMethod().equals("HEAD")) {
                answer = new Answer(405, "text/plain", "");
            } else {
                answer = answering.answer();
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean sent = body.length > 0 && exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(answer.status(), sent ? body.length : -1);
            if (sent) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        meters.close();
    }
}
