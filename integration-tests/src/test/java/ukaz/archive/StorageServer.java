package ukaz.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A storage that speaks as much S3 as is asked of one: lists of two keys a page, and objects.
 *
 * <p>It looks whether a request bears a signature of its key; whether signatures are right is known from the examples of the
 * documentation. Every fifth answer is that it is busy.
 */
final class StorageServer implements AutoCloseable {

    static final String BUCKET = "awards";

    private static final int PAGE = 2;
    private static final String KEY = "storage-key";
    private static final Pattern SIGNED = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=" + KEY
                    + "/\\d{8}/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=[0-9a-f]{64}");

    private final HttpServer server;
    private final Path folder;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger fetched = new AtomicInteger();

    private StorageServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Offers the files of the folder as objects of one bucket, under {@code lists/}. */
    static StorageServer of(Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StorageServer storage = new StorageServer(server, folder);
        server.createContext("/", storage::answer);
        server.start();
        return storage;
    }

    /** What a program is told of it. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID",
                KEY,
                "AWS_SECRET_ACCESS_KEY",
                "storage-secret");
    }

    int fetched() {
        return fetched.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String signature = String.valueOf(exchange.getRequestHeaders().getFirst("authorization"));
            String path = exchange.getRequestURI().getPath();
            if (!SIGNED.matcher(signature).matches()) {
                send(exchange, 403, "<Error><Code>AccessDenied</Code></Error>".getBytes(StandardCharsets.UTF_8));
            } else if (asked.incrementAndGet() % 5 == 0) {
                send(exchange, 503, new byte[0]);
            } else if (path.equals("/" + BUCKET)) {
                send(exchange, 200, list(exchange.getRequestURI().getRawQuery()).getBytes(StandardCharsets.UTF_8));
            } else {
                Path file = folder.resolve(path.substring(("/" + BUCKET + "/lists/").length()));
                fetched.incrementAndGet();
                send(exchange, 200, Files.readAllBytes(file));
            }
        }
    }

    private String list(String query) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        Matcher token = Pattern.compile("continuation-token=([^&]*)").matcher(query);
        int from = token.find() ? Integer.parseInt(URLDecoder.decode(token.group(1), StandardCharsets.UTF_8)) : 0;
        int to = Math.min(from + PAGE, names.size());
        StringBuilder page = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult><Name>awards</Name>");
        names.subList(from, to)
                .forEach(name ->
                        page.append("<Contents><Key>lists/").append(name).append("</Key></Contents>"));
        if (to < names.size()) {
            page.append("<NextContinuationToken>").append(to).append("</NextContinuationToken>");
        }
        return page.append("</ListBucketResult>").toString();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
