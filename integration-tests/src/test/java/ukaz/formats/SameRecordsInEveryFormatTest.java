package ukaz.formats;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.ingest.normalise.record.Assembled;
import ukaz.ingest.normalise.record.RecordAssembler;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.Sources;
import ukaz.ingest.table.RowKind;
import ukaz.ingest.table.Table;
import ukaz.ingest.table.TableReader;
import ukaz.ingest.table.TableRow;
import ukaz.model.AwardRecord;
import ukaz.workbook.OdsFile;
import ukaz.workbook.XlsbFile;

/** Two hundred records are the same two hundred, however they were written down. */
class SameRecordsInEveryFormatTest {

    private static final List<Conferral> CONFERRALS = Conferral.twoHundred();
    private static final LocalDate FIRST_OF_EXCEL = LocalDate.of(1900, 3, 1);

    private static List<String> expected;

    @TempDir
    private Path folder;

    /** A way to write a table. */
    private interface Writer {

        void write(List<List<Object>> rows, Path file) throws IOException;
    }

    /** What a record says, in one line; not where it stands, nor what else its row has. */
    private static String said(AwardRecord of) {
        return String.join(
                " | ",
                Stream.of(
                                of.name(),
                                of.birthDate(),
                                of.deathDate(),
                                of.award(),
                                of.ordinal(),
                                of.decreeDate(),
                                of.decreeNumber(),
                                of.authority(),
                                of.medalNumber(),
                                of.orderOfLeninNumber(),
                                of.posthumous(),
                                of.status())
                        .map(String::valueOf)
                        .toList());
    }

    private static List<AwardRecord> records(Path file) throws IOException {
        List<AwardRecord> records = new ArrayList<>();
        try (var workbook = Sources.open(file, "list", OpenOptions.DEFAULT)) {
            TableReader tables = new TableReader(workbook, "list");
            RecordAssembler assembler = new RecordAssembler("list", "0", LocalDate.of(2026, 1, 15));
            double share = 0;
            for (TableRow row = tables.next(); row != null; row = tables.next()) {
                assertThat(workbook.share()).isBetween(share, 1.0);
                share = workbook.share();
                Table table = row.table();
                if (row.kind() == RowKind.RECORD && table != null) {
                    Assembled assembled = assembler.assemble(table, row.row());
                    assertThat(assembled.faults()).as(row.row().toString()).isEmpty();
                    records.addAll(assembled.records());
                }
            }
            assertThat(workbook.share()).isBetween(0.9, 1.0);
        }
        return records;
    }

    private static List<String> said(Path file) throws IOException {
        return records(file).stream()
                .map(SameRecordsInEveryFormatTest::said)
                .sorted()
                .toList();
    }

    @BeforeAll
    static void read_a_plain_list(@TempDir Path folder) throws IOException {
        Path plain = folder.resolve("expected.csv");
        text(StandardCharsets.UTF_8, ';').write(ConferralTable.LONG_RUSSIAN.rows(CONFERRALS, false), plain);
        expected = said(plain);
    }

    @Test
    void the_records_are_those_of_the_list() throws IOException {
        Path plain = folder.resolve("list.csv");
        text(StandardCharsets.UTF_8, ';').write(ConferralTable.LONG_RUSSIAN.rows(CONFERRALS, false), plain);

        List<AwardRecord> records = records(plain);

        assertThat(records).hasSize(200);
        for (int i = 0; i < records.size(); i++) {
            AwardRecord record = records.get(i);
            Conferral conferral = CONFERRALS.get(i);
            assertThat(record.name().display()).isNotBlank();
            assertThat(List.of(
                            Objects.toString(record.birthDate(), ""),
                            Objects.toString(record.deathDate(), ""),
                            Objects.toString(record.award(), ""),
                            Objects.toString(record.ordinal(), ""),
                            Objects.toString(record.decreeDate(), ""),
                            Objects.toString(record.authority(), ""),
                            Objects.toString(record.medalNumber(), "0"),
                            Objects.toString(record.orderOfLeninNumber(), "0")))
                    .as(conferral.name())
                    .containsExactly(
                            // of both styles the new one, as the tests of dates prove
                            conferral.birth().length() > 10 ? record.birthDate().toString() : conferral.birth(),
                            conferral.death(),
                            conferral.award(),
                            Integer.toString(conferral.ordinal()),
                            conferral.decree(),
                            conferral.authority(),
                            Integer.toString(conferral.medal()),
                            Integer.toString(conferral.order()));
        }
    }

