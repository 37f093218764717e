package ukaz.report.annotate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.report.out.PartFile;
import ukaz.report.run.Output;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;

/**
 * The marked copies of the sources, in a folder of their own: one source after the other, as findings come, so that no
 * more than one source's marks are held.
 */
public final class AnnotatedCopies implements Output {

    private static final String FOLDER = "annotated";
    private static final Set<String> PACKAGES = Set.of("xlsx", "xlsm", "xltx", "xltm");
    /** Beyond these a spreadsheet program takes minutes to open a workbook. */
    static final int COMMENTS_PER_SHEET = 10_000;

    private static final int COMMENTS_IN_ALL = 30_000;

    private final Path folder;
    private final Wording wording;
    private final Totals totals;
    private final OpenOptions options;
    private final CopyNames names;
    private final List<PartFile> copies = new ArrayList<>();
    private final int commentsPerSheet;
    private int next;
    private Map<String, SheetMarks> marks = new LinkedHashMap<>();
    private SheetMarks.Budget budget;

    /**
     * @param folder of the reports
     * @param options with which the sources were opened
     */
    public AnnotatedCopies(Path folder, Wording wording, Totals totals, OpenOptions options) throws IOException {
        this(folder, wording, totals, options, COMMENTS_PER_SHEET);
    }

    AnnotatedCopies(Path folder, Wording wording, Totals totals, OpenOptions options, int commentsPerSheet)
            throws IOException {
        this.folder = folder.resolve(FOLDER);
        this.wording = wording;
        this.totals = totals;
        this.options = options;
        this.commentsPerSheet = commentsPerSheet;
        this.names =
                new CopyNames(totals.sources().stream().map(SourceSummary::path).toList());
        this.budget = new SheetMarks.Budget(commentsPerSheet, COMMENTS_IN_ALL);
        Files.createDirectories(this.folder);
    }

    @Override
    public void finding(Told told) throws IOException {
        SourceRef at = told.finding().fault().at();
        while (next < totals.sources().size() && !source().path().equals(at.file())) {
            copy();
        }
        if (next == totals.sources().size()) {
            throw new IllegalStateException("a finding out of order: " + at);
        }
        place(source(), at, told);
    }

    private SourceSummary source() {
        return totals.sources().get(next);
    }

    private void place(SourceSummary source, SourceRef at, Told told) {
        if (source.sheets().isEmpty()) {
            return;
        }
        SheetSummary sheet = source.sheets().get(0);
        for (SheetSummary each : source.sheets()) {
            if (at.sheet() != null && at.sheet().equals(each.name())) {
                sheet = each;
            }
        }
        TableLayout table = table(sheet, at.row());
        int row = at.row() > 0 ? at.row() : table == null ? 1 : table.headerRow();
        int column = at.column() >= 0 ? at.column() : first(table);
        marksOf(sheet.name()).add(row, column, told.finding().severity(), text(told));
    }

    private SheetMarks marksOf(@Nullable String sheet) {
        return marks.computeIfAbsent(sheet == null ? "" : sheet, name -> new SheetMarks(budget));
    }

    /** The table that the row belongs to; null where there is none. */
    private static @Nullable TableLayout table(SheetSummary sheet, int row) {
        TableLayout found = null;
        for (TableLayout table : sheet.tables()) {
            if (found == null || row > 0 && table.headerRow() <= row) {
                found = table;
            }
        }
        return found;
    }

    private static int first(@Nullable TableLayout table) {
        if (table == null) {
            return 0;
        }
        for (Column column : table.columns()) {
            if (column.field() != null) {
                return column.index();
            }
        }
        return 0;
    }

    private String text(Told told) {
        Severity severity = told.finding().severity();
        StringBuilder text = new StringBuilder(wording.severity(severity))
                .append(": ")
                .append(wording.ruleTitle(told.finding().rule()))
                .append('\n')
                .append(told.message());
        if (!told.expected().isEmpty()) {
            text.append('\n')
                    .append(wording.text("annotated-expected"))
                    .append(' ')
                    .append(told.expected());
        }
        return text.toString();
    }

    @Override
    public void end(Stage stage) throws IOException {
        if (stage == Stage.FINDINGS) {
            while (next < totals.sources().size()) {
                copy();
            }
        }
    }

