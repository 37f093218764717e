package ukaz.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import ukaz.workbook.DescribedWorkbook;
import ukaz.workbook.RawPackage;
import ukaz.workbook.TextSheet;

/** The files that cards name in their examples, each with the fault its name tells. */
final class CardFiles {

    private static final List<String> HEADER = List.of("ФИО", "Награда", "Дата указа");
    private static final String SOUND = "Безошибкин Пётр Ильич";
    private static final String AWARD = "Герой Социалистического Труда";

    private CardFiles() {}

    /** Writes the file of an example, after what it is compared with. */
    static List<Path> write(String name, Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        switch (name) {
            case "sound.xlsx" -> sound(file);
            case "sound-copy.xlsx" -> {
                Path first = folder.resolve("sound.xlsx");
                sound(first);
                return List.of(first, Files.copy(first, file));
            }
            case "comment.xlsx" -> table(file, "comment(По личному делу – 6 марта)|05.03.1976");
            case "struck.xlsx" -> table(file, "struck|05.03.1976");
            case "hidden-row.xlsx" ->
                DescribedWorkbook.write(
                        List.of(HEADER, List.of(SOUND, AWARD, "05.03.1976"), List.of("#!hide-row 2")), "Лист1", file);
            case "macros.xlsm" -> macros(file);
            case "encrypted.xlsx" -> Files.write(file, RawPackage.encrypted(bytes(folder)));
            case "truncated.xlsx" -> {
                byte[] whole = bytes(folder);
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            }
            case "empty.xlsx" -> Files.createFile(file);
            case "bomb.xlsx" ->
                Files.write(
                        file,
                        RawPackage.part(
                                "<worksheet xmlns='" + RawPackage.MAIN + "'><sheetData><row>" + RawPackage.cell("ФИО")
                                        + "</row>",
                                12_000));
            case "list.pdf" -> Files.writeString(file, "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", StandardCharsets.US_ASCII);
            case "prose.xlsx" ->
                Files.writeString(
                        file,
                        "Список Героев Социалистического Труда\n\nСписок утерян при переезде архива, восстановить его не"
                                + " удалось.\nЗаведующая фондом, подпись неразборчива\n");
            default -> throw new IllegalArgumentException("a card names a file that nobody writes: " + name);
        }
        return List.of(file);
    }

    private static void sound(Path file) throws IOException {
        table(file, "05.03.1976");
    }

    private static byte[] bytes(Path folder) throws IOException {
        Path sound = folder.resolveSibling("sound.xlsx");
        sound(sound);
        return Files.readAllBytes(sound);
    }

    private static void table(Path file, String date) throws IOException {
        DescribedWorkbook.write(List.of(HEADER, List.of(SOUND, AWARD, date)), "Лист1", file);
    }

    private static void macros(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            TextSheet cells = new TextSheet(workbook.createSheet("Лист1"));
            cells.row(1, HEADER);
            cells.row(2, List.of(SOUND, AWARD, "05.03.1976"));
            OPCPackage parts = workbook.getPackage();
            var name = PackagingURIHelper.createPartName("/xl/vbaProject.bin");
            PackagePart macros = parts.createPart(name, XSSFRelation.VBA_MACROS.getContentType());
            try (var out = macros.getOutputStream()) {
                out.write(new byte[16]);
            }
            workbook.getPackagePart().addRelationship(name, TargetMode.INTERNAL, XSSFRelation.VBA_MACROS.getRelation());
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }
}
