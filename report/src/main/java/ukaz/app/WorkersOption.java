package ukaz.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.app.job.Distribution;

/** Whether workers read for whoever imports, and how long to wait for one. */
final class WorkersOption {

    @Mixin
    private final BrokerOption broker;

    @Option(names = "--worker-timeout", paramLabel = "MINUTES")
    private int timeout = 30;

    WorkersOption(Session session) {
        this.broker = new BrokerOption(session);
    }

    /**
     * How an import into this archive is to be distributed; null where it is read here.
     *
     * @param objects the folder into which objects were fetched; null where none were
     */
    @Nullable
    Distribution distribution(Service service, ArchiveOption place, @Nullable Path objects)
            throws InterruptedException {
        return service.watched(() -> Optional.ofNullable(broker.distribution(place.place(), timeout, objects)))
                .orElse(null);
    }
}
