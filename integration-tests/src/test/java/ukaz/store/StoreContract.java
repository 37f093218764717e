package ukaz.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedPlace;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Certainty;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.Sex;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;
import ukaz.model.Status;
import ukaz.model.StatusEvent;
import ukaz.model.Term;

/** What the store promises on every database. */
abstract class StoreContract {

    private static final RowCounts ONE_RECORD = new RowCounts(1, 1, 0, 0, 0);

    private Store store;

    /** Opens an empty store. */
    abstract Store open() throws Exception;

    @BeforeEach
    void open_an_empty_store() throws Exception {
        store = open();
        store.addSources(List.of(source(0), source(1), source(2), source(3)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Texts that have broken a database, a driver or an encoding somewhere. */
    static List<String> hostileTexts() {
        return List.of(
                "Иванов-Петров (урожд. Сидорова) «Ёё» — № 5",
                "",
                " ",
                "NULL",
                "\\n",
                "\\",
                "\\\\x0",
                "a\0b",
                "\0",
                "a\u001fb\u001f\u001f",
                "lone \ud800 high",
                "lone \udc00 low",
                "\udc00\ud800",
                "medal \ud83c\udfc5 and star \u2b50\ufe0f",
                "line\r\nline\ttab\u2028\u0085",
                "\ufeff\u00a0\u200b\u00ad\uffff\ufffe",
                "'; drop table record; --",
                "{\"a\": [1, 2]} ${x} %s ?",
                "=cmd|' /C calc'!A0",
                "<script>alert('ы')</script>",
                "ж".repeat(32_767));
    }

    @Test
    void a_record_comes_back_with_every_field() {
        AwardRecord record = fullRecord(0, 7, "Иванов");

        store.add(0, List.of(row(record)));

        assertThat(records()).singleElement().satisfies(stored -> assertSame(stored.record(), record));
    }

    @Test
    void a_record_that_says_nothing_comes_back_as_silent() {
        AwardRecord record = AwardRecord.builder("00", at(0, 2)).build();

        store.add(0, List.of(row(record)));

        assertThat(records()).singleElement().satisfies(stored -> assertSame(stored.record(), record));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void every_text_comes_back_as_it_was(String text) {
        AwardRecord record = fullRecord(0, 7, text);
        Finding finding = finding(at(0, 7).column(3), "date-unparseable", text);
        StoredChange change = new StoredChange(
                at(0, 7).column(1), text, "00", new Change(Field.FULL_NAME, Change.Kind.HOMOGLYPH, text, text));
        SkippedRow skipped = new SkippedRow(at(0, 8), "row-not-data", "footnote", List.of(text, "", text));
        TableLayout layout =
                new TableLayout(3, 2, 1, List.of(new Column(0, text, null, 0, null, 0), column(1, Field.AWARD)));

        store.add(
                0,
                List.of(
                        new StagedRow(
                                0,
                                "Лист1",
                                layout,
                                List.of(record),
                                List.of(change),
                                List.of(finding),
                                null,
                                ONE_RECORD),
                        new StagedRow(
                                0,
                                "Лист1",
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                skipped,
                                new RowCounts(1, 0, 0, 1, 0))));

        assertThat(records()).singleElement().satisfies(stored -> assertSame(stored.record(), record));
        assertThat(findings()).containsExactly(finding);
        List<StoredChange> changes = new ArrayList<>();
        store.contents().changes(changes::add);
        assertThat(changes).containsExactly(change);
        List<SkippedRow> rows = new ArrayList<>();
        store.contents().skipped(rows::add);
        assertThat(rows).containsExactly(skipped);
        assertThat(store.sources().get(0).sheets().get(0).tables()).containsExactly(layout);
    }

    @Test
    void values_of_every_kind_come_back_in_a_finding() {
        Map<String, Object> values = Map.of(
                "text",
                "05.03.1976",
                "empty",
                "",
                "number",
                35,
                "bytes",
                9_000_000_000L,
                "date",
                HistoricalDate.parse("1905-03/1905-05"),
                "day",
                LocalDate.of(1938, 12, 27),
                "term",
                new Term(Term.Kind.AUTHORITY, "PVS_USSR"),
                "list",
                List.of("a", HistoricalDate.parse("1905~"), List.of(1, 2L), new Term(Term.Kind.STATE, "DDDE")));
        Fault fault = new Fault(
                "statute-authority",
                at(0, 7).column(27),
                Field.AUTHORITY,
                "Кем присвоено",
                "ПВС РСФСР",
                Certainty.POSSIBLE,
                null,
                values,
                List.of(at(0, 3).column(2), at(1, 9), SourceRef.file("другая.csv")));
        Finding finding = new Finding(fault, Severity.WARNING, List.of("S7", "T9"), "0a1b", "0123456789abcdef");

        store.add(0, List.of(withFindings(fullRecord(0, 7, "x"), finding)));

        assertThat(findings()).containsExactly(finding);
    }

    @Test
    void findings_of_the_file_and_the_sheet_come_back_too() {
        Finding ofFile = new Finding(
                Fault.of(
                        "source-unreadable",
                        SourceRef.file("file-2.xlsx"),
                        Map.of("reason", new Term(Term.Kind.PHRASE, "damaged"))),
                Severity.ERROR,
                List.of(),
                "",
                "00");

        store.addFindings(2, List.of(ofFile));

        assertThat(findings()).containsExactly(ofFile);
        assertThat(store.sources().get(2).sheets()).isEmpty();
    }

    @Test
    void everything_is_told_in_the_order_of_the_sources_whatever_order_it_came_in() {
        for (int source : List.of(2, 0, 3, 1)) {
            for (int row : List.of(300, 20, 1000, 3)) {
                AwardRecord record = fullRecord(source, row, "n");
                store.add(
                        source,
                        List.of(withFindings(
                                record,
                                finding(record.at().column(10), "date-future", "v"),
                                finding(record.at().column(9), "date-future", "v"),
                                finding(record.at().column(9), "date-ambiguous", "v"),
                                finding(record.at(), "life-span", "v"))));
            }
        }

        assertThat(records())
                .extracting(stored -> stored.record().at())
                .containsExactlyElementsOf(IntStream.range(0, 4)
                        .boxed()
                        .flatMap(source -> List.of(3, 20, 300, 1000).stream().map(row -> at(source, row)))
                        .toList());
        assertThat(findings().stream()
                        .limit(4)
                        .map(finding ->
                                finding.rule() + " " + finding.fault().at().cell()))
                .containsExactly("life-span null", "date-ambiguous J3", "date-future J3", "date-future K3");
    }

    @Test
    void the_groups_of_a_wide_row_stay_in_order() {
        AwardRecord second =
                AwardRecord.builder("b", at(0, 5)).group(2).ordinal(2).build();
        AwardRecord first =
                AwardRecord.builder("a", at(0, 5)).group(1).ordinal(1).build();

        store.add(
                0,
                List.of(new StagedRow(
                        0, "Лист1", null, List.of(second, first), List.of(), List.of(), null, ONE_RECORD)));

        assertThat(records()).extracting(stored -> stored.record().group()).containsExactly(1, 2);
        assertThat(store.contents().recordCount()).isEqualTo(2);
        assertThat(store.contents().recount().records()).isEqualTo(1);
    }

    @Test
    void counts_add_up_by_sheet_over_the_chunks() {
        store.add(0, List.of(counted(0, new RowCounts(3, 0, 1, 2, 0)), counted(1, new RowCounts(1, 0, 1, 0, 0))));
        store.add(0, List.of(counted(0, new RowCounts(5, 4, 0, 0, 1))));

        assertThat(store.sources().get(0).sheets())
                .extracting(SheetSummary::index, SheetSummary::name, SheetSummary::counts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "Лист1", new RowCounts(8, 4, 1, 2, 1)),
                        org.assertj.core.groups.Tuple.tuple(1, "Лист1", new RowCounts(1, 0, 1, 0, 0)));
        assertThat(store.sources().get(0).counts()).isEqualTo(new RowCounts(9, 4, 2, 2, 1));
    }

    @Test
    void what_was_stored_is_recounted_by_what_became_of_the_row() {
        store.add(
                0,
                List.of(
                        row(fullRecord(0, 4, "n")),
                        row(fullRecord(0, 5, "n")),
                        skipped(6, "row-not-data", "total"),
                        skipped(7, "row-rejected", "no-name-no-award"),
                        skipped(8, "row-not-data", "footnote")));

        assertThat(store.contents().recount()).isEqualTo(new RowCounts(0, 2, 0, 2, 1));
    }

    @Test
    void tallies_add_up_over_chunks_and_sources() {
        store.addTallies(0, List.of(new RuleTally("life-span", 10, 1, 2, null), new RuleTally("a", 0, 0, 0, null)));
        store.addTallies(0, List.of(new RuleTally("life-span", 5, 0, 1, null)));
        store.addTallies(3, List.of(new RuleTally("life-span", 1, 1, 0, null)));

        assertThat(store.contents().tallies())
                .containsOnly(
                        Map.entry("life-span", new RuleTally("life-span", 16, 2, 3, null)),
                        Map.entry("a", new RuleTally("a", 0, 0, 0, null)));
    }

    @Test
    void severities_are_counted_with_zeros() {
        store.addFindings(0, List.of(finding(at(0, 3), "a", "v"), finding(at(0, 4), "a", "v")));

        assertThat(store.contents().severities())
                .isEqualTo(new EnumMap<>(Map.of(Severity.ERROR, 2L, Severity.WARNING, 0L, Severity.INFO, 0L)));
    }

    @Test
    void words_of_a_vocabulary_are_kept_once_with_their_number_and_first_cell() {
        store.addSources(List.of(source(0)));
        store.add(0, List.of(reading(4, "СССР"), reading(5, "Куба"), reading(6, "СССР")));
        store.add(0, List.of(reading(7, "СССР")));

        List<StoredChange> changes = new ArrayList<>();
        store.contents().changes(changes::add);
        assertThat(changes)
                .extracting(
                        change -> change.at().row(), change -> change.change().from(), StoredChange::times)
                .containsExactly(Tuple.tuple(4, "СССР", 3L), Tuple.tuple(5, "Куба", 1L));
    }

    private static StagedRow reading(int row, String typed) {
        StoredChange change = new StoredChange(
                at(0, row).column(2),
                "Гражданство",
                "r" + row,
                new Change(Field.CITIZENSHIP, Change.Kind.VOCABULARY, typed, "XX"));
        return new StagedRow(0, "Лист1", null, List.of(), List.of(change), List.of(), null, ONE_RECORD);
    }

    @Test
    void sources_come_back_and_a_second_adding_changes_nothing() {
        store.sourceRead(1, "xlsx", SourceSummary.State.READ);
        store.addSources(List.of(source(1), source(4)));

        assertThat(store.sources())
                .containsExactly(
                        source(0),
                        new SourceSummary(
                                1,
                                "file-1.xlsx",
                                Path.of("in", "file-1.xlsx"),
                                "ab1",
                                1_000_000_001L,
                                "xlsx",
                                SourceSummary.State.READ,
                                List.of()),
                        source(2),
                        source(3),
                        source(4));
    }

    @Test
    void a_source_in_pieces_is_read_when_all_of_them_are() {
        Piece first = new Piece(1, new SheetRange(0, 2));
        Piece second = new Piece(1, new SheetRange(3, 7));
        store.addPieces(List.of(first, second));
        assertThat(store.unread())
                .containsExactly(Piece.whole(0), first, second, Piece.whole(2), Piece.whole(3))
                .extracting(Piece::name)
                .allSatisfy(name -> assertThat(Piece.named(name).name()).isEqualTo(name));

        store.add(1, List.of(onSheet(3, 40), onSheet(0, 7), onSheet(5, 4), onSheet(2, 9)));
        assertThat(store.reached(first)).isEqualTo(new StagedPlace(2, 9));
        assertThat(store.reached(second)).isEqualTo(new StagedPlace(5, 4));
        assertThat(store.reached(Piece.whole(1))).isEqualTo(new StagedPlace(5, 4));
        assertThat(store.reached(Piece.whole(2))).isNull();

        store.pieceRead(second, "xlsx", SourceSummary.State.FAILED);
        assertThat(store.isRead(second)).isTrue();
        assertThat(store.isRead(first)).isFalse();
        assertThat(store.sources().get(1).state()).isEqualTo(SourceSummary.State.PENDING);
        store.pieceRead(first, "xlsx", SourceSummary.State.READ);
        assertThat(store.sources().get(1).state()).isEqualTo(SourceSummary.State.FAILED);
        assertThat(store.unread()).containsExactly(Piece.whole(0), Piece.whole(2), Piece.whole(3));
    }

    @Test
    void of_two_pieces_that_end_at_once_the_last_one_ends_the_source() throws Exception {
        for (int source = 0; source < 4; source++) {
            Piece first = new Piece(source, new SheetRange(0, 2));
            Piece second = new Piece(source, new SheetRange(3, 7));
            store.addPieces(List.of(first, second));
            CountDownLatch begun = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> ending = List.of(
                        threads.submit(() -> inTransaction(() -> {
                            store.pieceRead(first, "xlsx", SourceSummary.State.READ);
                            begun.countDown();
                            pause();
                        })),
                        threads.submit(() -> {
                            begun.await();
                            inTransaction(() -> store.pieceRead(second, "xlsx", SourceSummary.State.READ));
                            return null;
                        }));
                for (Future<?> each : ending) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(store.sources().get(source).state()).isEqualTo(SourceSummary.State.READ);
        }
    }

    private void inTransaction(Runnable work) {
        transaction().executeWithoutResult(status -> work.run());
    }

    /** Long enough for another thread to come in between. */
    private static void pause() {
        LockSupport.parkNanos(100_000_000);
    }

    private static StagedRow onSheet(int sheet, int row) {
        AwardRecord record = fullRecord(1, row, "Иванов");
        return new StagedRow(sheet, "Лист" + sheet, null, List.of(record), List.of(), List.of(), null, ONE_RECORD);
    }

    @Test
    void a_chunk_that_is_rolled_back_leaves_nothing() {
        AwardRecord record = fullRecord(0, 7, "n");
        StagedRow chunk = withFindings(record, finding(record.at(), "life-span", "v"));

        rollBack(() -> {
            store.add(0, List.of(chunk, skipped(8, "row-not-data", "total")));
            store.addTallies(0, List.of(new RuleTally("life-span", 1, 1, 0, null)));
        });

        assertThat(records()).isEmpty();
        assertThat(findings()).isEmpty();
        assertThat(store.contents().tallies()).isEmpty();
        assertThat(store.contents().recount()).isEqualTo(RowCounts.NONE);
        assertThat(store.sources().get(0).counts()).isEqualTo(RowCounts.NONE);
    }

    @Test
    void a_chunk_written_again_after_a_rollback_is_whole() {
        AwardRecord record = fullRecord(0, 7, "n");

        rollBack(() -> store.add(0, List.of(row(record))));
        store.add(0, List.of(row(record)));

        assertThat(records()).singleElement().satisfies(stored -> assertSame(stored.record(), record));
    }

    @Test
    void tables_whose_titles_hash_alike_are_not_mixed_up() {
        // "Aa" and "BB" have one hash code, and so have all texts made of them.
        AwardRecord one =
                AwardRecord.builder("a", at(0, 2)).raw("AaAa", "first").build();
        AwardRecord other =
                AwardRecord.builder("b", at(0, 3)).raw("BBBB", "second").build();

        store.add(0, List.of(row(one)));
        store.add(0, List.of(row(other)));

        assertThat(records())
                .extracting(stored -> stored.record().raw())
                .containsExactly(Map.of("AaAa", "first"), Map.of("BBBB", "second"));
    }

    @Test
    void several_sources_are_written_at_once() throws Exception {
        int chunks = 20;
        int rows = 50;
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int source = 0; source < 4; source++) {
                int id = source;
                written.add(writers.submit(() -> {
                    for (int chunk = 0; chunk < chunks; chunk++) {
                        int from = 2 + chunk * rows;
                        transaction().executeWithoutResult(status -> {
                            store.add(
                                    id,
                                    IntStream.range(from, from + rows)
                                            .mapToObj(row -> withFindings(
                                                    fullRecord(id, row, "n"), finding(at(id, row), "life-span", "v")))
                                            .toList());
                            store.addTallies(id, List.of(new RuleTally("life-span", rows, rows, 0, null)));
                        });
                    }
                }));
            }
            for (Future<?> each : written) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }

        long all = 4L * chunks * rows;
        assertThat(store.contents().recordCount()).isEqualTo(all);
        assertThat(store.contents().severities()).containsEntry(Severity.ERROR, all);
        assertThat(store.contents().tallies().get("life-span").found()).isEqualTo(all);
        assertThat(store.sources())
                .allSatisfy(source -> assertThat(source.counts()).isEqualTo(new RowCounts(all / 4, all / 4, 0, 0, 0)));
        assertThat(records())
                .extracting(stored -> stored.record().at())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void reading_and_writing_do_not_wait_for_each_other() {
        store.add(0, List.of(row(fullRecord(0, 2, "n")), row(fullRecord(0, 3, "n"))));

        store.contents()
                .records(stored ->
                        store.addFindings(1, List.of(finding(stored.record().at(), "life-span", "v"))));

        assertThat(findings()).hasSize(2);
    }

    // values

    private static SourceSummary source(int id) {
        return new SourceSummary(
                id,
                "file-" + id + ".xlsx",
                Path.of("in", "file-" + id + ".xlsx"),
                "ab" + id,
                1_000_000_000L + id,
                null,
                SourceSummary.State.PENDING,
                List.of());
    }

    private static SourceRef at(int source, int row) {
        return new SourceRef("file-" + source + ".xlsx", "Лист1", row, -1);
    }

    private static Column column(int index, Field field) {
        return new Column(index, field.key(), field, 2, "GOLD_STAR", 0.75);
    }

    private static AwardRecord fullRecord(int source, int row, String text) {
        AwardRecord.Builder record = AwardRecord.builder("f" + source + "-" + row, at(source, row))
                .group(2)
                .name(new PersonName(text, text, text, text))
                .sex(Sex.FEMALE)
                .birthDate(HistoricalDate.parse("1905~"))
                .deathDate(HistoricalDate.parse("../1977"))
                .citizenship("SU")
                .nationality(text)
                .award("HSL")
                .ordinal(2)
                .ordinalInferred(true)
                .timesAwarded(3)
                .decreeDate(HistoricalDate.parse("1951-12-08"))
                .decreeNumber(text)
                .authority("PVS_USSR")
                .medalNumber(new InsigniaNumber(InsigniaNumber.Kind.NUMBERED, List.of("II/15", text), true))
                .medalKind("HAMMER_AND_SICKLE")
                .orderOfLeninNumber(InsigniaNumber.stated(InsigniaNumber.Kind.NOT_GIVEN))
                .certificateNumber(InsigniaNumber.of("402"))
                .presentationDate(HistoricalDate.parse("1952-01/1952-03"))
                .posthumous(false)
                .statusEvents(List.of(
                        new StatusEvent(Status.DEPRIVED, HistoricalDate.parse("1980-01-08"), "PVS_USSR"),
                        new StatusEvent(Status.RESTORED, null, null)))
                .serviceYears(35)
                .unreadable(Field.POSITION)
                .unreadable(Field.REMARKS)
                .raw("ФИО", text)
                .raw(text.isEmpty() ? "(пусто)" : text, "значение")
                .raw("Прим.", "");
        for (Field field : Field.values()) {
            record.cell(field, new Cell(field.ordinal(), text, field == Field.REMARKS ? "" : text));
        }
        return record.build();
    }

    private static Finding finding(SourceRef at, String rule, String text) {
        Fault fault = Fault.of(rule, at, Field.DECREE_DATE, text, text, Map.of("value", text, "list", List.of(text)));
        return new Finding(fault, Severity.ERROR, List.of("S8"), "00", "0123456789abcdef");
    }

    private static StagedRow row(AwardRecord record) {
        return withFindings(record);
    }

    private static StagedRow withFindings(AwardRecord record, Finding... findings) {
        return new StagedRow(0, "Лист1", null, List.of(record), List.of(), List.of(findings), null, ONE_RECORD);
    }

    private static StagedRow counted(int sheet, RowCounts counts) {
        return new StagedRow(sheet, "Лист1", null, List.of(), List.of(), List.of(), null, counts);
    }

    private static StagedRow skipped(int row, String reason, String kind) {
        RowCounts counts = reason.equals("row-not-data") ? new RowCounts(1, 0, 0, 1, 0) : new RowCounts(1, 0, 0, 0, 1);
        return new StagedRow(
                0,
                "Лист1",
                null,
                List.of(),
                List.of(),
                List.of(),
                new SkippedRow(at(0, row), reason, kind, List.of("Итого", "", "5")),
                counts);
    }

    // the store

    private List<StoredRecord> records() {
        List<StoredRecord> records = new ArrayList<>();
        store.contents().records(records::add);
        return records;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        store.contents().findings(findings::add);
        return findings;
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(store.dataSource()));
    }

    private void rollBack(Runnable writing) {
        transaction().executeWithoutResult(status -> {
            writing.run();
            status.setRollbackOnly();
        });
    }

    private static void assertSame(AwardRecord actual, AwardRecord expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
        assertThat(actual.raw().keySet())
                .containsExactlyElementsOf(expected.raw().keySet());
    }
}
