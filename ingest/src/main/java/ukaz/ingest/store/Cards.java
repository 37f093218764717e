package ukaz.ingest.store;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import ukaz.ingest.source.SheetRange;

/**
 * The cards of an archive: what tells people apart, packed, with the places of the records. A card is of some records of one source
 * that follow one another, and all cards of a source are of all its records.
 *
 * <p>Writes in the transaction of its thread.
 */
public final class Cards {

    /** A card with so many records is full. */
    public static final int MOST = 50_000;

    /** A piece of a source has room for so many cards. */
    private static final int PART_BITS = 12;

    private final Store store;

    public Cards(Store store) {
        this.store = store;
    }

    /** Some records of a source, packed. */
    public static final class Card {
        private final int part;
        private final Places places;
        private final byte[] people;

        /**
         * @param part the place among the cards of the source
         * @param people as whoever tells people apart has packed them
         */
        public Card(int part, Places places, byte[] people) {
            this.part = part;
            this.places = places;
            this.people = people.clone();
        }
    }

    /** How many cards, and records on them, there are of something. */
    public record Count(int cards, int records) {}

    /** Where records stand. */
    public static final class Places {

        private static final int NUMBERS = 3;

        private int[] numbers = new int[NUMBERS << 8];
        private int end;

        public void add(int sheet, int row, int group) {
            if (end == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * end);
            }
            numbers[end++] = sheet;
            numbers[end++] = row;
            numbers[end++] = group;
        }

        public int size() {
            return end / NUMBERS;
        }

        private byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(end * Integer.BYTES);
            bytes.asIntBuffer().put(numbers, 0, end);
            return bytes.array();
        }
    }

    /** The part of the first card of a piece; each further one is one more. */
    public static int firstPart(Piece piece) {
        return piece.sheets().first() << PART_BITS;
    }

    public void add(int source, List<Card> cards) {
        if (cards.isEmpty()) {
            return;
        }
        store.prepared(
                "insert into card (source_id, part, records, places, people) values (?, ?, ?, ?, ?)",
                1,
                "packing the records of",
                insert -> {
                    for (Card card : cards) {
                        insert.setInt(1, source);
                        insert.setInt(2, card.part);
                        insert.setInt(3, card.places.size());
                        insert.setBytes(4, card.places.bytes());
                        insert.setBytes(5, card.people);
                        insert.executeUpdate();
                    }
                });
    }

    /** What there is of a piece. */
    public Count of(Piece piece) {
        SheetRange sheets = piece.sheets();
        Count[] count = new Count[1];
        store.query(
                "select count(*), coalesce(sum(records), 0) from card where source_id = " + piece.source()
                        + " and part >= " + firstPart(piece)
                        + (piece.isWhole() ? "" : " and part < " + (sheets.last() + 1 << PART_BITS)),
                row -> count[0] = new Count(row.getInt(1), row.getInt(2)));
        return count[0];
    }

    /** True where all records that the run has brought are on cards, in the transaction of the thread. */
    public boolean hasRun() {
        String brought = " where source_id in (select x.id from source x where x.until_run is null and x.since_run = "
                + store.run() + ")";
        boolean[] all = new boolean[1];
        store.prepared(
                "select (select coalesce(sum(records), 0) from card" + brought
                        + "), (select coalesce(sum(records), 0) from sheaf" + brought + ")",
                1,
                "counting the records of",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        all[0] = row.next() && row.getLong(1) == row.getLong(2);
                    }
                });
        return all[0];
    }

    /** Throws away what the run has packed. */
    public void dropRun() {
        store.prepared(
                "delete from card where source_id in (select x.id from source x where x.since_run = " + store.run()
                        + ")",
                1,
                "packing the records of",
                PreparedStatement::executeUpdate);
    }
}
