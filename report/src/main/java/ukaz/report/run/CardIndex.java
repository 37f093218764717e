package ukaz.report.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.AwardRecord;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.PersonId;
import ukaz.model.SourceRef;
import ukaz.model.Status;

/**
 * The cards of all records of a run, in a file, since there may be more than memory holds.
 *
 * <p>Written once in the order of source, sheet and row; then read along with findings, which come in the same order, or
 * person by person. Not thread-safe.
 */
public final class CardIndex implements Closeable {

    private static final int BUFFER = 1 << 18;
    /** Sheet, row and length of a card. */
    private static final int HEAD = 3 * Integer.BYTES;

    private static final Status[] STATUSES = Status.values();

    /** The place of a source and sheet among all, to compare the order of places. */
    private final Map<String, Integer> order = new HashMap<>();

    private final List<SourceRef> sheets = new ArrayList<>();
    private final Path file;
    private final boolean withRaw;
    private final Map<List<String>, Integer> titleIds = new HashMap<>();
    private final List<List<String>> titles = new ArrayList<>();
    private final DataOutputStream out;
    private final Block block = new Block(new byte[1024]);
    private List<String> lastTitles = List.of();
    private long written;
    private int count;
    private long[] offsets = new long[1024];
    /** The key of the person of each record; 0 where there is none. */
    private long[] persons = new long[1024];

    private int personCount;

