package ukaz.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command has that runs without anybody watching. */
final class ServiceOptions {

    @Mixin
    final MetricsOptions metrics = new MetricsOptions();

    @Option(names = "--notify", paramLabel = "FILE")
    @Nullable
    String notifyFile;
}
