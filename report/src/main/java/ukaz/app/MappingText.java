package ukaz.app;

import java.util.List;
import java.util.stream.Collectors;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.profile.ColumnProfile;
import ukaz.ingest.profile.Profile;
import ukaz.ingest.profile.SameAsAbove;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Field;
import ukaz.model.SourceRef;
import ukaz.rules.text.Words;

/** A profile as a mapping to edit; read back unchanged, it gives the same records. */
final class MappingText {

    private static final int MARGIN = 48;
    private static final int LONGEST_COMMENT = 100;

    private final Messages messages;
    private final Words words;

    MappingText(Messages messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    String of(Profile profile) {
        StringBuilder yaml = new StringBuilder();
        comment(yaml, messages.text("mapping.head", profile.file()));
        comment(yaml, messages.text("mapping.use", profile.file()));
        comment(yaml, messages.text("mapping.fields"));
        for (Field field : Field.values()) {
            comment(yaml, "  " + padded(field.key(), 20) + words.of(field, messages.language()));
        }
        boolean any =
                profile.sheets().stream().anyMatch(sheet -> !sheet.tables().isEmpty());
        yaml.append(any ? "\ntables:\n" : "\ntables: []\n");
        for (Profile.SheetProfile sheet : profile.sheets()) {
            String name = sheet.sheet().sheet().name();
            for (Profile.TableProfile table : sheet.tables()) {
                table(yaml, profile.file(), name, table);
            }
            if (sheet.tables().isEmpty() && sheet.sheet().counts().read() > 0) {
                comment(yaml, messages.text("mapping.noTable", name == null ? profile.file() : name));
            }
        }
        return yaml.toString();
    }

    private void table(
            StringBuilder yaml,
            String file,
            @org.jspecify.annotations.Nullable String sheet,
            Profile.TableProfile table) {
        TableLayout layout = table.layout();
        yaml.append("  - file: ").append(quoted(file)).append('\n');
        if (sheet != null) {
            yaml.append("    sheet: ").append(quoted(sheet)).append('\n');
        }
        if (layout.headerRows() == 0) {
            yaml.append("    header-row: none\n");
        } else {
            line(yaml, "    header-row: " + layout.headerRow(), messages.text("mapping.headerRow"));
            if (layout.headerRows() > 1) {
                yaml.append("    header-rows: ").append(layout.headerRows()).append('\n');
            }
        }
        boolean any = layout.columns().stream().anyMatch(column -> column.field() != null || column.confidence() > 0);
        yaml.append(any ? "    columns:\n" : "    columns: {}\n");
        for (ColumnProfile column : table.columns()) {
            column(yaml, column);
        }
        DayMonthOrder order = table.columns().stream()
                .map(ColumnProfile::order)
                .filter(each -> each != DayMonthOrder.UNSETTLED)
                .findFirst()
                .orElse(DayMonthOrder.DAY_FIRST);
        line(yaml, "    # constants: {award: HSL, authority: PVS_USSR}", messages.text("mapping.constants"));
        above(yaml, table);
        line(
                yaml,
                "    # date-order: " + (order == DayMonthOrder.MONTH_FIRST ? "month-first" : "day-first"),
                messages.text("mapping.order"));
        line(yaml, "    # register: partial", messages.text("mapping.register"));
    }

    /** Offered and not said: that a blank cell means something is for a person to say. */
    private void above(StringBuilder yaml, Profile.TableProfile table) {
        List<ColumnProfile> offered = table.columns().stream()
                .filter(column -> column.above() != null)
                .toList();
        long blanks = 0;
        long merged = 0;
        for (ColumnProfile column : offered) {
            SameAsAbove above = column.above();
            blanks += above == null ? 0 : above.blanks();
            merged += above == null ? 0 : above.merged();
        }
        line(
                yaml,
                "    # same-as-above: [" + (offered.isEmpty() ? "A" : table.lettersOfAbove()) + ']',
                offered.isEmpty()
                        ? messages.text("mapping.above")
                        : messages.text("mapping.aboveOffered", blanks, merged));
    }

    private void column(StringBuilder yaml, ColumnProfile profile) {
        Column column = profile.column();
        String letter = SourceRef.columnLetters(column.index());
        String samples = profile.samples().stream().map(ProfileText::plain).collect(Collectors.joining(" · "));
        String comment = (column.title().isEmpty() ? "" : ProfileText.plain(column.title()))
                + (samples.isEmpty() ? "" : ": " + samples);
        Field field = column.field();
        if (field == null) {
            if (column.confidence() > 0) {
                line(yaml, "      " + letter + ": ignore", comment);
            } else if (!comment.isEmpty()) {
                line(yaml, "      # " + letter + ": ignore", messages.text("mapping.unknown", comment));
            }
            return;
        }
        String medal = column.medal();
        StringBuilder value = new StringBuilder(field.key());
        if (column.group() > 0 || medal != null) {
            value.insert(0, "{field: ");
            if (column.group() > 0) {
                value.append(", group: ").append(column.group());
            }
            if (medal != null) {
                value.append(", medal: ").append(medal);
            }
            value.append('}');
        }
        line(yaml, "      " + letter + ": " + value, comment);
    }

    private static void line(StringBuilder yaml, String content, String comment) {
        yaml.append(padded(content, MARGIN))
                .append("# ")
                .append(ProfileText.shortened(ProfileText.plain(comment), LONGEST_COMMENT))
                .append('\n');
    }

    private static void comment(StringBuilder yaml, String text) {
        yaml.append("# ").append(text.replaceAll("\\R", " ").stripTrailing()).append('\n');
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(2, width - text.length()));
    }

    /** In double quotes, so that neither a number nor a word like "no" is taken for something else. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\x%02x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
