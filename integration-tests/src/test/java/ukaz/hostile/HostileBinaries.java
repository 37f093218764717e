package ukaz.hostile;

import static ukaz.hostile.Office.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import ukaz.hostile.HostileFile.Corpus;
import ukaz.workbook.XlsbFile;

/** Old workbooks, and new ones of binary records. */
final class HostileBinaries {

    private static final List<List<String>> TABLE =
            List.of(List.of("ФИО", "Награда", "Дата указа"), List.of("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949"));
    private static final String SHEET = "xl/worksheets/sheet1.bin";

    private final Corpus corpus = new Corpus();

    private HostileBinaries() {}

    static List<HostileFile> files(Path work) throws IOException, GeneralSecurityException {
        HostileBinaries binaries = new HostileBinaries();
        binaries.containers();
        binaries.records();
        binaries.locked();
        binaries.xlsb(work);
        return binaries.corpus.files();
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Лист1");
            for (List<String> values : TABLE) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String value : values) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** Bytes of the sound workbook from this place on. */
    private void patched(String name, int at, long value, int width, String words) throws IOException {
        byte[] bytes = xls();
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
        corpus.unreadable(name + ".xls", bytes, words);
    }

    private void containers() throws IOException {
        byte[] sound = xls();
        for (int percent : new int[] {5, 20, 50, 80}) {
            corpus.unreadable(
                    "truncated-at-" + percent + ".xls", Arrays.copyOf(sound, sound.length * percent / 100), "");
        }
        corpus.unreadable("header-only.xls", Arrays.copyOf(sound, 512), "damaged");
        patched("sectors-of-2-to-the-31", 30, 31, 2, "damaged");
        patched("sectors-of-nothing", 30, 0, 2, "damaged");
        patched("tables-without-end", 44, 0x7FFFFFFF, 4, "damaged");
        patched("directory-nowhere", 48, 0x7FFFFFF0, 4, "damaged");
        patched("directory-is-the-table", 48, 1, 4, "");
        patched("small-table-nowhere", 60, 0x00FFFFFF, 4, "");
        patched("more-tables-without-end", 72, 0x7FFFFFFF, 4, "");
        int table = 512 + 512 * (int) number(sound, 76);
        byte[] circle = sound.clone();
        for (int sector = 0; sector < 100; sector++) {
            put(circle, table + 4 * sector, sector, 4);
        }
        corpus.unreadable("sectors-in-a-circle.xls", circle, "damaged");
        int directory = 512 + 512 * (int) number(sound, 48);
        byte[] tree = sound.clone();
        for (int entry = 0; entry < 4; entry++) {
            put(tree, directory + 128 * entry + 68, entry, 4);
            put(tree, directory + 128 * entry + 72, entry, 4);
            put(tree, directory + 128 * entry + 76, entry, 4);
        }
        corpus.unreadable("tree-in-a-circle.xls", tree, "damaged");
        byte[] huge = sound.clone();
        put(huge, directory + 128 + 120, 0x7FFFFFFFL, 4);
        corpus.unreadable("stream-of-two-gigabytes.xls", huge, "");
        corpus.unsupported("letter.xls", container(Map.of("WordDocument", new byte[5_000])), ".doc");
        corpus.unsupported("installer.xls", container(Map.of("Evil", new byte[5_000])), "OLE2");
        corpus.unreadable("workbook-of-nothing.xls", container(Map.of("Workbook", new byte[0])), "");
        corpus.unreadable("workbook-of-noise.xls", container(Map.of("Workbook", noise(20_000))), "");
        corpus.harmless("named-wrongly.xls", Office.sheet(Office.rows("<c><v>77</v></c>")));
        corpus.harmless("named-wrongly.xlsx", Arrays.copyOf(xls(), xls().length + 512));
        corpus.encrypted(
                "package-of-noise.xlsx",
                container(Map.of("EncryptedPackage", noise(9_000), "EncryptionInfo", noise(300))));
        corpus.unreadable("package-of-nothing.xlsx", container(Map.of("EncryptedPackage", noise(9_000))), "");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] container(Map<String, byte[]> streams) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
                container.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static long number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static void put(byte[] bytes, int at, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }

