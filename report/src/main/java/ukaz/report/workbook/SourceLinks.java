package ukaz.report.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.SourceRef;
import ukaz.report.run.SourcePath;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.XlsxFile;

/**
 * Links into the cells of the sources, relative to the folder of the report.
 *
 * <p>They are formulas, since a sheet can hold only 65,530 links of the other kind.
 */
final class SourceLinks {

    /** The most characters of a text inside a formula. */
    private static final int MOST = 255;

    private static final Set<String> WITH_SHEETS = Set.of("xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "ods");

    /** The beginning of the formula for each source, by its path: {@code HYPERLINK("../heroes.xlsx}. */
    private final Map<String, String> files = new HashMap<>();

    private final Set<String> sheeted = new HashSet<>();

    SourceLinks(Path folder, List<SourceSummary> sources) {
        for (SourceSummary source : sources) {
            String target = target(SourcePath.between(folder, source.location()));
            files.put(source.path(), "HYPERLINK(\"" + target);
            String name = source.path();
            if (WITH_SHEETS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                sheeted.add(source.path());
            }
        }
    }

    private static String target(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        String unmistakable = first.indexOf(':') > 1 ? "./" + path : path;
        return unmistakable.replace("%", "%25").replace("#", "%23").replace("\"", "\"\"");
    }

    /** Writes a cell that shows the place and leads there. */
    void put(Cells cells, SourceRef at) throws IOException {
        String shown = shown(at);
        String formula = shown.isEmpty() ? null : formula(at, shown);
        if (formula == null) {
            cells.shared(shown, Look.PLAIN);
        } else {
            cells.formula(formula, shown, Look.LINK);
        }
    }

    private static String shown(SourceRef at) {
        String cell = at.cell();
        return cell != null ? cell : at.row() > 0 ? String.valueOf(at.row()) : "→";
    }

    private @Nullable String formula(SourceRef at, String shown) {
        String start = files.get(at.file());
        if (start == null) {
            return null;
        }
        String sheet = at.sheet();
        String place = "";
        if (sheet != null && sheeted.contains(at.file())) {
            String cell = at.cell();
            place = "#" + XlsxFile.quoted(sheet).replace("\"", "\"\"") + "!"
                    + (cell != null ? cell : "A" + Math.max(at.row(), 1));
        }
        if (start.length() - "HYPERLINK(\"".length() + place.length() > MOST) {
            return null;
        }
        return start + place + "\",\"" + shown + "\")";
    }
}
