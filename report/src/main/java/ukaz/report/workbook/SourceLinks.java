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

    private static final String BEGINNING = "HYPERLINK(\"";

    private static final Set<String> WITH_SHEETS = Set.of("xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "ods");

    /** The beginning of the formula for each source, by its path: {@code HYPERLINK("../heroes.xlsx}. */
    private final Map<String, String> files = new HashMap<>();

    private final Set<String> sheeted = new HashSet<>();

    private String lastFile = "";
    private String lastSheet = "";
    private String lastWay = "";

    /** The name of the sheet; empty for a text file. */
    static String tab(SourceRef at) {
        return at.sheet() == null ? "" : at.sheet();
    }

    SourceLinks(Path folder, List<SourceSummary> sources) {
        for (SourceSummary source : sources) {
            String target = target(SourcePath.between(folder, source.location()));
            files.put(source.path(), BEGINNING + target);
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
        String cell = at.cell();
        String start = files.get(at.file());
        String sheet = at.sheet();
        if (start == null) {
            cells.shared(shown(at, cell), Look.PLAIN);
        } else if (sheet == null || !sheeted.contains(at.file())) {
            put(cells, start + "\",\"" + shown(at, cell) + "\")", shown(at, cell), start.length());
        } else {
            String way = way(at.file(), sheet, start);
            if (cell == null) {
                String formula = way + "A" + Math.max(at.row(), 1) + "\",\"" + shown(at, null) + "\")";
                put(cells, formula, shown(at, null), way.length() + 8);
            } else if (way.length() + cell.length() - BEGINNING.length() > MOST) {
                cells.shared(cell, Look.PLAIN);
            } else {
                cells.link(way, cell, Look.LINK);
            }
        }
    }

    /** Writes a cell that shows this text and leads to the place. */
    void put(Cells cells, SourceRef at, String text) throws IOException {
        String start = files.get(at.file());
        String sheet = at.sheet();
        String cell = at.cell();
        String place = sheet == null || !sheeted.contains(at.file())
                ? ""
                : "#" + XlsxFile.quoted(sheet).replace("\"", "\"\"") + "!"
                        + (cell != null ? cell : "A" + Math.max(at.row(), 1));
        if (start == null || start.length() + place.length() - BEGINNING.length() > MOST || text.length() > MOST) {
            cells.text(text, Look.WRAPPED);
        } else {
            cells.formula(start + place + "\",\"" + text.replace("\"", "\"\"") + "\")", text, Look.LONG_LINK);
        }
    }

    private static void put(Cells cells, String formula, String shown, int length) throws IOException {
        if (length - BEGINNING.length() > MOST) {
            cells.shared(shown, Look.PLAIN);
        } else {
            cells.formula(formula, shown, Look.LINK);
        }
    }

    /** The formula up to the address; findings come sheet by sheet. */
    private String way(String file, String sheet, String start) {
        if (!file.equals(lastFile) || !sheet.equals(lastSheet)) {
            lastFile = file;
            lastSheet = sheet;
            lastWay = start + "#" + XlsxFile.quoted(sheet).replace("\"", "\"\"") + "!";
        }
        return lastWay;
    }

    private static String shown(SourceRef at, @Nullable String cell) {
        return cell != null ? cell : at.row() > 0 ? String.valueOf(at.row()) : "→";
    }
}
