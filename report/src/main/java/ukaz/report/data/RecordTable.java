package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.AwardRecord;
import ukaz.model.PersonName;
import ukaz.model.SourceRef;

/** {@code records.csv}: the normalised register. */
public final class RecordTable implements FileOutput {

    private static final List<String> TITLES = List.of(
            "id",
            "file",
            "sheet",
            "row",
            "surname",
            "givenName",
            "patronymic",
            "formerName",
            "sex",
            "birthDate",
            "deathDate",
            "citizenship",
            "nationality",
            "award",
            "ordinal",
            "decreeDate",
            "decreeNumber",
            "authority",
            "medalNumber",
            "orderOfLeninNumber",
            "certificateNumber",
            "posthumous",
            "status",
            "serviceYears",
            "person");

    private final CsvFile csv;

    public RecordTable(Path folder) throws IOException {
        this.csv = new CsvFile(folder.resolve("records.csv"), TITLES);
    }

    @Override
    public void records(List<StoredRecord> lot) throws IOException {
        for (StoredRecord record : lot) {
            add(record);
        }
    }

    private void add(StoredRecord stored) throws IOException {
        AwardRecord record = stored.record();
        SourceRef at = record.at();
        PersonName name = record.name();
        csv.add(record.id())
                .add(at.file())
                .add(at.sheet())
                .addPlain(at.row())
                .add(name.surname())
                .add(name.givenName())
                .add(name.patronymic())
                .add(name.formerName())
                .add(record.sex() == null ? null : record.sex().key())
                .add(RecordValues.date(record.birthDate()))
                .add(RecordValues.date(record.deathDate()))
                .add(record.citizenship())
                .add(record.nationality())
                .add(record.award())
                .addPlain(record.ordinal())
                .add(RecordValues.date(record.decreeDate()))
                .add(record.decreeNumber())
                .add(record.authority())
                .add(RecordValues.number(record.medalNumber()))
                .add(RecordValues.number(record.orderOfLeninNumber()))
                .add(RecordValues.number(record.certificateNumber()))
                .addPlain(record.posthumous())
                .add(record.status().key())
                .addPlain(record.serviceYears())
                .add(stored.person())
                .endRow();
    }

    @Override
    public WrittenFile file() {
        return csv;
    }
}
