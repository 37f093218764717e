package ukaz.ingest.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.model.Field;

/** Recognises the header of a table by the meaning of its titles, in one row or several. */
final class HeaderFinder {

    /**
     * A header.
     *
     * @param titles its columns as the titles alone say
     * @param rows its rows as they stand
     */
    record Found(TableLayout layout, List<Column> titles, List<SourceRow> rows, double score) {}

    private record Candidate(List<Column> titles, List<Column> columns, double score, int mapped, boolean core) {}

    private static final int MOST_HEADER_ROWS = 3;
    private static final int LONGEST_TITLE = 90;
    private static final double SURE = 0.6;
    private static final Set<Field> CORE = EnumSet.of(
            Field.FULL_NAME,
            Field.SURNAME,
            Field.AWARD,
            Field.DECREE_DATE,
            Field.DECREE,
            Field.MEDAL_NUMBER,
            Field.BIRTH_DATE,
            Field.LIFE_YEARS);

    /** Fields that every conferral has for itself, so that a wide row repeats them. */
    static final Set<Field> OF_CONFERRAL = EnumSet.of(
            Field.AWARD,
            Field.ORDINAL,
            Field.DECREE,
            Field.DECREE_DATE,
            Field.DECREE_NUMBER,
            Field.AUTHORITY,
            Field.MEDAL_NUMBER,
            Field.ORDER_OF_LENIN_NUMBER,
            Field.CERTIFICATE_NUMBER,
            Field.PRESENTATION_DATE,
            Field.POSTHUMOUS,
            Field.STATUS,
            Field.DEPRIVED,
            Field.ANNULLED,
            Field.RESTORED,
            Field.SERVICE_YEARS,
            Field.BASIS,
            Field.REMARKS);

    private final HeaderVocabulary vocabulary = HeaderVocabulary.INSTANCE;
    private final @Nullable TableMapping mapping;

    /** @param mapping what a person says of the columns; null where nobody says anything */
    HeaderFinder(@Nullable TableMapping mapping) {
        this.mapping = mapping;
    }

    /** A header that is known to stand in these rows. */
    Found placed(int headerRow, int headerRows, List<SourceRow> rows) {
        Candidate candidate = candidate(rows);
        return new Found(layout(headerRow, headerRows, candidate.columns), candidate.titles, rows, candidate.score);
    }

    private static TableLayout layout(int headerRow, int headerRows, List<Column> columns) {
        int groups = columns.stream().mapToInt(Column::group).max().orElse(0);
        return new TableLayout(headerRow, headerRows, Math.max(1, groups), columns);
    }

    /**
     * The header that begins in the first of the rows.
     *
     * @param rows the row to look at and those after it
     * @return null where it is none
     */
    @Nullable
    Found at(List<SourceRow> rows) {
        if (rows.isEmpty() || !canBeHeader(rows.get(0))) {
            return null;
        }
        Candidate best = null;
        int height = 0;
        for (int i = 1; i <= Math.min(MOST_HEADER_ROWS, rows.size()); i++) {
            SourceRow last = rows.get(i - 1);
            if (i > 1 && !continues(rows, i)) {
                break;
            }
            Candidate candidate = candidate(rows.subList(0, i));
            if (best == null
                    || candidate.score > best.score + 0.3
                    || candidate.score >= best.score && isSubheading(rows, i)) {
                best = candidate;
                height = i;
            }
            if (!canBeHeader(last)) {
                break;
            }
        }
        if (best == null || !isHeader(best, rows.subList(0, height))) {
            return null;
        }
        if (height > 1) {
            Found below = at(rows.subList(1, rows.size()));
            if (below != null && below.score >= best.score) {
                return null;
            }
        }
        List<SourceRow> header = List.copyOf(rows.subList(0, height));
        TableLayout layout = layout(
                header.get(0).number(),
                header.get(height - 1).number() - header.get(0).number() + 1,
                best.columns);
        return new Found(layout, best.titles, header, best.score);
    }

    /** Cheap, for every row of a table is asked: a header has texts only, short ones, and none that begins with a figure. */
    static boolean canBeHeader(SourceRow row) {
        int texts = 0;
        for (SourceCell cell : row.cells()) {
            switch (cell.kind()) {
                case EMPTY -> {}
                case TEXT -> {
                    String text = cell.text();
                    if (text.length() > LONGEST_TITLE) {
                        return texts == 0 && row.cells().size() == 1;
                    }
                    if (!text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9' && !isOrdinalTitle(text)) {
                        return false;
                    }
                    texts++;
                }
                default -> {
                    return false;
                }
            }
        }
        return texts > 0;
    }

    private static boolean isOrdinalTitle(String text) {
        return text.length() > 3 && text.charAt(1) == '-' && Character.isLetter(text.charAt(2))
                || text.length() > 4 && Character.isLetter(text.charAt(1)) && Character.isLetter(text.charAt(2));
    }

