package ukaz.report.annotate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives every copy a name of its own in one folder, whatever the source is called. */
final class CopyNames {

    private static final Set<String> EXTENSIONS =
            Set.of("xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "ods", "csv", "tsv", "txt");
    private static final int MOST_BYTES = 200;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** @param paths of all sources, as given, with forward slashes */
    CopyNames(List<String> paths) {
        paths.forEach(path -> uses.merge(stem(last(path)).toLowerCase(Locale.ROOT), 1, Integer::sum));
    }

    /** The name of the copy: the source's own, with what tells it apart where another has that too. */
    String of(String path, String extension) {
        String last = last(path);
        String stem = stem(last);
        if (uses.getOrDefault(stem.toLowerCase(Locale.ROOT), 0) > 1) {
            List<String> parts = new ArrayList<>();
            for (String part : path.split("/", -1)) {
                if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                    parts.add(part);
                }
            }
            String joined = String.join(" - ", parts);
            stem = extension(last).equals(extension) ? stem(joined) : joined;
        }
        String safe = safe(stem);
        String name = safe + "." + extension;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = safe + " (" + i + ")." + extension;
        }
        return name;
    }

    /** Gives the name back, because no copy bears it. */
    void release(String name) {
        taken.remove(name.toLowerCase(Locale.ROOT));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        return EXTENSIONS.contains(extension(name)) ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A name that every file system takes and that stays in its folder. */
    private static String safe(String stem) {
        StringBuilder safe = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < stem.length(); ) {
            int point = stem.codePointAt(i);
            i += Character.charCount(point);
            boolean bad = point < ' '
                    || point == 0x7F
                    || point >= 0xD800 && point <= 0xDFFF
                    || "/\\:*?\"<>|".indexOf(point) >= 0
                    || Character.getType(point) == Character.FORMAT;
            String kept = bad ? "_" : Character.toString(point);
            bytes += kept.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            safe.append(kept);
        }
        while (!safe.isEmpty() && (safe.charAt(0) == '.' || safe.charAt(0) == ' ')) {
            safe.setCharAt(0, '_');
        }
        return safe.isEmpty() ? "_" : safe.toString();
    }
}
