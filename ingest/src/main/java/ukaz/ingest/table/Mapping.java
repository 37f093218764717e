package ukaz.ingest.table;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.Awards;
import ukaz.ingest.normalise.term.Citizenships;
import ukaz.ingest.normalise.term.Sexes;
import ukaz.ingest.source.Sheet;
import ukaz.model.Field;
import ukaz.model.data.DataException;
import ukaz.model.data.DataNode;

/**
 * What a person says of the tables of some files, where their titles do not tell or tell something wrong.
 *
 * <pre>
 * tables:
 *   - file: "heroes*.xlsx"
 *     sheet: Лист1
 *     header-row: 3
 *     columns:
 *       B: fullName
 *       "Дата вручения": ignore
 *       F: {field: decreeDate, group: 2}
 *     constants: {award: HSL}
 *     same-as-above: [B]
 *     date-order: day-first
 *     register: partial
 * </pre>
 */
public final class Mapping {

    /** Says nothing. */
    public static final Mapping NONE = new Mapping(List.of());

    private static final String IGNORE = "ignore";
    private static final String FIND = "find";
    private static final String WITHOUT = "none";
    private static final List<String> MEDALS = List.of("GOLD_STAR", "HAMMER_AND_SICKLE");
    private static final int MOST_GROUPS = 20;
    private static final LocalDate FAR_AWAY = LocalDate.of(2200, 1, 1);

    private final List<TableMapping> tables;

    private Mapping(List<TableMapping> tables) {
        this.tables = tables;
    }

    /**
     * Reads the YAML of a mapping.
     *
     * @param file its name, for messages
     * @throws DataException naming line and column of what is wrong, and what was probably meant
     */
    public static Mapping read(String file, Reader yaml) {
        DataNode root = DataNode.read(file, yaml);
        if (root == null) {
            return NONE;
        }
        if (!root.has("tables")) {
            return new Mapping(List.of(table(root)));
        }
        root.only("tables");
        return new Mapping(
                root.get("tables").items().stream().map(Mapping::table).toList());
    }

    private static TableMapping table(DataNode node) {
        node.only(
                "file",
                "sheet",
                "header-row",
                "header-rows",
                "columns",
                "constants",
                "same-as-above",
                "date-order",
                "register");
        DataNode file = node.find("file");
        DataNode sheet = node.find("sheet");
        boolean numbered = sheet != null && sheet.plain() instanceof Integer;
        int headerRow = headerRow(node.find("header-row"));
        DataNode height = node.find("header-rows");
        if (height != null && headerRow <= 0) {
            throw height.error(
                    "header-rows needs the number of the first of them in header-row",
                    "к header-rows нужен номер первой из этих строк в header-row");
        }
        int headerRows = headerRow < 0 ? 0 : height == null ? 1 : between(height, 1, 9);
        return new TableMapping(
                file == null ? null : file.text(),
                sheet == null ? null : sheet.text(),
                sheet != null && numbered ? between(sheet, 1, Integer.MAX_VALUE) : 0,
                Math.abs(headerRow),
                headerRows,
                columns(node.find("columns")),
                constants(node.find("constants")),
                sameAsAbove(node.find("same-as-above")),
                dateOrder(node.find("date-order")),
                isPartial(node.find("register")));
    }

    /** 0 where the header is to be found, -1 where there is none. */
    private static int headerRow(@Nullable DataNode node) {
        if (node == null || node.text().equals(FIND)) {
            return 0;
        }
        if (node.text().equals(WITHOUT)) {
            return -1;
        }
        if (!(node.plain() instanceof Integer)) {
            throw node.error(
                    "the number of a row, 'find' or 'none' is expected here, not '" + node.text() + "'",
                    "здесь нужен номер строки, find или none, а не «" + node.text() + "»");
        }
        return between(node, 1, Integer.MAX_VALUE);
    }

    private static int between(DataNode node, int least, int most) {
        int number = node.integer();
        if (number < least || number > most) {
            boolean open = most == Integer.MAX_VALUE;
            throw node.error(
                    "a number from " + least + (open ? "" : " to " + most) + " is expected here, not " + number,
                    "здесь нужно число от " + least + (open ? "" : " до " + most) + ", а не " + number);
        }
        return number;
    }

    private static List<ColumnMapping> columns(@Nullable DataNode node) {
        List<ColumnMapping> columns = new ArrayList<>();
        if (node != null) {
            node.entries().forEach((key, value) -> columns.add(column(key, value)));
        }
        return List.copyOf(columns);
    }

