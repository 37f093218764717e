package ukaz.report.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.SourceRef;
import ukaz.report.out.JsonOut;
import ukaz.report.out.Utf8Out;

/** {@code records.jsonl}: every record, normalised and as typed, one to a line. */
public final class RecordLines implements FileOutput {

    /** So many parts of a lot are put into words side by side. */
    private static final int PARTS = 4;

    private final LineFile lines;

    public RecordLines(Path folder) throws IOException {
        this.lines = new LineFile(folder.resolve("records.jsonl"));
    }

    @Override
    public void records(List<StoredRecord> lot) throws IOException {
        List<byte[]> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(i -> lines(lot.subList(lot.size() * i / PARTS, lot.size() * (i + 1) / PARTS)))
                .toList();
        for (byte[] part : parts) {
            lines.put(part);
        }
    }

    private static byte[] lines(List<StoredRecord> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(records.size() << 10);
        try (JsonOut json = new JsonOut(new Utf8Out(bytes))) {
            for (StoredRecord record : records) {
                line(record, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void line(StoredRecord stored, JsonOut json) throws IOException {
        AwardRecord record = stored.record();
        SourceRef at = record.at();
        PersonName name = record.name();
        json.object()
                .put("id", record.id())
                .put("file", at.file())
                .put("sheet", at.sheet())
                .put("row", at.row())
                .put("surname", name.surname())
                .put("givenName", name.givenName())
                .put("patronymic", name.patronymic())
                .put("formerName", name.formerName())
                .put("sex", record.sex() == null ? null : record.sex().key())
                .put("birthDate", RecordValues.date(record.birthDate()))
                .put("deathDate", RecordValues.date(record.deathDate()))
                .put("citizenship", record.citizenship())
                .put("nationality", record.nationality())
                .put("award", record.award())
                .put("ordinal", record.ordinal())
                .put("decreeDate", RecordValues.date(record.decreeDate()))
                .put("decreeNumber", record.decreeNumber())
                .put("authority", record.authority())
                .put("medalNumber", RecordValues.number(record.medalNumber()))
                .put("orderOfLeninNumber", RecordValues.number(record.orderOfLeninNumber()))
                .put("certificateNumber", RecordValues.number(record.certificateNumber()))
                .put("posthumous", record.posthumous())
                .put("status", record.status().key())
                .put("serviceYears", record.serviceYears())
                .put("person", stored.person())
                .object("raw");
        for (Map.Entry<String, String> cell : record.raw().entrySet()) {
            json.putAny(cell.getKey(), cell.getValue());
        }
        json.endObject();
        stated(record, json);
        json.endObject().endLine();
    }

    /** What the source says in place of a number. */
    private static void stated(AwardRecord record, JsonOut json) throws IOException {
        boolean begun = stated(json, false, record.cell(Field.MEDAL_NUMBER), Field.MEDAL_NUMBER, record.medalNumber());
        begun = stated(
                json,
                begun,
                record.cell(Field.ORDER_OF_LENIN_NUMBER),
                Field.ORDER_OF_LENIN_NUMBER,
                record.orderOfLeninNumber());
        begun = stated(
                json,
                begun,
                record.cell(Field.CERTIFICATE_NUMBER),
                Field.CERTIFICATE_NUMBER,
                record.certificateNumber());
        if (begun) {
            json.endObject();
        }
    }

    private static boolean stated(
            JsonOut json, boolean begun, @Nullable Cell cell, Field field, @Nullable InsigniaNumber number)
            throws IOException {
        if (cell == null || number == null || number.isNumbered()) {
            return begun;
        }
        if (!begun) {
            json.object("stated");
        }
        json.put(field.key(), cell.text());
        return true;
    }

    @Override
    public WrittenFile file() {
        return lines;
    }
}
