package ukaz.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.InputFile;
import ukaz.ingest.source.Sources;

/** The files that the arguments name: themselves, or what lies in their folders. */
final class Inputs {

    private final Messages messages;
    private final Path output;
    private final @Nullable Downloads downloads;

    /**
     * Looks for files.
     *
     * @param output the folder of the reports, whose own workbooks are never read
     * @param downloads where objects of a storage are fetched to; null where there can be none
     */
    Inputs(Messages messages, Path output, @Nullable Downloads downloads) {
        this.downloads = downloads;
        this.messages = messages;
        this.output = output.toAbsolutePath().normalize();
    }

    /**
     * Files in the order of the arguments, those of a folder by name.
     *
     * @throws UsageException where an argument does not exist or nothing is found
     */
    List<InputFile> find(List<String> arguments) {
        List<InputFile> found = new ArrayList<>();
        for (String argument : arguments) {
            if (downloads != null && argument.startsWith(Downloads.SCHEME)) {
                found.addAll(downloads.fetch(argument));
                continue;
            }
            Path path = path(argument);
            if (Files.isDirectory(path)) {
                List<InputFile> inFolder = inFolder(argument, path);
                if (inFolder.isEmpty()) {
                    throw new UsageException(messages.text("error.emptyFolder", argument));
                }
                found.addAll(inFolder);
            } else if (Files.exists(path)) {
                found.add(new InputFile(String.valueOf(path.getFileName()), path.toAbsolutePath()));
            } else {
                throw new UsageException(messages.text("error.noSuchFile", argument));
            }
        }
        return distinct(found, arguments);
    }

    private Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UsageException(messages.text("error.noSuchFile", argument));
        }
    }

    private List<InputFile> inFolder(String argument, Path folder) {
        List<InputFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    boolean skip =
                            dir.toAbsolutePath().normalize().equals(output) || !dir.equals(folder) && isHidden(dir);
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return take(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // Reported as a finding when it is opened.
                    return take(file);
                }

                private FileVisitResult take(Path file) {
                    if (Sources.looksLikeSpreadsheet(file)) {
                        String path = folder.relativize(file).toString().replace('\\', '/');
                        found.add(new InputFile(path, file.toAbsolutePath()));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UsageException(messages.text("error.unreadableFolder", argument, Reasons.of(e, messages)));
        }
        found.sort((a, b) -> a.path().compareTo(b.path()));
        return found;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /** The same file named twice is read once; two files of one name are told apart by their folders. */
    private static List<InputFile> distinct(List<InputFile> found, List<String> arguments) {
        Map<Path, InputFile> once = new java.util.LinkedHashMap<>();
        found.forEach(file -> once.putIfAbsent(file.location().normalize(), file));
        Map<String, Integer> uses = new HashMap<>();
        once.values().forEach(file -> uses.merge(file.path(), 1, Integer::sum));
        if (arguments.size() == 1 || uses.values().stream().allMatch(count -> count == 1)) {
            return List.copyOf(once.values());
        }
        Path here = Path.of("").toAbsolutePath();
        return once.values().stream()
                .map(file -> uses.getOrDefault(file.path(), 1) == 1
                        ? file
                        : new InputFile(
                                here.relativize(file.location().normalize())
                                        .toString()
                                        .replace('\\', '/'),
                                file.location()))
                .toList();
    }
}
