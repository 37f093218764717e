package ukaz.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the first bytes of a file say it is. */
enum Signature {
    ZIP("zip"),
    OLE2("OLE2"),
    PDF("PDF"),
    RTF("RTF"),
    HTML("HTML"),
    XML("XML"),
    GZIP("gzip"),
    SEVEN_ZIP("7z"),
    RAR("RAR"),
    PICTURE("JPEG/PNG/GIF/TIFF"),
    OLD_EXCEL("Excel 2.0–4.0"),
    SQLITE("SQLite"),
    UNKNOWN("");

    /** As messages name it. */
    final String format;

    Signature(String format) {
        this.format = format;
    }

    static Signature of(byte[] head, int length) {
        String start = new String(head, 0, Math.min(length, 1024), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return ZIP;
        } else if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE2;
        } else if (start.startsWith("%PDF")) {
            return PDF;
        } else if (start.startsWith("{\\rtf")) {
            return RTF;
        } else if (start.startsWith("\u001F\u008B")) {
            return GZIP;
        } else if (start.startsWith("7z\u00BC\u00AF")) {
            return SEVEN_ZIP;
        } else if (start.startsWith("Rar!")) {
            return RAR;
        } else if (start.startsWith("\u00FF\u00D8\u00FF")
                || start.startsWith("\u0089PNG")
                || start.startsWith("GIF8")
                || start.startsWith("II*\0")
                || start.startsWith("MM\0*")) {
            return PICTURE;
        } else if (start.startsWith("\t\0\4\0") || start.startsWith("\t\2\6\0") || start.startsWith("\t\4\6\0")) {
            return OLD_EXCEL;
        } else if (start.startsWith("SQLite format 3")) {
            return SQLITE;
        }
        return markup(start);
    }

    private static Signature markup(String start) {
        String text = (start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start)
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<table")) {
            return HTML;
        } else if (text.startsWith("<?xml")) {
            return text.contains("<html") ? HTML : XML;
        }
        return UNKNOWN;
    }
}
