package ukaz.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ukaz.app.operate.Metrics;

/** Where a command that runs long tells how it fares. */
final class MetricsOptions {

    @Option(names = "--metrics-port", paramLabel = "PORT")
    private @Nullable Integer port;

    @Option(names = "--metrics-address", paramLabel = "ADDRESS")
    private String address = "127.0.0.1";

    /** Begins to listen; null where nobody asked for it. */
    @Nullable
    Metrics start(Session session) {
        Messages messages = session.messages();
        if (port == null) {
            return null;
        }
        if (port < 0 || port > 65_535) {
            throw new UsageException(messages.text("error.value", "--metrics-port", Integer.toString(port), "0–65535"));
        }
        try {
            Metrics metrics = Metrics.on(address, port);
            session.err().println(messages.text("service.metrics", "http://" + address + ":" + metrics.port()));
            return metrics;
        } catch (IOException e) {
            throw new UsageException(messages.text("error.noMetrics", address + ":" + port, Reasons.of(e, messages)));
        }
    }
}
