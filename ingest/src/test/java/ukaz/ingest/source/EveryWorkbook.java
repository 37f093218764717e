package ukaz.ingest.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Sees to it that whatever workbook a test leaves in its folder is read cell by cell as POI's own model reads it, or else
 * lets the test fail. Each content is compared once.
 */
public final class EveryWorkbook implements TempDirFactory, AfterEachCallback, AfterAllCallback {

    private static final Pattern WORKBOOK =
            Pattern.compile(".+\\.(xlsx|xlsm|xls|xlsb)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final long LARGEST = 1 << 20;

    private static final Map<String, Queue<Path>> FOLDERS = new ConcurrentHashMap<>();
    private static final Set<Long> SEEN = ConcurrentHashMap.newKeySet();
    private static final Set<Path> COMPARED = ConcurrentHashMap.newKeySet();

    /** True where that file of a test that has ended was read by both. */
    public static boolean hasCompared(Path file) {
        return COMPARED.contains(file);
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        Path folder = Files.createTempDirectory("junit-");
        FOLDERS.computeIfAbsent(context.getUniqueId(), id -> new ConcurrentLinkedQueue<>())
                .add(folder);
        return folder;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        compare(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        compare(context);
    }

    private static void compare(ExtensionContext context) throws IOException {
        Queue<Path> folders = FOLDERS.remove(context.getUniqueId());
        if (folders == null || context.getExecutionException().isPresent()) {
            return;
        }
        List<String> differences = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : workbooks(folder)) {
                String difference = difference(file);
                if (difference != null) {
                    differences.add(file + ": " + difference);
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new AssertionError("not read as by POI: " + String.join("\n", differences));
        }
    }

    private static @Nullable String difference(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(content);
        if (!SEEN.add((long) content.length << 32 | crc.getValue())) {
            return null;
        }
        PoiModel.Compared compared = PoiModel.compare(file);
        if (compared.cells() > 0) {
            COMPARED.add(file);
        }
        return compared.difference();
    }

    private static List<Path> workbooks(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                    if (about.isRegularFile()
                            && about.size() > 0
                            && about.size() <= LARGEST
                            && Files.isReadable(file)
                            && WORKBOOK.matcher(String.valueOf(file.getFileName()))
                                    .matches()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return found;
    }
}
