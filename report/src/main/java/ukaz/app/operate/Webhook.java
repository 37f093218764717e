package ukaz.app.operate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import ukaz.app.job.Outcome;
import ukaz.model.Severity;
import ukaz.report.out.JsonOut;
import ukaz.report.out.Utf8Out;

/**
 * A web address that is told how a run ended: the first members of {@code summary.json}, by POST.
 *
 * @param token sent as a bearer token, where there is one
 */
record Webhook(URI address, Optional<String> token) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void tell(Ending ending) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "ukaz/" + ending.version())
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(ending)));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("HTTP " + response.statusCode());
        }
    }

    /** The address without what may be secret in it. */
    String shown() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static byte[] json(Ending ending) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonOut json = new JsonOut(new Utf8Out(bytes));
        json.object()
                .put("command", ending.command())
                .put("run", ending.run())
                .put("version", ending.version())
                .put("started", ending.started().toString())
                .put("finished", ending.finished().toString())
                .put("exitCode", (long) ending.exitCode())
                .put(
                        "reports",
                        ending.reports() == null
                                ? null
                                : ending.reports().toAbsolutePath().toString())
                .put("failure", ending.failure());
        Outcome outcome = ending.outcome();
        if (outcome != null) {
            json.put("files", (long) outcome.files())
                    .put("failedFiles", (long) outcome.failedFiles())
                    .object("rows")
                    .put("read", outcome.rows().read())
                    .put("records", outcome.rows().records())
                    .put("blank", outcome.rows().blank())
                    .put("notData", outcome.rows().notData())
                    .put("rejected", outcome.rows().rejected())
                    .endObject()
                    .put("records", outcome.records())
                    .object("severities");
            for (Severity severity : Severity.values()) {
                json.put(severity.key(), outcome.count(severity));
            }
            json.endObject();
        }
        json.endObject().endLine().flush();
        return bytes.toByteArray();
    }
}
