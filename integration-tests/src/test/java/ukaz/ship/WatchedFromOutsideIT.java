package ukaz.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ukaz.job.ChildProcess;

/** A watcher in a process of its own, seen by what scrapes it. */
class WatchedFromOutsideIT {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path work;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void a_watcher_counts_what_it_imports_and_ends_when_told() throws Exception {
        Path inbox = Files.createDirectories(work.resolve("inbox"));
        Path log = work.resolve("log");
        Files.copy(Path.of("../samples/geroi-truda.csv"), inbox.resolve("list.csv"));
        Process watcher = ChildProcess.start(
                "256m",
                log,
                "watch",
                "--inbox",
                inbox,
                "--archive",
                work.resolve("archive"),
                "--out",
                work.resolve("reports"),
                "--poll",
                1,
                "--settle",
                0,
                "--metrics-port",
                0,
                "--log-format",
                "json");
        try {
            String address = waitForAddress(watcher, log);
            while (!get(address + "/prometheus").body().contains("ukaz_runs_total{")) {
                assertThat(watcher.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(100);
            }

            String numbers = get(address + "/prometheus").body();
            assertThat(numbers)
                    .contains("ukaz_rows_read_total 10.0")
                    .contains("ukaz_files_total{result=\"read\"} 1.0")
                    .contains("spring_batch_job_name=\"import\"")
                    .contains("spring_batch_step_name=\"relate\"")
                    .contains("spring_batch_chunk_write_seconds_count")
                    .doesNotContain("spring_batch_item");
            HttpResponse<String> health = get(address + "/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"UP\"", "\"lastRun\":");

            watcher.destroy();
            assertThat(watcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readAllLines(log)).allMatch(line -> line.startsWith("{") || !line.contains("INFO"));
        } finally {
            watcher.destroyForcibly();
        }
    }

    private static String waitForAddress(Process watcher, Path log) throws Exception {
        while (true) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return address.group();
            }
            assertThat(watcher.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(100);
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
