package ukaz.ingest.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.vocabulary.Phrase;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Field;
import ukaz.model.data.DataNode;

/** Tells the records of a table from everything else that stands between them. */
final class RowClassifier {

    /** Code of a record. */
    static final String RECORD = "";

    static final String REJECTED = "no-name-no-award";

    private static final Map<String, List<Phrase>> OPENINGS = openings();
    private static final int FEW = 3;
    private static final int LONG_TEXT = 60;
    private static final int ROWS_UNDER_HEADER = 2;

    private final List<List<String>> headerTitles;
    private final int[] names;
    private final int[] awards;
    private final int[] facts;
    private final int firstHeaderRow;
    private final int lastHeaderRow;
    private final int titledColumns;

    RowClassifier(TableLayout layout, List<SourceRow> header) {
        this.headerTitles = header.stream()
                .map(row -> row.cells().stream().map(HeaderFinder::title).toList())
                .toList();
        this.names = columns(layout, Set.of(Field.FULL_NAME, Field.SURNAME, Field.GIVEN_NAME));
        this.awards = columns(layout, Set.of(Field.AWARD));
        this.facts = columns(
                layout,
                Set.of(
                        Field.AWARD,
                        Field.ORDINAL,
                        Field.DECREE,
                        Field.DECREE_DATE,
                        Field.DECREE_NUMBER,
                        Field.AUTHORITY,
                        Field.MEDAL_NUMBER,
                        Field.ORDER_OF_LENIN_NUMBER,
                        Field.CERTIFICATE_NUMBER,
                        Field.BIRTH_DATE,
                        Field.DEATH_DATE,
                        Field.LIFE_YEARS,
                        Field.CITIZENSHIP));
        this.firstHeaderRow = layout.headerRow();
        this.lastHeaderRow = layout.headerRow() + layout.headerRows() - 1;
        this.titledColumns = (int) layout.columns().stream()
                .filter(column -> !column.title().isEmpty() || column.field() != null)
                .count();
    }

    private static int[] columns(TableLayout layout, Set<Field> fields) {
        return layout.columns().stream()
                .filter(column -> column.field() != null && fields.contains(column.field()))
                .mapToInt(Column::index)
                .toArray();
    }

    private static Map<String, List<Phrase>> openings() {
        Map<String, List<Phrase>> openings = new java.util.LinkedHashMap<>();
        DataNode.resource(RowClassifier.class, "rows.yaml")
                .entries()
                .forEach((code, phrases) -> openings.put(code, Phrase.list(phrases)));
        return openings;
    }

    /** {@link #RECORD}, or the code of what the row is. */
    String codeOf(SourceRow row) {
        boolean named = isAnyFilled(row, names);
        boolean awarded = isAnyFilled(row, awards);
        int filled = filled(row);
        if (!awarded && hasSignatureLine(row)) {
            return "signature";
        }
        if (named && filled > FEW && !isRepeatedHeader(row) && !isColumnNumbers(row)) {
            return opensTotal(row) ? "total" : RECORD;
        }
        String other = otherThanRecord(row, filled, named);
        if (other != null) {
            return other;
        }
        return named || awarded ? RECORD : REJECTED;
    }

