package ukaz.ingest.store;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ukaz.ingest.source.SheetRange;
import ukaz.model.AwardRecord;
import ukaz.model.SourceRef;

/**
 * The records of the store as rules on several of them need it: all once and lean, then chosen groups in full.
 *
 * <p>Reads and writes in the transaction of its thread. What it remembers of a record is where it stands: sixteen bytes, which may lie beside the heap.
 */
public final class CrossRecords {

    private static final int BATCH = 1_000;
    /** Each of them is of many records. */
    private static final int SHEAVES = 20;

    private static final int PLACE = 4;
    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private final Store store;
    private final IntFunction<IntBuffer> memory;
    private final List<IntBuffer> places = new ArrayList<>();
    private int count;

    public CrossRecords(Store store) {
        this(store, IntBuffer::allocate);
    }

    /** @param memory for so many numbers at once */
    public CrossRecords(Store store, IntFunction<IntBuffer> memory) {
        this.store = store;
        this.memory = memory;
    }

    /** Is given a record, its number from 0, and the source and sheet it stands in. */
    @FunctionalInterface
    public interface Reader {
        void record(AwardRecord record, int number);
    }

    /** Is given a sheet of a source and its name, and whether the source is part of a register only. */
    @FunctionalInterface
    public interface SheetReader {
        void sheet(int source, int sheet, SourceRef at, boolean part);
    }

