package ukaz.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Outputs;

/** Memory does not grow with the rows. */
class LargeWorkbookIT {

    private static final int ROWS = 300_000;

    @TempDir
    private Path work;

    @Test
    @Timeout(900)
    void three_hundred_thousand_rows_pass_through_256_megabytes() throws Exception {
        Path list = work.resolve("list.xlsx");
        write(list);
        Path out = work.resolve("out");

        int exitCode = ChildProcess.run(
                "256m",
                work.resolve("log"),
                "check",
                list,
                "--out",
                out,
                "--format",
                "xlsx,html,jsonl,csv",
                "--no-progress",
                "--fail-on",
                "never");

        assertThat(exitCode).isZero();
        var summary = new Outputs(out).summary();
        var rows = Outputs.counts(summary, "rows");
        assertThat(summary.get("records")).isEqualTo((long) ROWS);
        assertThat(rows.get("records")).isEqualTo(ROWS);
        assertThat(rows.get("read")).isEqualTo(ROWS + 1L);
        try (var lines = Files.lines(out.resolve("records.jsonl"))) {
            assertThat(lines.count()).isEqualTo(ROWS);
        }
        assertThat(out.resolve("report.xlsx")).exists();
    }

    /** Written row by row: a model of it would not fit here either. */
    private static void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
                            + "</Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                            + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>"
                            + "</Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                            + "<sheets><sheet name='Лист1' sheetId='1' r:id='r1'/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                            + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>"
                            + "</Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
            out.write("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>");
            row(
                    out,
                    1,
                    List.of("№ п/п", "ФИО", "Дата рождения", "Гражданство", "Награда", "Дата указа", "Кем присвоено"));
            for (int i = 1; i <= ROWS; i++) {
                String year = Integer.toString(i % 20 == 0 ? 1930 : 1940 + i % 50);
                row(
                        out,
                        i + 1,
                        List.of(
                                Integer.toString(i),
                                InventedPeople.name(i),
                                "12.03." + (1880 + i % 30),
                                "СССР",
                                "ГСТ",
                                "29.10." + year,
                                "ПВС СССР"));
            }
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    private static void row(BufferedWriter out, int number, List<String> cells) throws IOException {
        out.write("<row r='" + number + "'>");
        for (int i = 0; i < cells.size(); i++) {
            out.write(
                    "<c r='" + (char) ('A' + i) + number + "' t='inlineStr'><is><t>" + cells.get(i) + "</t></is></c>");
        }
        out.write("</row>");
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