    /** Writes the copy of the source whose findings have all come. */
    private void copy() throws IOException {
        SourceSummary source = source();
        Map<String, SheetMarks> marked = marks;
        SheetMarks.Budget left = budget;
        next++;
        marks = new LinkedHashMap<>();
        budget = new SheetMarks.Budget(commentsPerSheet, COMMENTS_IN_ALL);
        if (source.state() == SourceSummary.State.DUPLICATE) {
            note("annotated-duplicate", source);
            return;
        }
        String format = source.format();
        if (format == null || source.sheets().isEmpty()) {
            note("annotated-unread", source);
            return;
        }
        boolean inItsFormat = PACKAGES.contains(format) && isPackage(source.location());
        Path target = folder.resolve(names.of(source.path(), inItsFormat ? format : "xlsx"));
        if (Files.exists(target) && Files.isSameFile(target, source.location())) {
            note("annotated-itself", source);
            return;
        }
        PartFile file = new PartFile(target);
        copies.add(file);
        if (!inItsFormat || !copied(source, marked, file)) {
            if (inItsFormat) {
                // What was written of the copy is thrown away, and a new one is begun under a plain name.
                discard(file);
                names.release(String.valueOf(target.getFileName()));
                target = folder.resolve(names.of(source.path(), "xlsx"));
                file = new PartFile(target);
                copies.add(file);
            }
            rebuild(source, marked, left, file, PACKAGES.contains(format));
        }
        for (SheetMarks each : marked.values()) {
            if (each.omitted() > 0) {
                totals.addNote(wording.text(
                        "annotated-capped",
                        source.path(),
                        wording.number(each.comments()),
                        wording.number(each.size())));
            }
        }
    }

    private void note(String key, SourceSummary source) {
        totals.addNote(wording.text(key, source.path()));
    }

    private void discard(PartFile file) throws IOException {
        file.close();
        copies.remove(file);
    }

    private static boolean isPackage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** False where the source is not put together as such a file is, so that its parts cannot be copied one by one. */
    private boolean copied(SourceSummary source, Map<String, SheetMarks> marked, PartFile file) throws IOException {
        marked.values().forEach(SheetMarks::seal);
        Target target = new Target(file.out());
        try (target;
                PackageCopy copy =
                        new PackageCopy(source.location(), options.limits().maxEntryBytes())) {
            copy.write(marked, target);
            return true;
        } catch (IOException | RuntimeException e) {
            target.rethrow();
            return false;
        }
    }

    private void rebuild(
            SourceSummary source,
            Map<String, SheetMarks> marked,
            SheetMarks.Budget left,
            PartFile file,
            boolean damaged)
            throws IOException {
        Map<String, SheetMarks> byName = new HashMap<>();
        Path plain = folder.resolve(".rebuilt.part");
        Target first = new Target(Files.newOutputStream(plain));
        Target second = new Target(file.out());
        try {
            long leftOut;
            try (first) {
                leftOut = RebuiltWorkbook.write(
                        source.location(),
                        source.path(),
                        options,
                        wording.text("annotated-sheet"),
                        first,
                        new Remarks(marked, byName, left, damaged ? "annotated-damaged" : "annotated-rebuilt"));
            }
            byName.values().forEach(SheetMarks::seal);
            try (second;
                    PackageCopy copy = new PackageCopy(plain, Long.MAX_VALUE)) {
                copy.write(byName, second);
            }
            totals.addNote(wording.text(
                    damaged ? "annotated-note-damaged" : "annotated-note-rebuilt",
                    source.path(),
                    String.valueOf(source.format())));
            if (leftOut > 0) {
                totals.addNote(wording.text("annotated-rows", source.path(), wording.number(leftOut)));
            } else if (leftOut < 0) {
                note("annotated-broken", source);
            }
        } catch (IOException | RuntimeException e) {
            first.rethrow();
            second.rethrow();
            // The source was read once; that it cannot be read again is no reason to lose the other reports.
            discard(file);
            note("annotated-unread", source);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /** Where a copy goes: what goes wrong here is a failure of the run, unlike what is wrong with the source. */
    private static final class Target extends FilterOutputStream {

        private @Nullable IOException failure;

        Target(OutputStream out) {
            super(out);
        }

        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** Carries marks over to the sheets of a rebuilt copy, and adds what the source's own comments say. */
    private final class Remarks implements RebuiltWorkbook.Listener {

        private final Map<String, SheetMarks> marked;
        private final Map<String, SheetMarks> byName;
        private final SheetMarks.Budget left;
        private final String reason;
        private SheetMarks current;

        Remarks(Map<String, SheetMarks> marked, Map<String, SheetMarks> byName, SheetMarks.Budget left, String reason) {
            this.marked = marked;
            this.byName = byName;
            this.left = left;
            this.reason = reason;
            this.current = new SheetMarks(left);
        }

        @Override
        public void sheet(Sheet sheet, String name) {
            String original = sheet.name();
            SheetMarks known = marked.get(original == null ? "" : original);
            current = known == null ? new SheetMarks(left) : known;
            if (byName.isEmpty()) {
                current.add(1, 0, null, wording.text(reason));
            }
            byName.put(name, current);
        }

        @Override
        public void comment(int row, int column, String text) {
            current.add(row, column, null, text);
        }
    }

    @Override
    public void finish(Totals all) {}

    @Override
    public List<Path> complete() throws IOException {
        List<Path> written = new ArrayList<>();
        for (PartFile copy : copies) {
            copy.complete();
            written.add(copy.name());
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        for (PartFile copy : copies) {
            copy.close();
        }
    }
}
