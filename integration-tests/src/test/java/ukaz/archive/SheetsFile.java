package ukaz.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import ukaz.job.InventedPeople;
import ukaz.workbook.RawPackage;

/** A workbook whose sheets are large enough to be read by several workers, though they have few rows. */
final class SheetsFile {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String[] NAMES = {"Списки", "Пояснения", "Продолжение", "Скрытый", "Пустой"};
    private static final int NOISE = 3_000_000;

    private SheetsFile() {}

    static Path write(Path file) throws IOException {
        StringBuilder tabs = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < NAMES.length; i++) {
            String state = NAMES[i].equals("Скрытый") ? " state='hidden'" : "";
            tabs.append("<sheet name='%s' sheetId='%d' r:id='s%d'%s/>".formatted(NAMES[i], i + 1, i, state));
            relations.append("<Relationship Id='s%d' Type='%s/worksheet' Target='worksheets/sheet%d.xml'/>"
                    .formatted(i, OFFICE, i));
            types.append("<Override PartName='/xl/worksheets/sheet%d.xml' ContentType='%sworksheet+xml'/>"
                    .formatted(i, TYPE));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPE + "sheet.main+xml'/>"
                            // What concerns the file as a whole is to be said once.
                            + "<Override PartName='/xl/externalLinks/link.xml' ContentType='" + TYPE
                            + "externalLink+xml'/>" + types + "</Types>");
            String relationships =
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
            part(
                    zip,
                    "_rels/.rels",
                    relationships + "<Relationship Id='r' Type='" + OFFICE
                            + "/officeDocument' Target='xl/workbook.xml'/>" + "</Relationships>");
            part(zip, "xl/_rels/workbook.xml.rels", relationships + relations + "</Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + RawPackage.MAIN + "' xmlns:r='" + OFFICE + "'><sheets>" + tabs
                            + "</sheets></workbook>");
            part(zip, "xl/externalLinks/link.xml", "<externalLink/>");
            sheet(zip, 0, conferrals(1_500, 20_000), true);
            sheet(zip, 1, row("Списки составлены по указам") + row("и проверены дважды"), false);
            sheet(zip, 2, conferrals(1_500, 21_000), true);
            sheet(zip, 3, conferrals(700, 22_400), true);
            sheet(zip, 4, "", false);
        }
        return file;
    }

    /** Breaks off the third sheet among its rows. */
    static void damage(Path file) throws IOException {
        long at;
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            at = zip.getEntry("xl/worksheets/sheet2.xml").getDataOffset() + 20_000;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write("nothing that could be inflated ".repeat(20).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String conferrals(int rows, int first) {
        StringBuilder sheet = new StringBuilder(
                row("№ п/п", "ФИО", "Дата рождения", "Награда", "Дата указа", "Кем присвоено", "Номер медали"));
        for (int i = 1; i <= rows; i++) {
            int person = first + i;
            String year = Integer.toString(person % 10 == 0 ? 1930 : 1940 + person % 50);
            sheet.append(row(
                    Integer.toString(i),
                    InventedPeople.name(person),
                    "12.03.1905",
                    person % 70 == 0 ? "орден" : "ГСТ",
                    "29.10." + year,
                    "ПВС СССР",
                    Integer.toString(person % 50 == 0 ? 7 : person)));
        }
        return sheet.append(row("Итого", Integer.toString(rows))).toString();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append(RawPackage.cell(cell));
        }
        return row.append("</row>").toString();
    }

    private static void sheet(ZipOutputStream zip, int number, String rows, boolean large) throws IOException {
        StringBuilder behind = new StringBuilder();
        if (large) {
            Random random = new Random(number);
            behind.append("<extLst>");
            for (int i = 0; i < NOISE; i++) {
                behind.append(i % 1_000 == 0 ? "<ext/>" : "").append((char) (random.nextInt(62) + '@'));
            }
            behind.append("</extLst>");
        }
        part(
                zip,
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet xmlns='" + RawPackage.MAIN + "'><sheetData>" + rows + "</sheetData>" + behind
                        + "</worksheet>");
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
