package ukaz.report.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** The register as it was understood, one conferral to a row. */
final class RecordSheet implements Closeable {

    private static final Field[] FIELDS = {
        Field.SURNAME,
        Field.GIVEN_NAME,
        Field.PATRONYMIC,
        Field.FORMER_NAME,
        Field.SEX,
        Field.BIRTH_DATE,
        Field.DEATH_DATE,
        Field.CITIZENSHIP,
        Field.NATIONALITY,
        Field.AWARD,
        Field.ORDINAL,
        Field.DECREE_DATE,
        Field.DECREE_NUMBER,
        Field.AUTHORITY,
        Field.MEDAL_NUMBER,
        Field.ORDER_OF_LENIN_NUMBER,
        Field.CERTIFICATE_NUMBER,
        Field.POSTHUMOUS,
        Field.STATUS,
        Field.SERVICE_YEARS
    };
    private static final int[] WIDTHS = {18, 14, 18, 14, 11, 12, 12, 15, 16, 32, 10, 12, 12, 22, 12, 14, 12, 12, 15, 14
    };

    private final Wording wording;
    private final SourceLinks links;
    private final TableSheet sheet;

    RecordSheet(XlsxFile file, int position, Wording wording, SourceLinks links) throws IOException {
        this.wording = wording;
        this.links = links;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < FIELDS.length; i++) {
            columns.add(Column.of(wording.field(FIELDS[i]), WIDTHS[i]));
        }
        columns.add(Column.of(wording.text("col-file"), 36));
        columns.add(Column.of(wording.text("col-sheet"), 20));
        columns.add(Column.of(wording.text("col-row"), 8));
        columns.add(Column.of(wording.text("col-person-group"), 18));
        columns.add(Column.hidden(wording.text("col-record")));
        this.sheet = file.table(
                position,
                new TableSpec(
                        wording.text("sheet-records"),
                        "Records",
                        "22313F",
                        2,
                        FIELDS.length,
                        columns,
                        List.of(),
                        wording.text("none-records"),
                        wording.text("continued", "%s")));
    }

    void add(StoredRecord stored) throws IOException {
        AwardRecord record = stored.record();
        PersonName name = record.name();
        SourceRef at = record.at();
        Cells row = sheet.row();
        row.shared(text(name.surname()), Look.WRAPPED);
        row.shared(text(name.givenName()), Look.WRAPPED);
        row.shared(text(name.patronymic()), Look.WRAPPED);
        row.shared(text(name.formerName()), Look.WRAPPED);
        row.shared(
                record.sex() == null
                        ? ""
                        : wording.term(Term.Kind.SEX, record.sex().key()),
                Look.PLAIN);
        row.text(date(record.birthDate()), Look.PLAIN);
        row.text(date(record.deathDate()), Look.PLAIN);
        row.shared(code(Term.Kind.STATE, record.citizenship()), Look.PLAIN);
        row.shared(text(record.nationality()), Look.PLAIN);
        row.shared(wording.award(record.award()), Look.PLAIN);
        number(row, record.ordinal());
        row.text(date(record.decreeDate()), Look.PLAIN);
        row.shared(text(record.decreeNumber()), Look.PLAIN);
        row.shared(wording.authorityShort(record.authority()), Look.WRAPPED);
        row.text(number(record, Field.MEDAL_NUMBER, record.medalNumber()), Look.PLAIN);
        row.text(number(record, Field.ORDER_OF_LENIN_NUMBER, record.orderOfLeninNumber()), Look.PLAIN);
        row.text(number(record, Field.CERTIFICATE_NUMBER, record.certificateNumber()), Look.PLAIN);
        Boolean posthumous = record.posthumous();
        row.shared(posthumous == null ? "" : wording.text(posthumous ? "yes" : "no"), Look.PLAIN);
        row.shared(wording.term(Term.Kind.STATUS, record.status().key()), Look.PLAIN);
        number(row, record.serviceYears());
        row.shared(at.file(), Look.WRAPPED);
        row.shared(SourceLinks.tab(at), Look.WRAPPED);
        links.put(row, at);
        row.text(text(stored.person()), Look.FAINT);
        row.text(record.id(), Look.FAINT);
        sheet.endRow();
    }

    private String code(Term.Kind kind, @Nullable String code) {
        return code == null ? "" : wording.term(kind, code);
    }

    private static void number(Cells row, @Nullable Integer number) throws IOException {
        if (number == null) {
            row.skip(1);
        } else {
            row.number(number, Look.COUNT);
        }
    }

    /** The number, or what the source says in place of one. */
    private static String number(AwardRecord record, Field field, @Nullable InsigniaNumber number) {
        if (number == null) {
            return "";
        }
        if (number.isNumbered()) {
            return number.toString();
        }
        var cell = record.cell(field);
        return cell == null ? "" : cell.text().strip();
    }

    private static String date(@Nullable HistoricalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    int parts() {
        return sheet.parts();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
