package ukaz.app.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private Metrics metrics;

    @BeforeEach
    void listen() throws IOException {
        metrics = Metrics.on("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        metrics.close();
    }

    @Test
    void runs_rows_and_findings_are_counted() throws Exception {
        metrics.rows(1200);
        metrics.ended(NotifyTest.ending(3));
        metrics.ended(NotifyTest.ending(1));
        metrics.undelivered(1);

        HttpResponse<String> answer = get("/prometheus");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .contains(
                        "ukaz_rows_read_total 1200.0",
                        "ukaz_runs_total{exit_code=\"3\"} 1.0",
                        "ukaz_runs_total{exit_code=\"1\"} 1.0",
                        "ukaz_files_total{result=\"failed\"} 1.0",
                        "ukaz_files_total{result=\"read\"} 9.0",
                        "ukaz_findings_total{severity=\"error\"} 6.0",
                        "ukaz_findings_total{severity=\"info\"} 0.0",
                        "ukaz_notices_undelivered_total 1.0",
                        "ukaz_last_run_exit_code 1.0",
                        "ukaz_last_run_end_seconds 1.7684784E9")
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
    }

    @Test
    void workers_are_counted_and_what_they_did() throws Exception {
        metrics.workers(3);
        metrics.workers(2);
        metrics.busy(1);
        metrics.busy(1);
        metrics.busy(-1);
        metrics.part("read");
        metrics.part("read");
        metrics.part("failed");
        metrics.lost(true);

        assertThat(get("/prometheus").body().lines())
                .contains(
                        "ukaz_run_workers 2.0",
                        "ukaz_worker_busy 1.0",
                        "ukaz_parts_total{result=\"read\"} 2.0",
                        "ukaz_parts_total{result=\"failed\"} 1.0");
        assertThat(get("/health").statusCode()).isEqualTo(503);
        metrics.lost(false);
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void health_tells_of_the_last_run() throws Exception {
        HttpResponse<String> before = get("/health");
        metrics.stage("READ");
        HttpResponse<String> running = get("/health");
        metrics.ended(NotifyTest.ending(3));
        HttpResponse<String> withUnreadFiles = get("/health");
        metrics.ended(failed());
        HttpResponse<String> afterwards = get("/health");
        metrics.well();
        HttpResponse<String> again = get("/health");

        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).isEqualTo("{\"status\":\"UP\",\"stage\":\"idle\"}\n");
        assertThat(running.body()).contains("\"stage\":\"read\"");
        assertThat(withUnreadFiles.statusCode()).isEqualTo(200);
        assertThat(withUnreadFiles.body()).contains("\"stage\":\"idle\"", "\"exitCode\":3");
        assertThat(afterwards.statusCode()).isEqualTo(503);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"status\":\"UP\"", "\"exitCode\":4");
        assertThat(afterwards.body()).contains("\"status\":\"DOWN\"", "\"failure\":\"the disk is full\"");
    }

    @Test
    void nothing_else_is_answered() throws Exception {
        assertThat(get("/health/../etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/healthy").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(address("/health"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_closed_endpoint_listens_no_more() throws IOException {
        int port = metrics.port();
        metrics.close();

        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            assertThat(catchThrowable(() -> socket.connect(address, 1000))).isInstanceOf(IOException.class);
        }
    }

    private static Ending failed() {
        Instant noon = Instant.parse("2026-01-15T12:00:00Z");
        return new Ending("watch", "9a", "0.1.0", noon, noon, 4, Path.of("reports"), null, "the disk is full");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + metrics.port() + path);
    }
}
