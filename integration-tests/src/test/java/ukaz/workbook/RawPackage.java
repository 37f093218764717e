package ukaz.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Workbooks put together by hand, with what no program would write into them. */
public final class RawPackage {

    /** The namespace of spreadsheets. */
    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private RawPackage() {}

    /** The workbook behind the password "ключ". */
    public static byte[] encrypted(byte[] plain) throws IOException, GeneralSecurityException {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("ключ");
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (OutputStream in = encryptor.getDataStream(container)) {
                in.write(plain);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    public static String cell(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    public static byte[] sheet(String rows) throws IOException {
        return part("<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** A package with one sheet, whatever that holds. */
    public static byte[] part(String worksheet) throws IOException {
        return part(worksheet, 0);
    }

    /** The same with so many comments behind it, of 50,000 characters each. */
    public static byte[] part(String worksheet, int comments) throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType="
                        + "'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
        parts.put("_rels/.rels", relation(relations + "/officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation(relations + "/worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + relations
                        + "'><sheets><sheet name='Лист1' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put("xl/worksheets/sheet1.xml", worksheet);
        return zip(parts, comments);
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='" + type + "' Target='" + target + "'/></Relationships>";
    }

    public static byte[] zip(Map<String, String> parts, int comments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] comment = ("<!--" + " ".repeat(50_000) + "-->").getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < comments; i++) {
                zip.write(comment);
            }
        }
        return out.toByteArray();
    }
}
