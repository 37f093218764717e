package ukaz.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivePlace;
import ukaz.ingest.store.Cards;
import ukaz.ingest.store.CrossRecords;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;
import ukaz.model.AwardRecord;
import ukaz.model.HistoricalDate;
import ukaz.model.PersonName;
import ukaz.model.RowCounts;
import ukaz.model.SourceRef;
import ukaz.rules.identity.Packer;

/** Whoever reads a file packs all its records, those that another has staged before too. */
class PackingTest {

    private static final Piece FILE = Piece.whole(0);

    @TempDir
    private Path folder;

    private Archive archive;
    private Store store;
    private Cards cards;

    @BeforeEach
    void begin() {
        archive = Objects.requireNonNull(Archive.toWrite(ArchivePlace.InFile.of(folder), JobEngine.TABLES));
        int run = archive.begin("request", "1", Instant.EPOCH, List.of());
        store = archive.brought(run);
        store.addSources(List.of(new SourceSummary(
                0, "list.xlsx", folder.resolve("list.xlsx"), "ab", 1, null, SourceSummary.State.PENDING, List.of())));
        cards = new Cards(store);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void the_cards_are_of_all_records_however_often_the_file_was_begun() {
        for (int from : new int[] {2, 5, 9}) {
            Packing packing = new Packing(store, FILE, from > 2);
            assertThat(packing.take(staged(0, from, from + 3), false)).isEmpty();
            assertThat(cards.hasRun()).isFalse();
        }
        Packing last = new Packing(store, FILE, true);
        cards.add(0, last.take(staged(0, 13, 15), true));

        assertThat(cards.hasRun()).isTrue();
        assertThat(cards.of(FILE)).isEqualTo(new Cards.Count(1, 11));
        assertThat(packed()).containsExactly(packed(2, 5, 5, 8, 9, 12, 13, 15));
        assertThat(new Packing(store, FILE, true).take(List.of(), true))
                .as("begun again after its end")
                .isEmpty();

        cards.dropRun();
        assertThat(cards.hasRun()).isFalse();
    }

    @Test
    void what_is_on_a_card_is_not_packed_again() {
        cards.add(0, new Packing(store, FILE, false).take(staged(0, 2, 6), true));
        staged(0, 6, 8);

        cards.add(0, new Packing(store, FILE, true).take(staged(0, 8, 9), true));

        assertThat(cards.of(FILE)).isEqualTo(new Cards.Count(2, 7));
        assertThat(cards.hasRun()).isTrue();
        assertThat(packed()).containsExactly(packed(2, 6), packed(6, 9));
    }

    @Test
    void pieces_of_a_file_have_cards_of_their_own_in_the_order_of_its_sheets() {
        Piece first = new Piece(0, new SheetRange(0, 1));
        Piece second = new Piece(0, new SheetRange(2, 4));
        staged(2, 2, 4);
        cards.add(0, new Packing(store, second, true).take(staged(3, 4, 6), true));
        cards.add(0, new Packing(store, first, false).take(staged(1, 10, 13), true));

        assertThat(cards.of(first)).isEqualTo(new Cards.Count(1, 3));
        assertThat(cards.of(second)).isEqualTo(new Cards.Count(1, 4));
        assertThat(packed()).containsExactly(packed(10, 13), packed(2, 6));
        CrossRecords read = new CrossRecords(store);
        read.readFreshPacked(each -> {});
        assertThat(IntStream.range(0, read.size()).map(read::sheet)).containsExactly(1, 1, 1, 2, 2, 3, 3);
    }

    private List<byte[]> packed() {
        List<byte[]> packed = new ArrayList<>();
        new CrossRecords(store).readFreshPacked(packed::add);
        return packed;
    }

    /** @param bounds the first row and the one behind the last, of one range after the other */
    private static byte[] packed(int... bounds) {
        Packer packer = new Packer();
        for (int i = 0; i < bounds.length; i += 2) {
            IntStream.range(bounds[i], bounds[i + 1])
                    .mapToObj(row -> record("x", row))
                    .forEach(packer::add);
        }
        return packer.packed();
    }

    private List<StagedRow> staged(int sheet, int first, int end) {
        List<StagedRow> rows = IntStream.range(first, end)
                .mapToObj(row -> new StagedRow(
                        sheet,
                        "Лист" + sheet,
                        null,
                        List.of(record("Лист" + sheet, row)),
                        List.of(),
                        List.of(),
                        null,
                        new RowCounts(1, 1, 0, 0, 0)))
                .toList();
        store.add(0, rows);
        return rows;
    }

    private static AwardRecord record(String sheet, int row) {
        return AwardRecord.builder("%016x".formatted(row), new SourceRef("list.xlsx", sheet, row, -1))
                .name(new PersonName(
                        "Жаворонков" + "аеи".charAt(row % 3), "Иван", row % 2 == 0 ? "Петрович" : null, null))
                .birthDate(HistoricalDate.parse("190" + row % 10 + "-02-03"))
                .award("HSL")
                .build();
    }
}