    private static ColumnMapping column(String key, DataNode node) {
        if (!node.isMapping()) {
            return new ColumnMapping(key, node.text().equals(IGNORE) ? null : field(node, true), null, null);
        }
        node.only("field", "group", "medal");
        DataNode group = node.find("group");
        DataNode medal = node.find("medal");
        if (medal != null && !MEDALS.contains(medal.text())) {
            throw medal.unknown("medal", "медали", medal.text(), MEDALS);
        }
        return new ColumnMapping(
                key,
                field(node.get("field"), false),
                group == null ? null : between(group, 0, MOST_GROUPS),
                medal == null ? null : medal.text());
    }

    private static Field field(DataNode node, boolean orIgnore) {
        List<String> known =
                new ArrayList<>(Arrays.stream(Field.values()).map(Field::key).toList());
        if (orIgnore) {
            known.add(IGNORE);
        }
        return Field.of(node.text()).orElseThrow(() -> node.unknown("field", "поля", node.text(), known));
    }

    private static Map<Field, String> constants(@Nullable DataNode node) {
        Map<Field, String> constants = new EnumMap<>(Field.class);
        if (node != null) {
            List<String> known = Arrays.stream(Field.values()).map(Field::key).toList();
            node.only(known);
            node.entries().forEach((key, value) -> {
                Field field = Field.of(key).orElseThrow();
                if (!isUnderstood(field, value.text())) {
                    throw value.error(
                            "'" + value.text() + "' is not understood as " + key,
                            "«" + value.text() + "» не понято как " + key);
                }
                constants.put(field, value.text());
            });
        }
        return constants;
    }

    private static boolean isUnderstood(Field field, String text) {
        return switch (field) {
            case AWARD -> Awards.read(text).value() != null;
            case AUTHORITY -> Authorities.read(text).value() != null;
            case CITIZENSHIP -> Citizenships.read(text).value() != null;
            case SEX -> Sexes.read(text).value() != null;
            case DECREE_DATE, BIRTH_DATE, DEATH_DATE, PRESENTATION_DATE ->
                Dates.readText(text, DateContext.of(DateContext.Role.OTHER, FAR_AWAY))
                                .value()
                        != null;
            default -> !text.isBlank();
        };
    }

    private static List<String> sameAsAbove(@Nullable DataNode node) {
        return node == null ? List.of() : node.texts();
    }

    private static DayMonthOrder dateOrder(@Nullable DataNode node) {
        if (node == null) {
            return DayMonthOrder.UNSETTLED;
        }
        return switch (node.text()) {
            case "day-first" -> DayMonthOrder.DAY_FIRST;
            case "month-first" -> DayMonthOrder.MONTH_FIRST;
            default -> throw node.unknown("order", "порядка", node.text(), List.of("day-first", "month-first"));
        };
    }

    private static boolean isPartial(@Nullable DataNode node) {
        if (node == null) {
            return false;
        }
        return switch (node.text()) {
            case "partial" -> true;
            case "whole" -> false;
            default -> throw node.unknown("kind of register", "вида реестра", node.text(), List.of("whole", "partial"));
        };
    }

    /** Whether a sheet has only some of the conferrals of each person, so that earlier ones are not missed. */
    public boolean isPartialRegister(String path, Sheet sheet) {
        return tables.stream().anyMatch(table -> table.isFor(path) && table.isFor(sheet) && table.partial());
    }

    /** The patterns that none of the files fits. */
    public List<String> withoutFile(List<String> paths) {
        List<String> unused = new ArrayList<>();
        for (TableMapping table : tables) {
            String files = table.files();
            if (files != null && paths.stream().noneMatch(table::isFor) && !unused.contains(files)) {
                unused.add(files);
            }
        }
        return unused;
    }

    /** What is said of the tables of a sheet whose header has to be found; null where nothing is. */
    @Nullable
    TableMapping toFind(String path, Sheet sheet) {
        return tables.stream()
                .filter(table -> table.headerRow() == 0 && table.isFor(path) && table.isFor(sheet))
                .findFirst()
                .orElse(null);
    }

    /** What is said of the tables of a sheet whose place is given, from the top to the bottom. */
    List<TableMapping> fixed(String path, Sheet sheet) {
        return tables.stream()
                .filter(table -> table.headerRow() > 0 && table.isFor(path) && table.isFor(sheet))
                .sorted(Comparator.comparingInt(TableMapping::headerRow))
                .toList();
    }
}
