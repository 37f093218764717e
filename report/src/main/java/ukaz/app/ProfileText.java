package ukaz.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.profile.ColumnProfile;
import ukaz.ingest.profile.Profile;
import ukaz.ingest.profile.SameAsAbove;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Field;
import ukaz.model.RowCounts;
import ukaz.model.SourceRef;
import ukaz.rules.text.Words;

/** A profile as a person reads it in a terminal. */
final class ProfileText {

    private static final int USUAL_WIDTH = 120;
    private static final int NARROWEST = 80;
    private static final int LONGEST_TITLE = 30;
    private static final int LONGEST_FIELD = 32;
    private static final int LEAST_SAMPLES = 24;
    private static final int LONGEST_EXAMPLE = 40;
    private static final String GAP = "  ";

    private final Session session;
    private final Messages messages;
    private final Words words;
    private final int width;

    ProfileText(Session session, Words words) {
        this.session = session;
        this.messages = session.messages();
        this.words = words;
        this.width = Math.max(NARROWEST, Terminal.width(USUAL_WIDTH));
    }

    void print(Profile profile) {
        say(plain(profile.file()) + " · " + profile.format());
        for (Profile.SheetProfile sheet : profile.sheets()) {
            say("");
            print(sheet);
        }
    }

    private void print(Profile.SheetProfile sheet) {
        RowCounts counts = sheet.sheet().counts();
        String name = sheet.sheet().sheet().name();
        String head = name == null ? messages.text("profile.text") : messages.text("profile.sheet", plain(name));
        if (sheet.sheet().sheet().hidden()) {
            head += messages.text("profile.hidden");
        }
        say(head
                + messages.text(
                        "profile.rows",
                        counts.read(),
                        counts.records(),
                        counts.blank(),
                        counts.notData(),
                        counts.rejected()));
        if (sheet.tables().isEmpty() && counts.read() > 0) {
            say(GAP + messages.text("profile.noTable"));
        }
        int number = 0;
        for (Profile.TableProfile table : sheet.tables()) {
            number++;
            print(table, sheet.tables().size() > 1 ? number : 0);
        }
    }

    private void print(Profile.TableProfile table, int number) {
        TableLayout layout = table.layout();
        String head = layout.headerRows() == 0
                ? messages.text("profile.noHeader")
                : layout.headerRows() == 1
                        ? messages.text("profile.header", layout.headerRow())
                        : messages.text(
                                "profile.headers", layout.headerRow(), layout.headerRow() + layout.headerRows() - 1);
        String title = number == 0
                ? head.substring(0, 1).toUpperCase(messages.language().locale()) + head.substring(1)
                : messages.text("profile.table", number, head);
        if (layout.groups() > 1) {
            title += messages.text("profile.groups", layout.groups());
        }
        say(GAP + title);
        say("");
        List<ColumnProfile> columns = table.columns().stream()
                .filter(column ->
                        column.filled() > 0 || !column.column().title().isEmpty())
                .toList();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "",
                messages.text("profile.column"),
                messages.text("profile.field"),
                messages.text("profile.confidence"),
                messages.text("profile.filled"),
                messages.text("profile.samples")));
        columns.forEach(column -> lines.add(line(column)));
        int[] widths = new int[5];
        for (Line line : lines) {
            List<String> cells = line.cells();
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            say(lines.get(i).text(widths, width));
            if (i > 0) {
                notes(columns.get(i - 1), widths[0]);
            }
        }
        String above = table.lettersOfAbove();
        if (!above.isEmpty()) {
            say("");
            say(GAP + messages.text("profile.offer", above));
        }
    }

    private Line line(ColumnProfile profile) {
        Column column = profile.column();
        return new Line(
                SourceRef.columnLetters(column.index()),
                column.title().isEmpty() ? "—" : title(plain(column.title())),
                shortened(field(column), LONGEST_FIELD),
                column.field() == null ? "" : messages.text("profile.percent", Math.round(column.confidence() * 100)),
                messages.text("profile.count", profile.filled()),
                samples(profile));
    }

    /** Of a long title under that of a group the group's is shortened. */
    private static String title(String title) {
        int own = title.lastIndexOf(" / ");
        int left = LONGEST_TITLE - (title.length() - own);
        return own > 0 && title.length() > LONGEST_TITLE && left > 3
                ? shortened(title.substring(0, own), left) + title.substring(own)
                : shortened(title, LONGEST_TITLE);
    }

    private static String samples(ColumnProfile profile) {
        return profile.samples().stream()
                .map(ProfileText::plain)
                .map(sample -> shortened(sample, LONGEST_EXAMPLE))
                .collect(Collectors.joining(" · "));
    }

    private String field(Column column) {
        Field field = column.field();
        if (field == null) {
            return messages.text(column.confidence() > 0 ? "profile.ignored" : "profile.unknown");
        }
        String word = words.of(field, messages.language());
        return column.group() == 0 ? word : messages.text("profile.group", word, column.group());
    }

    private void notes(ColumnProfile profile, int indent) {
        String margin = GAP + " ".repeat(indent) + GAP;
        if (profile.column().field() != null && !profile.notations().isEmpty()) {
            List<String> parts = new ArrayList<>();
            for (ColumnProfile.Notation notation : profile.notations()) {
                parts.add(notation(notation));
            }
            if (profile.otherNotations() > 0) {
                parts.add(messages.text("profile.otherNotations", profile.otherNotations()));
            }
            String order = profile.order() == DayMonthOrder.UNSETTLED
                    ? ""
                    : "; " + messages.text("profile.order." + profile.order());
            say(shortened(margin + messages.text("profile.notations", String.join(" · ", parts)) + order, width));
        }
        SameAsAbove above = profile.above();
        if (above != null) {
            String merged = above.merged() == 0 ? "" : messages.text("profile.merged", above.merged(), above.example());
            say(shortened(margin + merged + messages.text("profile.blanks", above.blanks()), width));
        }
        if (profile.misunderstood() > 0) {
            String examples = profile.puzzles().stream()
                    .map(puzzle -> messages.text(
                            "profile.puzzle", shortened(plain(puzzle.value()), LONGEST_EXAMPLE), puzzle.cell()))
                    .collect(Collectors.joining(", "));
            say(shortened(margin + messages.text("profile.misunderstood", profile.misunderstood(), examples), width));
        }
    }

    private String notation(ColumnProfile.Notation notation) {
        String what = notation.kind() == ColumnProfile.Kind.TEXT
                        && !notation.example().isEmpty()
                ? shortened(plain(notation.example()), LONGEST_EXAMPLE)
                : messages.text("profile.kind." + notation.kind());
        return messages.text("profile.notation", what, notation.count());
    }

    private void say(String line) {
        session.out().println(line.stripTrailing());
    }

    /** One line without anything that a terminal would obey. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean odd = Character.isISOControl(c) || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
            plain.appendCodePoint(odd || Character.isWhitespace(c) ? ' ' : c);
        });
        return plain.toString().strip().replaceAll(" +", " ");
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private record Line(String letter, String title, String field, String confidence, String filled, String samples) {

        List<String> cells() {
            return List.of(letter, title, field, confidence, filled);
        }

        String text(int[] widths, int width) {
            StringBuilder line = new StringBuilder(GAP);
            List<String> cells = cells();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - cells.get(i).length());
                line.append(i < 3 ? cells.get(i) + space : space + cells.get(i)).append(GAP);
            }
            int left = Math.max(LEAST_SAMPLES, width - line.length());
            return line.append(shortened(samples, left)).toString();
        }
    }
}
