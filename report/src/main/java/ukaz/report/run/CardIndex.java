package ukaz.report.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
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
    private static final Status[] STATUSES = Status.values();

    /** The place of a source and sheet among all, to compare the order of places. */
    private final Map<String, Integer> order = new HashMap<>();

    private final List<SourceRef> sheets = new ArrayList<>();
    private final Path file;
    private final boolean withRaw;
    private final Map<List<String>, Integer> titleIds = new HashMap<>();
    private final List<List<String>> titles = new ArrayList<>();
    private final Map<String, Integer> personIds = new HashMap<>();
    private final DataOutputStream out;
    private long written;
    private int count;
    private long[] offsets = new long[1024];
    /** Number of the person of each record, from 1; 0 where there is none. */
    private int[] persons = new int[1024];

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
        persons[count] = person == null ? 0 : personIds.computeIfAbsent(person, p -> personIds.size() + 1);
        count++;
        HistoricalDate decreed = record.decreeDate();
        Integer ordinal = record.ordinal();
        out.writeInt(sheet);
        out.writeInt(at.row());
        int size = 8;
        size += text(record.id());
        size += text(record.name().display());
        size += text(record.award() == null ? "" : record.award());
        size += text(decreed == null ? "" : decreed.toString());
        size += text(person == null ? "" : person);
        out.writeByte(ordinal == null ? -1 : Math.min(ordinal, 127));
        out.writeByte(record.status().ordinal());
        size += 2;
        if (withRaw) {
            size += raw(record.raw());
        }
        written += size;
    }

    private int raw(Map<String, String> raw) throws IOException {
        List<String> keys = List.copyOf(raw.keySet());
        int id = titleIds.computeIfAbsent(keys, added -> {
            titles.add(added);
            return titles.size() - 1;
        });
        out.writeInt(id);
        int length = 0;
        List<byte[]> values = new ArrayList<>(raw.size());
        for (String value : raw.values()) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            values.add(bytes);
            length += bytes.length + 4;
        }
        out.writeInt(length);
        for (byte[] value : values) {
            out.writeInt(value.length);
            out.write(value);
        }
        return length + 8;
    }

    private int text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, 0xFFFF);
        out.writeShort(length);
        out.write(bytes, 0, length);
        return length + 2;
    }

    /** Ends the writing; the reading may begin. */
    public void complete() throws IOException {
        out.close();
    }

    public int size() {
        return count;
    }

    /** How many persons the records are of, as far as they were told apart. */
    public int persons() {
        return personIds.size();
    }

    /** The records of every person who has several, each person's in the order of the run. */
    public List<int[]> several() {
        int[] counts = new int[personIds.size() + 1];
        for (int i = 0; i < count; i++) {
            counts[persons[i]]++;
        }
        int[][] groups = new int[counts.length][];
        for (int person = 1; person < counts.length; person++) {
            if (counts[person] > 1) {
                groups[person] = new int[counts[person]];
            }
            counts[person] = 0;
        }
        for (int i = 0; i < count; i++) {
            int[] group = groups[persons[i]];
            if (group != null) {
                group[counts[persons[i]]++] = i;
            }
        }
        List<int[]> several = new ArrayList<>();
        for (int[] group : groups) {
            if (group != null) {
                several.add(group);
            }
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

    private RecordCard card(DataInputStream in, int index, int sheet, int row, boolean wanted) throws IOException {
        String id = readText(in);
        String name = readText(in);
        String award = readText(in);
        String decreed = readText(in);
        String person = readText(in);
        int ordinal = in.readByte();
        Status status = STATUSES[in.readByte()];
        List<String> columns = List.of();
        List<String> values = List.of();
        if (withRaw) {
            int titleId = in.readInt();
            int length = in.readInt();
            if (wanted) {
                columns = titles.get(titleId);
                values = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    values.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
                }
            } else {
                in.skipNBytes(length);
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

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
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
                boolean wanted = nextSheet == sheet && nextRow == number;
                RecordCard card = card(in, next, nextSheet, nextRow, wanted);
                if (wanted) {
                    row.add(card);
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

        /** The card of this number, without the row as typed. */
        public RecordCard card(int index) throws IOException {
            channel.position(offsets[index]);
            InputStream stream = Channels.newInputStream(channel);
            DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 512));
            int sheet = in.readInt();
            int row = in.readInt();
            return CardIndex.this.card(in, index, sheet, row, false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
