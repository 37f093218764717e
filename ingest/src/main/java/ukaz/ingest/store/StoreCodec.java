package ukaz.ingest.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Certainty;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.model.Term;

/**
 * Values as texts of the store: lists nested by bracketing, each item escaped, so that every text comes back as it was.
 *
 * <p>An item is written with {@code \} before {@code \}, and with {@code \0}, {@code \e} and {@code \x} followed by four
 * hexadecimal digits for NUL, the separator and a lone surrogate, which no database keeps. Null is {@code \n}.
 */
final class StoreCodec {

    private static final char SEPARATOR = '\u001f';
    private static final String NULL = "\\n";

    private StoreCodec() {}

    // lists of texts

    static String join(List<? extends @Nullable String> items) {
        Items joined = new Items();
        for (String item : items) {
            joined.add(item);
        }
        return joined.toString();
    }

    /** A list while it is written. */
    private static final class Items {

        private final StringBuilder out = new StringBuilder(256);
        private boolean begun;

        Items add(@Nullable String item) {
            if (begun) {
                out.append(SEPARATOR);
            }
            begun = true;
            append(out, item);
            return this;
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }

    static List<@Nullable String> split(String text) {
        if (text.isEmpty()) {
            return new ArrayList<>();
        }
        List<@Nullable String> items = new ArrayList<>(32);
        int from = 0;
        for (int to = text.indexOf(SEPARATOR); to >= 0; to = text.indexOf(SEPARATOR, from)) {
            items.add(unescape(text.substring(from, to)));
            from = to + 1;
        }
        items.add(unescape(text.substring(from)));
        return items;
    }

    /** Splits what holds no null. */
    static List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        for (String item : split(text)) {
            texts.add(item == null ? "" : item);
        }
        return texts;
    }

    private static void append(StringBuilder out, @Nullable String item) {
        if (item == null) {
            out.append(NULL);
            return;
        }
        if (item.isEmpty()) {
            out.append("\\z");
            return;
        }
        int first = 0;
        while (first < item.length() && isPlain(item.charAt(first))) {
            first++;
        }
        if (first == item.length()) {
            out.append(item);
            return;
        }
        int clean = 0;
        for (int i = first; i < item.length(); i++) {
            char c = item.charAt(i);
            boolean surrogate = Character.isSurrogate(c);
            if (surrogate
                    && Character.isHighSurrogate(c)
                    && i + 1 < item.length()
                    && Character.isLowSurrogate(item.charAt(i + 1))) {
                i++;
                continue;
            }
            if (c == '\\' || c == SEPARATOR || c == 0 || surrogate) {
                out.append(item, clean, i);
                if (c == '\\') {
                    out.append("\\\\");
                } else if (c == SEPARATOR) {
                    out.append("\\e");
                } else if (c == 0) {
                    out.append("\\0");
                } else {
                    out.append("\\x").append(Integer.toHexString(c));
                }
                clean = i + 1;
            }
        }
        out.append(item, clean, item.length());
    }

    /** Of every text from a spreadsheet but one in a million, all characters are. */
    private static boolean isPlain(char c) {
        return c < Character.MIN_SURROGATE ? c > SEPARATOR && c != '\\' : c > Character.MAX_SURROGATE;
    }

    private static @Nullable String unescape(String text) {
        int slash = text.indexOf('\\');
        if (slash < 0) {
            return text;
        }
        if (text.equals(NULL)) {
            return null;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (slash >= 0) {
            out.append(text, from, slash);
            char code = text.charAt(slash + 1);
            from = slash + 2;
            switch (code) {
                case '\\' -> out.append('\\');
                case 'e' -> out.append(SEPARATOR);
                case '0' -> out.append('\0');
                case 'x' -> {
                    out.append((char) Integer.parseInt(text, from, from + 4, 16));
                    from += 4;
                }
                default -> {
                    // \z: an empty text
                }
            }
            slash = text.indexOf('\\', from);
        }
        return out.append(text, from, text.length()).toString();
    }

    // layouts and shapes

    static String columns(List<Column> columns) {
        List<@Nullable String> items = new ArrayList<>(columns.size() * 6);
        for (Column column : columns) {
            items.add(Integer.toString(column.index()));
            items.add(column.title());
            items.add(column.field() == null ? null : column.field().key());
            items.add(Integer.toString(column.group()));
            items.add(column.medal());
            items.add(Double.toString(column.confidence()));
        }
        return join(items);
    }

    static List<Column> columns(String text) {
        List<@Nullable String> items = split(text);
        List<Column> columns = new ArrayList<>(items.size() / 6);
        for (int i = 0; i + 5 < items.size(); i += 6) {
            String field = items.get(i + 2);
            columns.add(new Column(
                    Integer.parseInt(present(items.get(i))),
                    present(items.get(i + 1)),
                    field == null ? null : Field.of(field).orElseThrow(),
                    Integer.parseInt(present(items.get(i + 3))),
                    items.get(i + 4),
                    Double.parseDouble(present(items.get(i + 5)))));
        }
        return columns;
    }

    /** The titles of the row, a gap, then field and column of each cell that a field was read from. */
    static String shape(AwardRecord record) {
        List<@Nullable String> items = new ArrayList<>(record.raw().keySet());
        items.add(null);
        record.cells().forEach((field, cell) -> {
            items.add(field.key());
            items.add(place(cell));
            items.add(cell.title());
        });
        return join(items);
    }

    static RecordShape shape(String text) {
        List<@Nullable String> items = split(text);
        int gap = items.indexOf(null);
        List<String> titles = new ArrayList<>(Math.max(gap, 0));
        for (int i = 0; i < gap; i++) {
            titles.add(present(items.get(i)));
        }
        List<RecordShape.Place> places = new ArrayList<>();
        for (int i = gap + 1; gap >= 0 && i + 2 < items.size(); i += 3) {
            String place = present(items.get(i + 1));
            int up = place.indexOf('^');
            places.add(new RecordShape.Place(
                    Field.of(present(items.get(i))).orElseThrow(),
                    Integer.parseInt(up < 0 ? place : place.substring(0, up)),
                    up < 0 ? 0 : Integer.parseInt(place.substring(up + 1)),
                    present(items.get(i + 2))));
        }
        return new RecordShape(titles, places);
    }

    /** The column, and after "^" in how many rows above. */
    private static String place(Cell cell) {
        String column = Integer.toString(cell.column());
        return cell.above() == 0 ? column : column + "^" + cell.above();
    }

    private static String present(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException(
                    "the store holds null where a value must be; it was written by another program");
        }
        return text;
    }

