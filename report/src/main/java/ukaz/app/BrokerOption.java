package ukaz.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ukaz.app.broker.BrokerPlace;
import ukaz.app.broker.Requests;
import ukaz.app.job.Distribution;
import ukaz.app.job.SourceFiles;
import ukaz.ingest.store.ArchivePlace;

/** Which broker stands between an import and its workers. */
final class BrokerOption {

    private final Messages messages;

    @Option(names = "--broker", paramLabel = "URL")
    private @Nullable String broker;

    @Option(names = "--broker-credentials", paramLabel = "FILE")
    private @Nullable String credentials;

    @Option(names = "--broker-ca", paramLabel = "FILE")
    private @Nullable String authority;

    @Option(names = "--files-root", paramLabel = "DIR")
    private @Nullable String root;

    BrokerOption(Session session) {
        this.messages = session.messages();
    }

    /** Where this machine has the folder that all share; null where it is everywhere at the same place. */
    @Nullable
    Path root() {
        return root == null ? null : Path.of(root).toAbsolutePath().normalize();
    }

    /**
     * How an import into this archive is to be distributed; null where no broker is named.
     *
     * @param objects the folder into which objects were fetched; null where none were
     * @throws FailedRunException where the broker cannot be reached
     */
    @Nullable
    Distribution distribution(ArchivePlace archive, int patienceMinutes, @Nullable Path objects) {
        if (broker == null) {
            return null;
        }
        BrokerPlace place = place(archive);
        try (Requests requests = new Requests(place, "")) {
            requests.reach();
        } catch (IOException e) {
            throw unreachable(place, e);
        }
        return new Distribution(place, Duration.ofMinutes(patienceMinutes), new SourceFiles.Places(root(), objects));
    }

    FailedRunException unreachable(BrokerPlace place, IOException e) {
        return unusable(place, e, messages);
    }

    static FailedRunException unusable(BrokerPlace place, Exception e, Messages messages) {
        return new FailedRunException(messages.text("error.broker", place.url(), Reasons.of(e, messages)), e);
    }

    /** The broker, for workers of this archive. */
    BrokerPlace place(ArchivePlace archive) {
        String url = broker;
        if (url == null) {
            throw new UsageException(messages.text("error.missingValue", "--broker", "ukaz worker"));
        }
        if (!(archive instanceof ArchivePlace.OnServer)) {
            throw new UsageException(messages.text("error.brokerNeedsServer", archive.name()));
        }
        if (!url.startsWith("amqp://") && !url.startsWith("amqps://")) {
            throw new UsageException(messages.text("error.value", "--broker", hidden(url), "amqp://…, amqps://…"));
        }
        if (url.contains("@")) {
            throw new UsageException(messages.text("error.secretInBrokerUrl"));
        }
        Secrets.Credentials who =
                new Secrets(messages).credentials(credentials, "UKAZ_BROKER_USER", "UKAZ_BROKER_PASSWORD");
        String user = who.user();
        String password = who.password();
        if (user == null || user.isBlank()) {
            throw new UsageException(messages.text("error.noBrokerCredentials", url));
        }
        Path trusted = authority == null ? null : Path.of(authority);
        if (trusted != null && !Files.isReadable(trusted)) {
            throw new UsageException(messages.text(
                    "error.unreadable",
                    trusted,
                    messages.text(Files.exists(trusted) ? "reason.denied" : "reason.missing")));
        }
        return new BrokerPlace(url, user, password == null ? "" : password, trusted);
    }

    private static String hidden(String url) {
        return url.replaceAll("//[^/]*@", "//");
    }
}
