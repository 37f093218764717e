package ukaz.hostile;

import static ukaz.hostile.Office.SHEET;
import static ukaz.hostile.Office.utf8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ukaz.hostile.HostileFile.Corpus;

/** Packages that are damaged, or lie of what is in them. */
final class HostileZips {

    private static final byte[] SOUND = sound().bytes();

    private final Corpus corpus = new Corpus();

    private HostileZips() {}

    static List<HostileFile> files() {
        HostileZips zips = new HostileZips();
        zips.damaged();
        zips.somethingElse();
        zips.lying();
        zips.bombs();
        zips.names();
        return zips.corpus.files();
    }

    private static RawZip sound() {
        return RawZip.of(Office.parts());
    }

    private void damaged() {
        for (int percent : new int[] {10, 25, 50, 75, 90, 99}) {
            corpus.unreadable(
                    "truncated-at-" + percent + ".xlsx",
                    Arrays.copyOf(SOUND, SOUND.length * percent / 100),
                    "ends before its end");
        }
        corpus.unreadable("last-byte-lost.xlsx", Arrays.copyOf(SOUND, SOUND.length - 1), "ends before its end");
        corpus.unreadable("four-bytes.xlsx", Arrays.copyOf(SOUND, 4), "ends before its end");
        byte[] beheaded = SOUND.clone();
        Arrays.fill(beheaded, 0, 4, (byte) 0);
        corpus.unreadable("no-signature.xlsx", beheaded, "not what the file's name says");
        byte[] noisy = SOUND.clone();
        byte[] noise = new byte[SOUND.length / 3];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, noisy, 40, noise.length);
        corpus.unreadable("noise-in-the-middle.xlsx", noisy, "");
        byte[] doubled = Arrays.copyOf(SOUND, SOUND.length * 2);
        System.arraycopy(SOUND, 0, doubled, SOUND.length, SOUND.length);
        corpus.harmless("two-in-one.xlsx", doubled);
        corpus.unreadable("garbage-behind.xlsx", Arrays.copyOf(SOUND, SOUND.length + 70_000), "ends before its end");
        corpus.harmless("commented.xlsx", sound().comment(new byte[65_535]).bytes());
        corpus.unsupported(
                "directory-in-the-comment.xlsx",
                sound().comment(Arrays.copyOfRange(SOUND, SOUND.length - 60, SOUND.length))
                        .bytes(),
                "ZIP");
    }

    private void somethingElse() {
        corpus.unreadable(
                "self-extracting.xlsx",
                sound().before(Arrays.copyOf(RawZip.ascii("MZ\220\0\3\0\0\0\4\0\0\0\377\377"), 4_096))
                        .bytes(),
                "not what the file's name says");
        corpus.unreadable(
                "self-extracting-script.xlsx",
                sound().before(utf8("#!/bin/sh\nunzip -o \"$0\" -d /\nexit\n")).bytes(),
                "");
        corpus.unsupported(
                "program.xlsx",
                RawZip.of(Map.of("META-INF/MANIFEST.MF", utf8("Main-Class: Evil\n")))
                        .bytes(),
                "ZIP");
        corpus.unsupported(
                "archive.xlsx", RawZip.of(Map.of("sound.xlsx", SOUND)).bytes(), "ZIP");
        corpus.unsupported(
                "letter.xlsx",
                typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                ".docx");
        corpus.unsupported(
                "slides.xlsx",
                typed("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
                ".pptx");
        corpus.harmless("drawing.xlsx", typed("application/vnd.ms-visio.drawing.main+xml"));
        corpus.unreadable("quine.xlsx", QuineZip.of("[Content_Types].xml"), "damaged");
        corpus.unreadable("quine.ods", QuineZip.of("content.xml"), "damaged");
        corpus.unsupported("quine-named-other.xlsx", QuineZip.of("quine.xlsx"), "ZIP");
        byte[] nested = SOUND;
        for (int depth = 0; depth < 40; depth++) {
            Map<String, byte[]> parts = Office.parts();
            parts.put("xl/embeddings/next.xlsx", nested);
            nested = RawZip.of(parts).bytes();
        }
        corpus.noticed("forty-in-one-another.xlsx", nested, "source-active", "embedded");
    }

    private static byte[] typed(String contentType) {
        Map<String, byte[]> parts = Office.parts();
        parts.put(
                "[Content_Types].xml",
                utf8("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + contentType + "'/></Types>"));
        return RawZip.of(parts).bytes();
    }

    private void lying() {
        corpus.encrypted("encrypted-part.xlsx", falsified(entry -> entry.flags(1)));
        corpus.encrypted("strongly-encrypted-part.xlsx", falsified(entry -> entry.flags(1 | 1 << 6)));
        for (int method : new int[] {1, 6, 9, 12, 14, 93, 98, 99, 65_535}) {
            corpus.unreadable("method-" + method + ".xlsx", falsified(entry -> entry.method(method)), "");
        }
        corpus.unreadable("stored-but-packed.xlsx", falsified(entry -> entry.method(RawZip.STORED)), "damaged");
        corpus.unreadable("wrong-checksum.xlsx", falsified(entry -> entry.crc(0xDEADBEEFL)), "damaged");
        corpus.unreadable("smaller-than-said.xlsx", falsified(entry -> entry.size(1 << 30)), "damaged");
        corpus.unreadable("larger-than-said.xlsx", falsified(entry -> entry.size(10)), "damaged");
        corpus.unreadable("size-unknown.xlsx", falsified(entry -> entry.size(0xFFFF_FFFFL)), "damaged");
        corpus.unreadable("packed-size-too-small.xlsx", falsified(entry -> entry.packedSize(10)), "");
        corpus.unreadable("packed-size-too-large.xlsx", falsified(entry -> entry.packedSize(1 << 30)), "");
        corpus.unreadable("packed-size-unknown.xlsx", falsified(entry -> entry.packedSize(0xFFFF_FFFFL)), "");
        corpus.unreadable(
                "directory-too-far.xlsx", sound().directoryShift(1 << 20).bytes(), "ends before its end");
        corpus.unreadable(
                "directory-before-the-file.xlsx",
                sound().directoryShift(-1 << 20).bytes(),
                "ends before its end");
        corpus.unreadable("entry-outside-the-file.xlsx", falsified(entry -> entry.offset(1 << 30)), "");
        corpus.harmless("several-disks.xlsx", sound().disk(7).bytes());
        corpus.harmless("more-entries-counted.xlsx", sound().counted(60_000).bytes());
        corpus.harmless(
                "name-unlike-the-directory.xlsx", falsified(entry -> entry.localName("xl/worksheets/other1.xml")));
        RawZip overlapping = sound();
        for (int i = 0; i < 2_000; i++) {
            overlapping
                    .add("xl/worksheets/copy" + i + ".xml", utf8("x"), RawZip.STORED)
                    .offset(0);
        }
        corpus.harmless("overlapping-entries.xlsx", overlapping.bytes());
        RawZip twice = sound();
        twice.add(SHEET, utf8(Office.worksheet(Office.rows(""))), RawZip.DEFLATED);
        corpus.unreadable("the-same-part-twice.xlsx", twice.bytes(), "damaged");
        RawZip alike = sound();
        alike.add("XL/Worksheets/SHEET1.XML", utf8("<worksheet/>"), RawZip.DEFLATED);
        corpus.unreadable("parts-alike-but-for-case.xlsx", alike.bytes(), "damaged");
    }

    private interface Lie {

        void told(RawZip.Entry entry);
    }

    /** The package with a lie about its sheet. */
    private static byte[] falsified(Lie lie) {
        RawZip zip = sound();
        lie.told(zip.entry(SHEET));
        return zip.bytes();
    }

    private void bombs() {
        byte[] spaces = new byte[64 << 20];
        Arrays.fill(spaces, (byte) ' ');
        byte[] opened = utf8("<y/>" + " ".repeat(10_000));
        for (String part : List.of(
                "[Content_Types].xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/sharedStrings.xml",
                SHEET)) {
            byte[] content = part.equals(SHEET) ? taggedSheet(opened) : tagged(opened, 40 << 20);
            corpus.tooLarge(
                    "bomb-in-" + part.replaceAll("[^A-Za-z]+", "-") + ".xlsx",
                    Office.with(part, content),
                    "--max-ratio");
        }
        corpus.tooLarge("one-stretch-without-a-tag.xlsx", Office.with(SHEET, spaces), "--max-cell-chars");
        Map<String, byte[]> lying = Office.parts();
        lying.put(SHEET, taggedSheet(opened));
        RawZip small = RawZip.of(lying);
        small.entry(SHEET).size(100);
        corpus.tooLarge("bomb-that-says-it-is-small.xlsx", small.bytes(), "--max-ratio");
        Map<String, byte[]> many = new LinkedHashMap<>();
        RawZip crowd = RawZip.of(many);
        for (int i = 0; i <= 100_000; i++) {
            crowd.add("e" + i, new byte[0], RawZip.STORED);
        }
        corpus.tooLarge("more-entries-than-anybody-needs.xlsx", crowd.bytes(), "number of parts");
        // never looked at, and so harmless
        Map<String, byte[]> aside = Office.parts();
        aside.put("xl/media/picture.png", tagged(opened, 40 << 20));
        corpus.harmless("bomb-in-a-picture.xlsx", RawZip.of(aside).bytes());
    }

    private static byte[] taggedSheet(byte[] piece) {
        byte[] content = tagged(piece, 40 << 20);
        byte[] root = utf8("<worksheet>");
        System.arraycopy(root, 0, content, 0, root.length);
        return content;
    }

    /** So many bytes that pack well, with a tag now and then. */
    private static byte[] tagged(byte[] piece, int length) {
        byte[] content = new byte[length];
        for (int at = 0; at < length; at += piece.length) {
            System.arraycopy(piece, 0, content, at, Math.min(piece.length, length - at));
        }
        System.arraycopy(utf8("<x>"), 0, content, 0, 3);
        content[3] = ' ';
        return content;
    }

    private void names() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("zip-slip", "../../../../../../tmp/ukaz-slipped.txt");
        named.put("zip-slip-backslash", "..\\..\\..\\..\\ukaz-slipped.txt");
        named.put("absolute-name", "/tmp/ukaz-slipped.txt");
        named.put("drive-name", "C:\\ukaz-slipped.txt");
        named.put("name-with-zero", "xl/worksheets/sheet1.xml\0.txt");
        named.put("name-with-bidi", "xl/\u202Elmx.teehs");
        named.put("name-with-newline", "xl/a\nb\u001B[31m");
        named.put("longest-name", "x/".repeat(30_000));
        named.put("empty-name", "");
        named.forEach((name, path) -> {
            RawZip zip = sound();
            zip.add(path, utf8("slipped"), RawZip.STORED);
            corpus.harmless(name + ".xlsx", zip.bytes());
        });
        Map<String, byte[]> outside = Office.parts();
        outside.put(
                "xl/_rels/workbook.xml.rels",
                utf8(Office.relations(Office.relation("r1", "worksheet", "../../../../../../etc/passwd", ""))));
        corpus.unreadable("sheet-outside-the-package.xlsx", RawZip.of(outside).bytes(), "damaged");
    }
}
