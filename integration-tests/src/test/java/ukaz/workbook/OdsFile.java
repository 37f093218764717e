package ukaz.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an OpenDocument spreadsheet of one sheet, of texts, whole numbers and dates. */
public final class OdsFile {

    private OdsFile() {}

    public static void write(List<? extends List<?>> rows, Path file) throws IOException {
        StringBuilder table = new StringBuilder();
        for (List<?> row : rows) {
            table.append("<table:table-row>");
            row.forEach(value -> cell(value, table));
            table.append("</table:table-row>");
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            part(
                    zip,
                    "META-INF/manifest.xml",
                    "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                            + "<manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.spreadsheet'/>"
                            + "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/>"
                            + "</manifest:manifest>");
            part(
                    zip,
                    "content.xml",
                    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                            + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' office:version='1.3'>"
                            + "<office:body><office:spreadsheet><table:table table:name='Лист1'>" + table
                            + "</table:table></office:spreadsheet></office:body></office:document-content>");
        }
    }

    private static void cell(Object value, StringBuilder to) {
        if (value instanceof LocalDate date) {
            to.append("<table:table-cell office:value-type='date' office:date-value='")
                    .append(date)
                    .append("'><text:p>")
                    .append(date)
                    .append("</text:p></table:table-cell>");
        } else if (value instanceof Integer number) {
            to.append("<table:table-cell office:value-type='float' office:value='")
                    .append(number)
                    .append("'><text:p>")
                    .append(number)
                    .append("</text:p></table:table-cell>");
        } else if (value.toString().isEmpty()) {
            to.append("<table:table-cell/>");
        } else {
            String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
            to.append("<table:table-cell office:value-type='string'><text:p>")
                    .append(text)
                    .append("</text:p></table:table-cell>");
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
