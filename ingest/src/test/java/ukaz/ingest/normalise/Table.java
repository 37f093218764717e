package ukaz.ingest.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a table of expectations, which a reviewer extends by a line. */
public final class Table {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private Table() {}

    /** Lines that do not begin with #, each cut at its tabs, filled with empty cells to the width asked for. */
    public static List<String[]> read(Class<?> beside, String file, int width) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> cells(line, width))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line, int width) {
        String[] cells = Arrays.copyOf(line.split("\t", -1), width);
        for (int i = 0; i < width; i++) {
            cells[i] = cells[i] == null ? "" : unescaped(cells[i]);
        }
        return cells;
    }

    private static String unescaped(String cell) {
        return ESCAPE.matcher(cell)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** Null for an empty cell. */
    public static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
