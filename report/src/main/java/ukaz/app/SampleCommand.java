package ukaz.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes sample workbooks with known faults, to try Ukaz on. */
@Command(name = "sample")
final class SampleCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of(
            "dvazhdy-i-trizhdy-geroi.xlsx",
            "geroi-socialisticheskogo-truda.xlsx",
            "geroi-truda.csv",
            "heroes-of-the-soviet-union.xlsx",
            "uchebnye-oshibki.xlsx");

    private final Session session;

    @Parameters(paramLabel = "DIR", index = "0")
    private String folder = "";

    SampleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Messages messages = session.messages();
        try {
            Path target = Path.of(folder);
            if (Files.exists(target) && !isEmptyFolder(target)) {
                throw new UsageException(messages.text("error.sampleExists", folder));
            }
            Files.createDirectories(target);
            for (String name : FILES) {
                copy(name, target.resolve(name));
            }
            copy("README." + messages.language().key() + ".md", target.resolve("README.md"));
            try (Stream<Path> written = Files.list(target)) {
                written.sorted().forEach(session.out()::println);
            }
            return ExitCode.CLEAN;
        } catch (IOException | InvalidPathException e) {
            throw new FailedRunException(messages.text("error.notWritten", folder, Reasons.of(e, messages)), e);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private static void copy(String name, Path to) throws IOException {
        try (InputStream in = SampleCommand.class.getResourceAsStream("samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: the sample " + name + " is missing");
            }
            Files.copy(in, to);
        }
    }
}