    // findings

    static String details(Fault fault, List<String> basis) {
        List<@Nullable String> items = new ArrayList<>();
        items.add(fault.at().file());
        items.add(fault.at().sheet());
        items.add(fault.field() == null ? null : fault.field().key());
        items.add(fault.title());
        items.add(fault.value());
        items.add(fault.certainty().name());
        items.add(fault.severity() == null ? null : fault.severity().name());
        items.add(join(basis));
        items.add(values(fault.values()));
        items.add(related(fault.related()));
        return join(items);
    }

    static Fault fault(String rule, int row, int column, List<@Nullable String> details) {
        String field = details.get(2);
        String severity = details.get(6);
        return new Fault(
                rule,
                new SourceRef(present(details.get(0)), details.get(1), row, column),
                field == null ? null : Field.of(field).orElseThrow(),
                details.get(3),
                details.get(4),
                Certainty.valueOf(present(details.get(5))),
                severity == null ? null : Severity.valueOf(severity),
                values(present(details.get(8))),
                related(present(details.get(9))));
    }

    static List<String> basis(List<@Nullable String> details) {
        return texts(present(details.get(7)));
    }

    private static String related(List<SourceRef> places) {
        List<@Nullable String> items = new ArrayList<>(places.size() * 4);
        for (SourceRef place : places) {
            items.add(place.file());
            items.add(place.sheet());
            items.add(Integer.toString(place.row()));
            items.add(Integer.toString(place.column()));
        }
        return join(items);
    }

    private static List<SourceRef> related(String text) {
        List<@Nullable String> items = split(text);
        List<SourceRef> places = new ArrayList<>(items.size() / 4);
        for (int i = 0; i + 3 < items.size(); i += 4) {
            places.add(new SourceRef(
                    present(items.get(i)),
                    items.get(i + 1),
                    Integer.parseInt(present(items.get(i + 2))),
                    Integer.parseInt(present(items.get(i + 3)))));
        }
        return places;
    }

    private static String values(Map<String, Object> values) {
        List<String> items = new ArrayList<>(values.size() * 2);
        new TreeMap<>(values).forEach((key, value) -> {
            items.add(key);
            items.add(value(value));
        });
        return join(items);
    }

    private static Map<String, Object> values(String text) {
        List<String> items = texts(text);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            values.put(items.get(i), value(items.get(i + 1)));
        }
        return values;
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return "s" + text;
        }
        if (value instanceof Integer number) {
            return "i" + number;
        }
        if (value instanceof Long number) {
            return "j" + number;
        }
        if (value instanceof HistoricalDate date) {
            return "h" + date;
        }
        if (value instanceof LocalDate day) {
            return "d" + day;
        }
        if (value instanceof Term term) {
            return "t" + term.kind().name() + ":" + term.code();
        }
        if (value instanceof List<?> list) {
            return "l" + join(list.stream().map(StoreCodec::value).toList());
        }
        throw new IllegalArgumentException(
                "a finding cannot carry a " + value.getClass().getName());
    }

    private static Object value(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 's' -> rest;
            case 'i' -> Integer.valueOf(rest);
            case 'j' -> Long.valueOf(rest);
            case 'h' -> HistoricalDate.parse(rest);
            case 'd' -> LocalDate.parse(rest);
            case 't' -> {
                int colon = rest.indexOf(':');
                yield new Term(Term.Kind.valueOf(rest.substring(0, colon)), rest.substring(colon + 1));
            }
            case 'l' -> texts(rest).stream().map(item -> value(item)).toList();
            default -> throw new IllegalStateException("the store holds a value of unknown kind: " + text);
        };
    }

    // changes

    static String details(StoredChange stored) {
        Change change = stored.change();
        List<@Nullable String> items = new ArrayList<>(7);
        items.add(stored.at().file());
        items.add(stored.at().sheet());
        items.add(stored.title());
        items.add(change.field().key());
        items.add(change.kind().name());
        items.add(change.from());
        items.add(change.to());
        return join(items);
    }

    static StoredChange change(int row, int column, String recordId, String details, long times) {
        List<@Nullable String> items = split(details);
        return new StoredChange(
                new SourceRef(present(items.get(0)), items.get(1), row, column),
                present(items.get(2)),
                recordId,
                new Change(
                        Field.of(present(items.get(3))).orElseThrow(),
                        Change.Kind.valueOf(present(items.get(4))),
                        present(items.get(5)),
                        present(items.get(6))),
                times);
    }
}
