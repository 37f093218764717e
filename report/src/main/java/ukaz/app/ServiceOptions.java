package ukaz.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command has that runs without anybody watching. */
final class ServiceOptions {

    @Option(names = "--metrics-port", paramLabel = "PORT")
    @Nullable
    Integer metricsPort;

    @Option(names = "--metrics-address", paramLabel = "ADDRESS")
    String metricsAddress = "127.0.0.1";

    @Option(names = "--notify", paramLabel = "FILE")
    @Nullable
    String notifyFile;
}
