package ukaz.app.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.source.Sources;
import ukaz.ingest.store.ArchivedSource;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.rules.RuleBook;

/** Notes which files there are, with their checksums, and finds those of the same content. */
final class Discovery implements Tasklet {

    private static final String DUPLICATE = "source-duplicate-file";
    private static final String UNREADABLE = "source-unreadable";
    /** Some 25,000 rows: what is smaller is read faster than it is given to somebody. */
    private static final long PIECE_BYTES = 2L << 20;

    private final CheckRequest request;
    private final Store store;
    private final @Nullable Importing importing;
    private final boolean divides;

    /** @param divides true where large workbooks are to be read in pieces */
    Discovery(CheckRequest request, Store store, @Nullable Importing importing, boolean divides) {
        this.request = request;
        this.store = store;
        this.importing = importing;
        this.divides = divides;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        request.progress().stage(Progress.Stage.DISCOVER, request.files().size());
        if (!store.sources().isEmpty()) {
            // It was committed, and the process ended before the step was noted as over.
            return RepeatStatus.FINISHED;
        }
        List<SourceSummary> sources = new ArrayList<>();
        int next = store.nextSource();
        Map<String, String> firstOf = new HashMap<>();
        RuleBook.Session session = request.book().session();
        Map<Integer, List<Finding>> findings = new HashMap<>();
        for (InputFile file : request.files()) {
            int id = next + sources.size();
            List<Finding> found = findings.computeIfAbsent(id, key -> new ArrayList<>());
            SourceSummary.State state = SourceSummary.State.PENDING;
            String sha256 = "";
            long bytes = 0;
            try {
                bytes = Files.size(file.location());
                sha256 = sha256(file.location());
                session.looked(UNREADABLE, 1);
                session.looked(DUPLICATE, 1);
                String first = firstOf.putIfAbsent(sha256, file.path());
                Map<String, Object> same = first == null ? inArchive(sha256) : Map.of("other", first);
                if (!same.isEmpty() && bytes > 0) {
                    state = SourceSummary.State.DUPLICATE;
                    session.report(Fault.of(DUPLICATE, SourceRef.file(file.path()), same), null, found::add);
                }
            } catch (IOException e) {
                state = SourceSummary.State.FAILED;
                session.report(
                        Fault.of(
                                UNREADABLE,
                                SourceRef.file(file.path()),
                                Map.of("reason", new Term(Term.Kind.PHRASE, reason(file.location())))),
                        null,
                        found::add);
            }
            sources.add(new SourceSummary(id, file.path(), file.location(), sha256, bytes, null, state, List.of()));
        }
        store.addSources(sources);
        findings.forEach(store::addFindings);
        if (divides) {
            sources.forEach(this::divide);
        }
        store.addTallies(Store.WHOLE_RUN, session.drain());
        return RepeatStatus.FINISHED;
    }

    /** Lets the sheets of a large workbook be read apart from one another. */
    private void divide(SourceSummary source) {
        if (source.state() != SourceSummary.State.PENDING || source.bytes() < 2 * PIECE_BYTES) {
            return;
        }
        SortedMap<Integer, Long> sheets = Sources.sheetBytes(source.location(), source.path(), request.options());
        if (sheets.size() > 1 && sheets.size() < RowReader.MOST_FAILURES) {
            List<SheetRange> ranges = SheetRange.cut(sheets, PIECE_BYTES);
            if (ranges.size() > 1) {
                store.addPieces(ranges.stream()
                        .map(range -> new Piece(source.id(), range))
                        .toList());
            }
        }
    }

    /** The source of the archive that has this content, as the message names it; empty where there is none. */
    private Map<String, Object> inArchive(String sha256) {
        ArchivedSource known = importing == null ? null : importing.archive().known(sha256, importing.run());
        if (known == null) {
            return Map.of();
        }
        LocalDate day = LocalDate.ofInstant(known.day(), request.clock().getZone());
        return Map.of("other", known.path(), "run", "№ " + known.since() + ", " + day);
    }

    private static String reason(Path location) {
        return !Files.exists(location) ? "no-such-file" : !Files.isReadable(location) ? "no-permission" : "read-error";
    }

    /** The checksum by which a file is known wherever it lies, in lower-case hexadecimal. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