    /** "______", where somebody was to sign. */
    private static boolean hasSignatureLine(SourceRow row) {
        for (SourceCell cell : row.cells()) {
            String text = cell.kind() == SourceCell.Kind.TEXT ? cell.text() : "";
            if (text.startsWith("__") && text.chars().allMatch(c -> c == '_' || c == ' ')) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String otherThanRecord(SourceRow row, int filled, boolean named) {
        if (isRepeatedHeader(row)) {
            return "header";
        }
        if (isColumnNumbers(row)) {
            return "column-numbers";
        }
        if (opensTotal(row)) {
            return "total";
        }
        if (filled > FEW || isAnyFilled(row, facts)) {
            return null;
        }
        SourceCell first = first(row);
        if (first.kind() != SourceCell.Kind.TEXT) {
            return filled == 1 && !named && first.kind() == SourceCell.Kind.NUMBER && titledColumns > 1
                    ? "page-number"
                    : null;
        }
        String text = first.text().strip();
        if (isFootnoteMark(text.charAt(0))) {
            return "footnote";
        }
        List<String> words = Words.of(text);
        if (filled == 1 && isPageNumber(text, words)) {
            return "page-number";
        }
        String code = openingOf(words);
        if (code != null && !(named && looksLikeName(text, words) && code.equals("signature"))) {
            return code;
        }
        if (filled == 1 && titledColumns > 1) {
            if (text.length() > LONG_TEXT) {
                return "footnote";
            }
            return named && looksLikeName(text, words) ? null : "section";
        }
        return null;
    }

    private static @Nullable String openingOf(List<String> words) {
        for (Map.Entry<String, List<Phrase>> kind : OPENINGS.entrySet()) {
            for (Phrase phrase : kind.getValue()) {
                if (phrase.end(words, 0) > 0) {
                    return kind.getKey();
                }
            }
        }
        return null;
    }

    /** "Итого" in the first or second filled cell; every row is asked, so the letters are looked at first. */
    private static boolean opensTotal(SourceRow row) {
        int seen = 0;
        for (SourceCell cell : row.cells()) {
            if (cell.isBlank()) {
                continue;
            }
            if (cell.kind() == SourceCell.Kind.TEXT && isTotal(cell.text())) {
                return true;
            }
            seen++;
            if (seen == 2) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTotal(String text) {
        char first = text.charAt(0);
        if ("иИвВtTsSгGg \u00a0*".indexOf(first) < 0) {
            return false;
        }
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return false;
        }
        String word = words.get(0);
        return switch (word) {
            case "итого", "всего", "итог", "total", "subtotal", "totals" -> true;
            case "sub", "grand" -> words.size() > 1 && words.get(1).equals("total");
            case "в" ->
                words.size() > 2 && words.get(1).equals("том") && words.get(2).equals("числе");
            default -> false;
        };
    }

    private boolean isRepeatedHeader(SourceRow row) {
        for (List<String> titles : headerTitles) {
            int same = 0;
            int different = 0;
            for (int i = 0; i < row.cells().size() && different <= 1 + same; i++) {
                SourceCell cell = row.cell(i);
                if (cell.isBlank()) {
                    continue;
                }
                if (cell.kind() == SourceCell.Kind.TEXT && i < titles.size() && isTitle(cell, titles.get(i))) {
                    same++;
                } else {
                    different++;
                }
            }
            if (same > 0 && same >= different * 4) {
                return true;
            }
        }
        return false;
    }

    /** Every row is asked, so letters are compared only where the lengths can agree. */
    private static boolean isTitle(SourceCell cell, String title) {
        String text = cell.text();
        return text.length() >= title.length()
                && !title.isEmpty()
                && (text.equalsIgnoreCase(title)
                        || text.length() > title.length()
                                && HeaderFinder.title(cell).equalsIgnoreCase(title));
    }

    /** "1 2 3 4 5" under a header. */
    private boolean isColumnNumbers(SourceRow row) {
        if (row.number() > lastHeaderRow + ROWS_UNDER_HEADER && row.number() > firstHeaderRow + ROWS_UNDER_HEADER) {
            int first = row.cell(0).kind() == SourceCell.Kind.EMPTY ? 1 : 0;
            if (!isFigure(row.cell(first), 1)) {
                return false;
            }
        }
        int expected = 0;
        for (SourceCell cell : row.cells()) {
            if (cell.isBlank()) {
                continue;
            }
            expected++;
            if (!isFigure(cell, expected)) {
                return false;
            }
        }
        return expected >= FEW;
    }

    private static boolean isFigure(SourceCell cell, int value) {
        return cell.kind() == SourceCell.Kind.NUMBER && cell.number() == value
                || cell.kind() == SourceCell.Kind.TEXT && cell.text().strip().equals(Integer.toString(value));
    }

    private static boolean isFootnoteMark(char c) {
        return c == '*' || c == '¹' || c == '²' || c == '³' || c == '†' || c == '‡' || c == '§';
    }

    private static boolean isPageNumber(String text, List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String first = words.get(0);
        boolean figure = Character.isDigit(first.charAt(0));
        if (figure) {
            return words.size() == 1 && text.length() <= 9
                    || words.size() == 3
                            && (words.get(1).equals("из") || words.get(1).equals("of"));
        }
        boolean page = first.equals("стр")
                || first.equals("страница")
                || first.equals("лист")
                || first.equals("page")
                || first.equals("с");
        return page && words.size() > 1 && Character.isDigit(words.get(1).charAt(0));
    }

    /** Two to five words that begin with capitals, or initials, and no figures. */
    private static boolean looksLikeName(String text, List<String> words) {
        if (words.isEmpty() || words.size() > 6) {
            return false;
        }
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || c == ':') {
                return false;
            }
            if (start && Character.isLowerCase(c) && i < 2) {
                return false;
            }
            start = !Character.isLetter(c);
        }
        return words.stream().noneMatch(SECTION_WORDS::contains);
    }

    private static final Set<String> SECTION_WORDS = Set.copyOf(new ArrayList<>(Arrays.asList(
            "область",
            "край",
            "асср",
            "сср",
            "год",
            "район",
            "республика",
            "округ",
            "министерство",
            "раздел",
            "список",
            "герои",
            "region",
            "oblast",
            "section",
            "part",
            "heroes",
            "завод",
            "комбинат",
            "колхоз",
            "совхоз",
            "указ")));

    private static SourceCell first(SourceRow row) {
        for (SourceCell cell : row.cells()) {
            if (!cell.isBlank()) {
                return cell;
            }
        }
        return SourceCell.EMPTY;
    }

    private static int filled(SourceRow row) {
        int filled = 0;
        for (SourceCell cell : row.cells()) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }

    private static boolean isAnyFilled(SourceRow row, int[] columns) {
        for (int column : columns) {
            if (!row.cell(column).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
