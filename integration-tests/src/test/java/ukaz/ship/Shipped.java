package ukaz.ship;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What the build leaves to hand out. */
final class Shipped {

    private static final Path TARGET = Path.of("../report/target");

    private Shipped() {}

    /** The file with this ending; the tests that follow are skipped where the inner loop left it out, and fail elsewhere. */
    static Path file(String ending) throws IOException {
        List<Path> found = List.of();
        if (Files.isDirectory(TARGET)) {
            try (Stream<Path> files = Files.list(TARGET)) {
                found = files.filter(file -> file.getFileName().toString().startsWith("ukaz-")
                                && file.getFileName().toString().endsWith(ending))
                        .toList();
            }
        }
        if (found.size() == 1) {
            return found.get(0).toAbsolutePath().normalize();
        }
        String reason = "there is no " + TARGET + "/ukaz-*" + ending + ": build it with -Pdist, not offline";
        if (!"where-built".equals(System.getProperty("ukaz.it.dist"))) {
            return Assertions.fail(reason);
        }
        System.out.println("Skipped: " + reason + ".");
        return Assumptions.abort(reason);
    }
}