    /** Every sheet that has something to do with the records. */
    public void sheets(SheetReader to) {
        run(
                "select s.id, s.path, t.sheet, t.name, s.part_of_register from source s join sheet t"
                        + " on t.source_id = s.id where " + store.extent().sources("s") + " order by s.id, t.sheet",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            to.sheet(
                                    row.getInt(1),
                                    row.getInt(3),
                                    SourceRef.sheet(row.getString(2), row.getString(4)),
                                    row.getInt(5) == 1);
                        }
                    }
                });
    }

    /** Notes that a source is part of a register only: earlier conferrals may be missing from it. */
    public void part(int source) {
        run("update source set part_of_register = 1 where id = ?", statement -> {
            statement.setInt(1, source);
            statement.executeUpdate();
        });
    }

    /** Every record in the order of the sources, without its cells. */
    public void read(Reader to) {
        read(store.extent().of("source_id"), to);
    }

    /** Every record that the run has brought into the archive, likewise. */
    public void readFresh(Reader to) {
        read(
                "source_id in (select x.id from source x where x.until_run is null and x.since_run = " + store.run()
                        + ")",
                to);
    }

    /** Every record of earlier runs that is not packed, as after a change of how they are, likewise. */
    public void readUnpacked(Reader to) {
        read(
                "source_id in (select x.id from source x where x.until_run is null and x.since_run < " + store.run()
                        + " and not exists (select 1 from card c where c.source_id = x.id))",
                to);
    }

    private void read(String condition, Reader to) {
        Map<Integer, Map<Integer, SourceRef>> sheets = sheets();
        run(
                "select source_id, sheet, first_row, content from sheaf where " + condition
                        + " order by source_id, sheet, first_row",
                SHEAVES,
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            SourceRef sheet = sheet(sheets, row.getInt(1), row.getInt(2));
                            Sheaf sheaf = new Sheaf(row.getInt(3), row.getBytes(4));
                            while (sheaf.next()) {
                                AwardRecord record = RecordCodec.lean(sheaf, sheet);
                                remember(row.getInt(1), row.getInt(2), sheaf.row(), sheaf.group());
                                to.record(record, count - 1);
                            }
                        }
                    }
                });
    }

    /** Every record of a piece from this one on, likewise; outside the transaction of the thread. */
    public void read(Piece piece, int first, Reader to) {
        SheetRange sheets = piece.sheets();
        String condition =
                "source_id = " + piece.source() + " and sheet between " + sheets.first() + " and " + sheets.last();
        Reader further = (record, number) -> {
            if (number >= first) {
                to.record(record, number);
            }
        };
        if (store.isOnServer()) {
            // Or it would send all at once.
            store.inTransaction(() -> read(condition, further));
        } else {
            read(condition, further);
        }
    }

    /**
     * The records that earlier runs have packed, in the order of the sources, card by card.
     *
     * @param withEnded true for those too that this run has ended
     */
    public void readPacked(boolean withEnded, Consumer<byte[]> to) {
        readPacked(
                "x.since_run < " + store.run() + " and (x.until_run is null"
                        + (withEnded ? " or x.until_run = " + store.run() : "") + ")",
                to);
    }

    /** The records that this run has packed, likewise. */
    public void readFreshPacked(Consumer<byte[]> to) {
        readPacked("x.since_run = " + store.run() + " and x.until_run is null", to);
    }

    private void readPacked(String sources, Consumer<byte[]> to) {
        run(
                "select c.places, c.people, c.source_id from card c join source x on x.id = c.source_id where "
                        + sources + " order by c.source_id, c.part",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            IntBuffer places = ByteBuffer.wrap(row.getBytes(1)).asIntBuffer();
                            int source = row.getInt(3);
                            while (places.hasRemaining()) {
                                remember(source, places.get(), places.get(), places.get());
                            }
                            to.accept(row.getBytes(2));
                        }
                    }
                });
    }

    /** Gives the records from the first to before the last as bytes. */
    @FunctionalInterface
    public interface Packer {
        byte[] pack(int from, int to);
    }

    /** Packs the records from this number on for later runs, source by source. */
    public void pack(int first, Packer packer) {
        Cards cards = new Cards(store);
        int part = 0;
        for (int from = first; from < count; ) {
            Cards.Places places = new Cards.Places();
            int to = from;
            while (to < count && source(to) == source(from) && to - from < Cards.MOST) {
                places.add(place(to, 1), place(to, 2), place(to, 3));
                to++;
            }
            part = from > first && source(from - 1) == source(from) ? part + 1 : 0;
            cards.add(source(from), List.of(new Cards.Card(part, places, packer.pack(from, to))));
            from = to;
        }
    }

    public int size() {
        return count;
    }

    private void remember(int source, int sheet, int row, int group) {
        if (count >> PIECE_BITS == places.size()) {
            places.add(memory.apply(PIECE * PLACE));
        }
        places.get(count >> PIECE_BITS)
                .put((count & PIECE - 1) * PLACE, source)
                .put((count & PIECE - 1) * PLACE + 1, sheet)
                .put((count & PIECE - 1) * PLACE + 2, row)
                .put((count & PIECE - 1) * PLACE + 3, group);
        count++;
    }

    /** One of the four numbers that tell where a record stands. */
    private int place(int number, int part) {
        return places.get(number >> PIECE_BITS).get((number & PIECE - 1) * PLACE + part);
    }

    /** The source that a record stands in. */
    public int source(int number) {
        return place(number, 0);
    }

    public int sheet(int number) {
        return place(number, 1);
    }

    /** Notes the person of every record. */
    public void people(IntFunction<String> personOf) {
        people(IntStream.range(0, count), personOf);
    }

    /** Notes the person of some records, where it is another one than before. */
    public void people(IntStream numbers, IntFunction<String> personOf) {
        run(
                "update record set person = ? where source_id = ? and sheet = ? and row_no = ? and row_group = ?"
                        + " and (person is null or person <> ?)",
                update -> {
                    int waiting = 0;
                    PrimitiveIterator.OfInt each = numbers.iterator();
                    while (each.hasNext()) {
                        int number = each.nextInt();
                        update.setString(1, personOf.apply(number));
                        place(update, 2, number);
                        update.setString(2 + PLACE, personOf.apply(number));
                        batch(update, ++waiting % BATCH == 0 || !each.hasNext());
                    }
                });
    }

    /** Every record that is noted as of one person with one of these. */
    public BitSet companions(BitSet numbers) {
        relate(numbers.stream());
        BitSet companions = new BitSet();
        run(
                "select o.source_id, o.sheet, o.row_no, o.row_group from record o where o.person in (select r.person"
                        + " from related l join record r on r.source_id = l.source_id and r.sheet = l.sheet"
                        + " and r.row_no = l.row_no and r.row_group = l.row_group where r.person is not null)",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            int number = number(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
                            if (number >= 0) {
                                companions.set(number);
                            }
                        }
                    }
                });
        return companions;
    }

    /** The number of the record at this place; negative where it is not among those read. */
    private int number(int... place) {
        int from = 0;
        int to = count - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int order = 0;
            for (int i = 0; i < PLACE && order == 0; i++) {
                order = Integer.compare(place(middle, i), place[i]);
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** Puts records down for the next query, in this order. */
    void relate(IntStream numbers) {
        run("delete from related", PreparedStatement::executeUpdate);
        store.update(connection -> {
            try (RowLoader related =
                    RowLoader.into(connection, "related", "position, source_id, sheet, row_no, row_group")) {
                int position = 0;
                PrimitiveIterator.OfInt each = numbers.iterator();
                while (each.hasNext()) {
                    int number = each.nextInt();
                    related.row(position++, place(number, 0), place(number, 1), place(number, 2), place(number, 3));
                }
            }
        });
    }

    /** Is given the records of one group in full, in the order of their numbers, and the persons noted of them. */
    @FunctionalInterface
    public interface GroupReader {
        void group(int index, List<AwardRecord> records, List<String> persons);
    }

    /** Reads groups of records, one after the other. */
    public void groups(List<int[]> groups, GroupReader to) {
        relate(groups.stream().flatMapToInt(Arrays::stream));
        Map<Integer, Map<Integer, SourceRef>> sheets = sheets();
        Map<String, RecordShape> shapes = new HashMap<>();
        run("select id, columns from shape", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shapes.put(row.getString(1), StoreCodec.shape(row.getString(2)));
                }
            }
        });
        run(
                "select r.source_id, r.sheet, r.row_no, r.row_group, r.person, r.first_row, f.content"
                        + " from related l join record r on r.source_id = l.source_id and r.sheet = l.sheet"
                        + " and r.row_no = l.row_no and r.row_group = l.row_group"
                        + " join sheaf f on f.source_id = r.source_id and f.sheet = r.sheet"
                        + " and f.first_row = r.first_row order by l.position",
                SHEAVES,
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        for (int index = 0; index < groups.size(); index++) {
                            List<AwardRecord> records = new ArrayList<>(groups.get(index).length);
                            List<String> persons = new ArrayList<>(groups.get(index).length);
                            for (int i = 0; i < groups.get(index).length && row.next(); i++) {
                                persons.add(String.valueOf(row.getString(5)));
                                Sheaf sheaf = new Sheaf(row.getInt(6), row.getBytes(7));
                                goTo(sheaf, row.getInt(3), row.getInt(4));
                                records.add(
                                        RecordCodec.full(sheaf, sheet(sheets, row.getInt(1), row.getInt(2)), shapes));
                            }
                            to.group(index, records, persons);
                        }
                    }
                });
    }

    private static void goTo(Sheaf sheaf, int row, int group) {
        while (sheaf.next()) {
            if (sheaf.row() == row && sheaf.group() == group) {
                return;
            }
        }
        throw new IllegalStateException("the store has lost what a record says, of row " + row);
    }

    private void place(PreparedStatement statement, int from, int number) throws SQLException {
        for (int i = 0; i < PLACE; i++) {
            statement.setInt(from + i, place(number, i));
        }
    }

    private static void batch(PreparedStatement statement, boolean run) throws SQLException {
        statement.addBatch();
        if (run) {
            statement.executeBatch();
        }
    }

    private Map<Integer, Map<Integer, SourceRef>> sheets() {
        Map<Integer, Map<Integer, SourceRef>> sheets = new HashMap<>();
        run("select s.id, s.path, t.sheet, t.name from source s join sheet t on t.source_id = s.id", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sheets.computeIfAbsent(row.getInt(1), id -> new HashMap<>())
                            .put(row.getInt(3), SourceRef.sheet(row.getString(2), row.getString(4)));
                }
            }
        });
        return sheets;
    }

    private static SourceRef sheet(Map<Integer, Map<Integer, SourceRef>> sheets, int source, int sheet) {
        SourceRef found = sheets.getOrDefault(source, Map.of()).get(sheet);
        if (found == null) {
            throw new IllegalStateException("the store has a record of source " + source + " without its sheet");
        }
        return found;
    }

    private void run(String sql, Store.OnStatement work) {
        run(sql, BATCH, work);
    }

    /** @param atOnce how many rows of an answer are fetched together */
    private void run(String sql, int atOnce, Store.OnStatement work) {
        store.prepared(sql, atOnce, "relating the records of", work);
    }
}