    static Stream<Arguments> spreadsheets() {
        return Stream.of(ConferralTable.values())
                .flatMap(table -> Stream.of(
                        Arguments.of("xlsx", table, (Writer) (rows, file) -> poi(new XSSFWorkbook(), rows, file)),
                        Arguments.of("xlsm", table, (Writer)
                                (rows, file) -> poi(new XSSFWorkbook(XSSFWorkbookType.XLSM), rows, file)),
                        Arguments.of("xls", table, (Writer) (rows, file) -> poi(new HSSFWorkbook(), rows, file)),
                        Arguments.of("xlsb", table, (Writer) XlsbFile::write),
                        Arguments.of("ods", table, (Writer) OdsFile::write)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("spreadsheets")
    void spreadsheets_give_the_same_records(String format, ConferralTable table, Writer writer) throws IOException {
        Path file = folder.resolve("list." + format);
        writer.write(table.rows(CONFERRALS, true), file);

        try (var workbook = Sources.open(file, "list", OpenOptions.DEFAULT)) {
            assertThat(workbook.format()).isEqualTo(format);
        }
        assertThat(said(file)).containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> texts() {
        return Stream.of("UTF-8", "UTF-8 BOM", "UTF-16LE BOM", "windows-1251", "KOI8-R", "IBM866")
                .flatMap(encoding -> Stream.of(";", ",", "\t")
                        .flatMap(delimiter -> Stream.of(ConferralTable.values())
                                .map(table -> Arguments.of(encoding, delimiter, table))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("texts")
    void texts_give_the_same_records(String encoding, String delimiter, ConferralTable table) throws IOException {
        Path file = folder.resolve("list.txt");
        Charset charset = Charset.forName(encoding.replace(" BOM", ""));
        List<List<Object>> rows = table.rows(CONFERRALS, false);
        if (encoding.endsWith("BOM")) {
            rows.get(0).set(0, "\uFEFF" + rows.get(0).get(0));
        }
        text(charset, delimiter.charAt(0)).write(rows, file);

        assertThat(said(file)).containsExactlyElementsOf(expected);
    }

    private static Writer text(Charset charset, char delimiter) {
        return (rows, file) -> {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
                rows.forEach(row ->
                        csv.writeRecord(row.stream().map(Object::toString).toList()));
            }
            // what an old encoding lacks was never typed in it
            String typed = charset.newEncoder().canEncode('№')
                    ? text.toString()
                    : text.toString().replace("№", "N");
            Files.write(file, typed.getBytes(charset));
        };
    }

    /** Excel has no dates before March 1900 that could be trusted, so people type them. */
    private static void poi(Workbook workbook, List<List<Object>> rows, Path file) throws IOException {
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat((short) 14);
        Sheet sheet = workbook.createSheet("Лист1");
        for (List<Object> values : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int column = 0; column < values.size(); column++) {
                Object value = values.get(column);
                Cell cell = value.equals("") ? null : row.createCell(column);
                if (cell == null) {
                    continue;
                } else if (value instanceof LocalDate day && !day.isBefore(FIRST_OF_EXCEL)) {
                    cell.setCellValue(day);
                    cell.setCellStyle(date);
                } else if (value instanceof Integer number) {
                    cell.setCellValue(number);
                } else {
                    cell.setCellValue(value.toString());
                }
            }
        }
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