    private boolean continues(List<SourceRow> rows, int height) {
        SourceRow row = rows.get(height - 1);
        SourceRow above = rows.get(height - 2);
        if (row.number() != above.number() + 1 || filled(above) < 2) {
            return false;
        }
        int cells = 0;
        int understood = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            SourceCell cell = row.cell(column);
            if (cell.isBlank()) {
                continue;
            }
            cells++;
            String title = title(cell);
            if (cell.kind() == SourceCell.Kind.NUMBER || isFigure(title)) {
                if (!above.cell(column).isBlank() && !above.cell(column + 1).isBlank()) {
                    return false;
                }
                understood += title.length() == 1 ? 1 : 0;
            } else if (cell.kind() != SourceCell.Kind.TEXT || isDate(title)) {
                return false;
            } else if (vocabulary.of(spanning(above, column), title).isKnown() || vocabulary.groupOf(title) > 0) {
                understood++;
            }
        }
        return cells > 0 && understood * 2 >= cells;
    }

    /** Whether a row holds nothing but titles of parts of what stands above it: "дата", "кем принят" under "Указ". */
    private boolean isSubheading(List<SourceRow> rows, int height) {
        SourceRow row = rows.get(height - 1);
        SourceRow above = rows.get(height - 2);
        int under = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cell(column).isBlank()) {
                continue;
            }
            if (!vocabulary.of(spanning(above, column), title(row.cell(column))).isKnown()) {
                return false;
            }
            under++;
        }
        return under > 1 && under < filled(above);
    }

    /** "29.10.1949", or anything else of figures and marks that is longer than the number of a group. */
    private static boolean isDate(String text) {
        return text.length() > 4 && text.chars().noneMatch(Character::isLetter);
    }

    private static boolean isFigure(String text) {
        return text.length() <= 2 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int filled(SourceRow row) {
        int filled = 0;
        for (SourceCell cell : row.cells()) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }

    private boolean isHeader(Candidate candidate, List<SourceRow> rows) {
        long filled = 0;
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            int index = column;
            filled += rows.stream().anyMatch(row -> !row.cell(index).isBlank()) ? 1 : 0;
        }
        if (!candidate.core) {
            return false;
        }
        if (candidate.mapped == 1) {
            return filled <= 2 && candidate.score >= 1;
        }
        return candidate.mapped >= 4 || candidate.mapped * 5L >= filled * 2;
    }

    private Candidate candidate(List<SourceRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Column> titles = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            titles.add(column(rows, column));
        }
        List<Column> columns = Groups.number(mapping == null ? titles : mapping.titled(titles));
        Set<String> seen = new HashSet<>();
        double score = 0;
        int mapped = 0;
        boolean core = false;
        for (Column column : columns) {
            Field field = column.field();
            if (field != null && seen.add(field + " " + column.group() + " " + column.medal())) {
                score += column.confidence();
                mapped += column.confidence() >= SURE ? 1 : 0;
                core |= CORE.contains(field);
            }
        }
        return new Candidate(titles, columns, score, mapped, core);
    }

    private Column column(List<SourceRow> rows, int index) {
        String title = "";
        String group = "";
        for (int i = 0; i < rows.size(); i++) {
            SourceRow row = rows.get(i);
            boolean last = i == rows.size() - 1;
            String here = last ? title(row.cell(index)) : spanning(row, index);
            if (!here.isBlank() && !here.equals(title)) {
                group = group.isEmpty() ? title : group + " " + title;
                title = here;
            }
        }
        boolean leaf = !rows.get(rows.size() - 1).cell(index).isBlank();
        boolean own = rows.stream().anyMatch(row -> !row.cell(index).isBlank());
        if (!own) {
            return new Column(index, "", null, 0, null, 0);
        }
        if (!leaf) {
            title = "";
            group = "";
            for (SourceRow row : rows) {
                String here = title(row.cell(index));
                if (!here.isBlank()) {
                    group = title;
                    title = here;
                }
            }
        }
        HeaderVocabulary.Meaning meaning = vocabulary.of(group.strip(), title);
        String full = group.isBlank() ? title : group.strip() + " / " + title;
        int ordinal = meaning.field() != null && OF_CONFERRAL.contains(meaning.field()) ? meaning.ordinal() : 0;
        return new Column(index, full, meaning.field(), ordinal, meaning.medal(), meaning.confidence());
    }

    /** The title that stands over the column: its own, or the nearest to the left. */
    private static String spanning(SourceRow row, int column) {
        for (int i = column; i >= 0; i--) {
            if (!row.cell(i).isBlank()) {
                return title(row.cell(i));
            }
        }
        return "";
    }

    static String title(SourceCell cell) {
        String text = cell.text();
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != '\n' && c != '\r' && c != '\t' && c != '\u00a0';
        }
        return plain
                ? text.strip()
                : String.join(" ", text.replace('\u00a0', ' ').strip().split("\\s+"));
    }
}