    /** What becomes of the first record of that number. */
    private interface Change {

        void of(byte[] stream, int at);
    }

    private void changed(String name, int record, Change change, String words) throws IOException {
        corpus.unreadable(name + ".xls", changed(record, change), words);
    }

    private void harmless(String name, int record, Change change) throws IOException {
        corpus.harmless(name + ".xls", changed(record, change));
    }

    private static byte[] changed(int record, Change change) throws IOException {
        byte[] stream;
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(xls()))) {
            stream = container.createDocumentInputStream("Workbook").readAllBytes();
        }
        int at = 0;
        while ((number(stream, at) & 0xFFFF) != record) {
            at += 4 + (int) (number(stream, at) >>> 16);
        }
        change.of(stream, at);
        return container(Map.of("Workbook", stream));
    }

    private void records() throws IOException {
        changed("first-record-of-64-kilobytes", 0x0809, (stream, at) -> put(stream, at + 2, 0xFFFF, 2), "");
        harmless("version-unheard-of", 0x0809, (stream, at) -> put(stream, at + 4, 0x7777, 2));
        harmless("sheet-nowhere", 0x0085, (stream, at) -> put(stream, at + 4, 0x7FFFFFF0L, 4));
        harmless("sheet-is-the-workbook", 0x0085, (stream, at) -> put(stream, at + 4, 0, 4));
        changed("sheet-name-too-long", 0x0085, (stream, at) -> put(stream, at + 10, 0xFF, 1), "");
        changed("two-thousand-million-texts", 0x00FC, (stream, at) -> put(stream, at + 8, 0x7FFFFFFFL, 4), "");
        changed("text-longer-than-the-file", 0x00FC, (stream, at) -> put(stream, at + 12, 0xFFFF, 2), "");
        changed("text-of-many-runs", 0x00FC, (stream, at) -> put(stream, at + 14, 0x0C, 1), "");
        changed("cell-of-no-text", 0x00FD, (stream, at) -> put(stream, at + 10, 0x7FFFFFFFL, 4), "");
        changed("record-of-no-length", 0x00FD, (stream, at) -> put(stream, at + 2, 0, 2), "");
        corpus.encrypted("password-of-noise.xls", changed(0x0042, (stream, at) -> put(stream, at, 0x002F, 2)));
    }

    private void locked() throws IOException, GeneralSecurityException {
        for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("ключ");
            try (POIFSFileSystem container = new POIFSFileSystem();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                try (OutputStream in = encryptor.getDataStream(container)) {
                    in.write(Office.sheet(Office.rows("")));
                }
                container.writeFilesystem(out);
                corpus.encrypted("locked-" + mode + ".xlsx", out.toByteArray());
                if (mode == EncryptionMode.agile) {
                    byte[] slow = out.toByteArray();
                    int at = new String(slow, StandardCharsets.ISO_8859_1).indexOf("spinCount=\"100000\"");
                    byte[] spins = utf8("spinCount=\"999999\"");
                    System.arraycopy(spins, 0, slow, at, spins.length);
                    corpus.encrypted("locked-and-slow.xlsx", slow);
                }
            }
        }
        Biff8EncryptionKey.setCurrentUserPassword("ключ");
        try {
            corpus.encrypted("locked.xls", xls());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private void xlsb(Path work) throws IOException {
        Path file = work.resolve("sound.xlsb");
        XlsbFile.write(TABLE, file);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        byte[] sheet = parts.get(SHEET);
        corpus.unreadable("sheet-cut.xlsb", with(parts, SHEET, Arrays.copyOf(sheet, sheet.length / 2)), "");
        corpus.unreadable("sheet-of-no-bytes.xlsb", with(parts, SHEET, new byte[0]), "ends before its end");
        corpus.unreadable("sheet-without-a-place-for-rows.xlsb", with(parts, SHEET, bytes(0x81, 0x01, 0x00)), "");
        for (String kind : List.of("chartsheet", "dialogsheet", "noise")) {
            corpus.harmless(
                    "sheet-said-to-be-" + kind + ".xlsb",
                    with(
                            parts,
                            "xl/_rels/workbook.bin.rels",
                            utf8(Office.relations(Office.relation("r0", kind, "worksheets/sheet1.bin", "")))));
        }
        corpus.unreadable(
                "sheet-of-nobody.xlsb", with(parts, "xl/_rels/workbook.bin.rels", utf8(Office.relations(""))), "");
        byte[] twice = Arrays.copyOf(sheet, 2 * sheet.length);
        System.arraycopy(sheet, 0, twice, sheet.length, sheet.length);
        corpus.unreadable("second-place-for-rows.xlsb", with(parts, SHEET, twice), "damaged");
        corpus.unreadable("sheet-of-noise.xlsb", with(parts, SHEET, noise(10_000)), "");
        corpus.tooLarge("number-without-end.xlsb", with(parts, SHEET, filled(10_000, 0xFF)), "--max-cell-chars");
        corpus.tooLarge(
                "length-without-end.xlsb",
                with(parts, SHEET, bytes(0x81, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)),
                "--max-cell-chars");
        corpus.tooLarge(
                "record-of-128-megabytes.xlsb",
                with(parts, SHEET, bytes(0x81, 0x01, 0xFF, 0xFF, 0xFF, 0x3F)),
                "--max-cell-chars");
        corpus.unreadable("text-of-four-gigabytes.xlsb", with(parts, SHEET, patched(sheet, 6, 0xFFFFFFF0L)), "damaged");
        corpus.unreadable("row-two-thousand-million.xlsb", with(parts, SHEET, row(sheet, 0x7FFFFFFE)), "damaged");
        corpus.tooLarge("workbook-of-noise.xlsb", with(parts, "xl/workbook.bin", noise(5_000)), "--max-cell-chars");
        corpus.unreadable("workbook-of-nothing.xlsb", with(parts, "xl/workbook.bin", new byte[0]), "");
        corpus.tooLarge("styles-of-noise.xlsb", with(parts, "xl/styles.bin", noise(5_000)), "--max-cell-chars");
        Map<String, byte[]> strings = new LinkedHashMap<>(parts);
        strings.put(
                "xl/_rels/workbook.bin.rels",
                utf8(Office.relations(
                        Office.relation("r0", "worksheet", "worksheets/sheet1.bin", ""),
                        Office.relation("r1", "sharedStrings", "sharedStrings.bin", ""))));
        strings.put("xl/sharedStrings.bin", bytes(0x9F, 0x01, 0x08, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F));
        corpus.harmless("two-thousand-million-texts.xlsb", RawZip.of(strings).bytes());
        corpus.unreadable("cut.xlsb", Arrays.copyOf(RawZip.of(parts).bytes(), 600), "ends before its end");
    }

    private static byte[] with(Map<String, byte[]> parts, String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(name, content);
        return RawZip.of(changed).bytes();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** The first text of the sheet with another length. */
    private static byte[] patched(byte[] sheet, int record, long length) {
        byte[] changed = sheet.clone();
        int at = 0;
        while (changed[at] != record || changed[at + 2] != 0) {
            at++;
        }
        put(changed, at + 10, length, 4);
        return changed;
    }

    /** The sheet with another number of its first row, whose record is the only one of 21 bytes. */
    private static byte[] row(byte[] sheet, int number) {
        byte[] changed = sheet.clone();
        int at = 0;
        while (changed[at] != 0 || changed[at + 1] != 17 && changed[at + 1] != 21) {
            at++;
        }
        put(changed, at + 2, number, 4);
        return changed;
    }
}