    /** @param withRaw true to keep the rows as typed too */
    public CardIndex(Path file, List<SourceSummary> sources, boolean withRaw) throws IOException {
        this.file = file;
        this.withRaw = withRaw;
        for (SourceSummary source : sources) {
            for (SheetSummary sheet : source.sheets()) {
                order.putIfAbsent(key(source.path(), sheet.name()), sheets.size());
                sheets.add(SourceRef.sheet(source.path(), sheet.name()));
            }
        }
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    private static String key(String path, @Nullable String sheet) {
        return path + '\0' + (sheet == null ? "" : sheet);
    }

    /** Adds the next record of the run. */
    public void add(StoredRecord stored) throws IOException {
        AwardRecord record = stored.record();
        SourceRef at = record.at();
        Integer sheet = order.get(key(at.file(), at.sheet()));
        if (sheet == null) {
            throw new IllegalStateException("a record of a sheet that was not read: " + at);
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            persons = Arrays.copyOf(persons, count * 2);
        }
        offsets[count] = written;
        String person = stored.person();
        persons[count] = person == null ? 0 : key(person);
        count++;
        HistoricalDate decreed = record.decreeDate();
        Integer ordinal = record.ordinal();
        block.clear();
        block.text(record.id());
        block.text(record.name().display());
        block.text(record.award() == null ? "" : record.award());
        block.text(decreed == null ? "" : decreed.toString());
        block.text(person == null ? "" : person);
        block.number(ordinal == null ? 0 : Math.min(Math.max(ordinal, 0), 126) + 1);
        block.number(record.status().ordinal());
        if (withRaw) {
            raw(record.raw());
        }
        out.writeInt(sheet);
        out.writeInt(at.row());
        out.writeInt(block.length());
        block.writeTo(out);
        written += HEAD + block.length();
    }

    private void raw(Map<String, String> raw) {
        List<String> keys = lastTitles;
        if (!sameKeys(keys, raw)) {
            keys = List.copyOf(raw.keySet());
            lastTitles = keys;
        }
        block.number(titleIds.computeIfAbsent(keys, added -> {
            titles.add(added);
            return titles.size() - 1;
        }));
        for (String value : raw.values()) {
            block.text(value);
        }
    }

    private static boolean sameKeys(List<String> keys, Map<String, String> raw) {
        if (keys.size() != raw.size()) {
            return false;
        }
        int i = 0;
        for (String key : raw.keySet()) {
            if (!key.equals(keys.get(i++))) {
                return false;
            }
        }
        return true;
    }

    private static long key(String person) {
        // "p-" and the digits of a key
        long key = PersonId.key(person.length() > 2 ? person.substring(2) : person);
        return key == 0 ? 1 : key;
    }

    /** Ends the writing; the reading may begin. */
    public void complete() throws IOException {
        out.close();
        long[] sorted = sorted();
        for (int i = 0; i < sorted.length; i++) {
            personCount += sorted[i] != 0 && (i == 0 || sorted[i] != sorted[i - 1]) ? 1 : 0;
        }
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(persons, count);
        Arrays.sort(sorted);
        return sorted;
    }

    public int size() {
        return count;
    }

    /** How many persons the records are of, as far as they were told apart; known once the writing has ended. */
    public int persons() {
        return personCount;
    }

    /** The records of every person who has several, each person's in the order of the run, persons in that of their first. */
    public List<int[]> several() {
        long[] sorted = sorted();
        // the keys that come again, each once
        int keys = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && sorted[i] != 0 && (keys == 0 || sorted[keys - 1] != sorted[i])) {
                sorted[keys++] = sorted[i];
            }
        }
        int[] counts = new int[keys];
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = Arrays.binarySearch(sorted, 0, keys, persons[i]);
            if (places[i] >= 0) {
                counts[places[i]]++;
            }
        }
        List<int[]> several = new ArrayList<>(keys);
        int[] @Nullable [] groups = new int[keys][];
        for (int i = 0; i < count; i++) {
            int place = places[i];
            if (place < 0) {
                continue;
            }
            int[] group = groups[place];
            if (group == null) {
                group = new int[counts[place]];
                groups[place] = group;
                counts[place] = 0;
                several.add(group);
            }
            group[counts[place]++] = i;
        }
        return several;
    }

    /** Starts reading along with findings. */
    public Cursor cursor() throws IOException {
        return new Cursor(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
    }

    /** Reads single cards, in any order. */
    public Reader reader() throws IOException {
        return new Reader(Files.newByteChannel(file));
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(file);
        }
    }

    private RecordCard card(Block in, int index, int sheet, int row) {
        String id = in.text();
        String name = in.text();
        String award = in.text();
        String decreed = in.text();
        String person = in.text();
        int ordinal = in.number() - 1;
        Status status = STATUSES[in.number()];
        List<String> columns = List.of();
        List<String> values = List.of();
        if (withRaw) {
            columns = titles.get(in.number());
            values = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                values.add(in.text());
            }
        }
        SourceRef tab = sheets.get(sheet);
        return new RecordCard(
                index,
                new SourceRef(tab.file(), tab.sheet(), row, -1),
                id,
                name,
                award.isEmpty() ? null : award,
                ordinal < 0 ? null : ordinal,
                decreed.isEmpty() ? null : decreed,
                status,
                person.isEmpty() ? null : person,
                columns,
                values);
    }

    /** Goes forward through the cards, as findings do through their records. */
    public final class Cursor implements Closeable {

        private final DataInputStream in;
        private final List<RecordCard> row = new ArrayList<>();
        private int rowSheet = -1;
        private int rowNumber = -1;
        private int nextSheet;
        private int nextRow;
        private int next;

        private Cursor(DataInputStream in) throws IOException {
            this.in = in;
            readHead();
        }

        /** The card of the record the finding is about; null where it is about none. */
        public @Nullable RecordCard of(Finding finding) throws IOException {
            SourceRef at = finding.fault().at();
            if (at.row() == 0 || finding.recordId().isEmpty()) {
                return null;
            }
            Integer sheet = order.get(key(at.file(), at.sheet()));
            if (sheet == null) {
                return null;
            }
            if (sheet != rowSheet || at.row() != rowNumber) {
                goTo(sheet, at.row());
            }
            for (RecordCard card : row) {
                if (card.id().equals(finding.recordId())) {
                    return card;
                }
            }
            return null;
        }

        private void goTo(int sheet, int number) throws IOException {
            row.clear();
            rowSheet = sheet;
            rowNumber = number;
            while (next < count && (nextSheet < sheet || nextSheet == sheet && nextRow <= number)) {
                int length = in.readInt();
                if (nextSheet == sheet && nextRow == number) {
                    row.add(card(new Block(in.readNBytes(length)), next, nextSheet, nextRow));
                } else {
                    in.skipNBytes(length);
                }
                next++;
                readHead();
            }
        }

        private void readHead() throws IOException {
            if (next < count) {
                nextSheet = in.readInt();
                nextRow = in.readInt();
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Fetches cards by their number. */
    public final class Reader implements Closeable {

        private final SeekableByteChannel channel;

        private Reader(SeekableByteChannel channel) {
            this.channel = channel;
        }

        /** The card of this number. */
        public RecordCard card(int index) throws IOException {
            channel.position(offsets[index]);
            InputStream stream = Channels.newInputStream(channel);
            DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 512));
            int sheet = in.readInt();
            int row = in.readInt();
            return CardIndex.this.card(new Block(in.readNBytes(in.readInt())), index, sheet, row);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Texts and small numbers as bytes: a length and a character take one byte or two, rarely three. */
    private static final class Block {

        private byte[] bytes;
        private int at;

        Block(byte[] bytes) {
            this.bytes = bytes;
        }

        void clear() {
            at = 0;
        }

        int length() {
            return at;
        }

        void writeTo(OutputStream out) throws IOException {
            out.write(bytes, 0, at);
        }

        void number(int number) {
            room(5);
            int rest = number;
            while (rest >= 0x80) {
                bytes[at++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[at++] = (byte) rest;
        }

        void text(String text) {
            int size = text.length();
            number(size);
            room(3 * size);
            for (int i = 0; i < size; i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    bytes[at++] = (byte) c;
                } else if (c < 0x800) {
                    bytes[at++] = (byte) (0xC0 | c >> 6);
                    bytes[at++] = (byte) (0x80 | c & 0x3F);
                } else {
                    bytes[at++] = (byte) (0xE0 | c >> 12);
                    bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                    bytes[at++] = (byte) (0x80 | c & 0x3F);
                }
            }
        }

        private void room(int more) {
            if (bytes.length - at < more) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
            }
        }

        int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                number |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }

        String text() {
            char[] chars = new char[number()];
            for (int i = 0; i < chars.length; i++) {
                int first = bytes[at++];
                if (first >= 0) {
                    chars[i] = (char) first;
                } else if ((first & 0xE0) == 0xC0) {
                    chars[i] = (char) ((first & 0x1F) << 6 | bytes[at++] & 0x3F);
                } else {
                    chars[i] = (char) ((first & 0xF) << 12 | (bytes[at++] & 0x3F) << 6 | bytes[at++] & 0x3F);
                }
            }
            return new String(chars);
        }
    }
}
