package ukaz.app.objects;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A storage that speaks S3, of Amazon or anybody else.
 *
 * <p>Two requests are all that is asked of it; the library of its inventor would be twenty jars for them.
 */
public final class ObjectStorage {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 1_000;

    private final URI endpoint;
    private final Signature signature;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ObjectStorage(URI endpoint, Signature signature, Clock clock) {
        this.endpoint = endpoint;
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * The storage that the variables name which every program for S3 knows.
     *
     * @return null where they name no key
     */
    public static @Nullable ObjectStorage of(Map<String, String> environment, Clock clock) {
        String key = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (key == null || secret == null) {
            return null;
        }
        String region = environment.getOrDefault("AWS_REGION", "us-east-1");
        String endpoint = environment.getOrDefault(
                "AWS_ENDPOINT_URL_S3",
                environment.getOrDefault("AWS_ENDPOINT_URL", "https://s3." + region + ".amazonaws.com"));
        return new ObjectStorage(
                URI.create(endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint),
                new Signature(key, secret, environment.get("AWS_SESSION_TOKEN"), region),
                clock);
    }

    /** The keys that begin so, in their order. */
    public List<String> list(String bucket, String prefix) throws IOException {
        List<String> keys = new ArrayList<>();
        String[] next = {""};
        do {
            SortedMap<String, String> query = new TreeMap<>(Map.of("list-type", "2", "prefix", prefix));
            if (!next[0].isEmpty()) {
                query.put("continuation-token", next[0]);
            }
            next[0] = ask(bucket, "", query, in -> read(in, keys));
        } while (!next[0].isEmpty());
        return keys;
    }

    /** Fetches one object into a file, in place of what is there. */
    public void fetch(String bucket, String key, Path to) throws IOException {
        ask(bucket, key, new TreeMap<>(), in -> {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            return "";
        });
    }

    private interface Answer {
        String read(InputStream in) throws IOException;
    }

    private String ask(String bucket, String key, SortedMap<String, String> query, Answer answer) throws IOException {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                if (last != null) {
                    Thread.sleep(PAUSE_MILLIS * i);
                }
                HttpResponse<InputStream> response =
                        client.send(request(bucket, key, query), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream in = response.body()) {
                    if (response.statusCode() == 200) {
                        return answer.read(in);
                    }
                }
                last = new IOException(
                        endpoint + " answers " + response.statusCode() + " for s3://" + bucket + "/" + key);
                if (response.statusCode() < 500) {
                    throw last;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (IOException e) {
                if (e == last) {
                    throw e;
                }
                last = e;
            }
        }
        throw last == null ? new IOException(endpoint.toString()) : last;
    }

    private HttpRequest request(String bucket, String key, SortedMap<String, String> query) {
        String path = endpoint.getRawPath() + "/" + Signature.encoded(bucket, false)
                + (key.isEmpty() ? "" : "/" + Signature.encoded(key, true));
        String asked = Signature.query(query);
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", endpoint.getRawAuthority());
        signature.sign(path, asked, headers, clock.instant());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.getScheme() + "://"
                        + endpoint.getRawAuthority() + path + (asked.isEmpty() ? "" : "?" + asked)))
                .timeout(TO_ANSWER);
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        return request.GET().build();
    }

    /** Adds the keys of one page, and answers what the next one is asked for by; empty for none. */
    private static String read(InputStream in, List<String> keys) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader page = factory.createXMLStreamReader(in);
            String next = "";
            while (page.hasNext()) {
                if (page.next() == XMLStreamConstants.START_ELEMENT) {
                    if (page.getLocalName().equals("Key")) {
                        keys.add(page.getElementText());
                    } else if (page.getLocalName().equals("NextContinuationToken")) {
                        next = page.getElementText();
                    }
                }
            }
            return next;
        } catch (XMLStreamException e) {
            throw new IOException("the storage answers no list: " + e.getMessage(), e);
        }
    }
}
