package ukaz.store;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Whether containers can be had here, and which ones the tests use. */
public final class Docker {

    public static final String POSTGRES = "postgres:15-alpine";
    public static final String RABBITMQ = "rabbitmq:3.10-alpine";

    private static final String REQUIRED = "ukaz.it.docker";

    private Docker() {}

    /**
     * Starts the container; skips the tests that follow where there is no Docker or it cannot get the image, and fails instead
     * with {@code -Dukaz.it.docker=required}.
     */
    public static <C extends GenericContainer<?>> C start(Supplier<C> container) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return skip("there is no Docker here");
        }
        try {
            C started = container.get();
            started.start();
            return started;
        } catch (RuntimeException e) {
            return skip("Docker cannot start a container here: " + e.getMessage());
        }
    }

    /** Skips the test where the command {@code docker} reaches no server, and fails it where one is required. */
    public static void need() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            // No such command.
        }
        skip("there is no Docker here");
    }

    private static <C> C skip(String reason) {
        if ("required".equals(System.getProperty(REQUIRED))) {
            return Assertions.fail("The tests in containers are required, but " + reason + ".");
        }
        System.out.println("Skipped: the tests in containers, for " + reason + ".");
        return Assumptions.abort(reason);
    }
}
