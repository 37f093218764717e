package ukaz.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import ukaz.workbook.Csv;
import ukaz.workbook.TextSheet;

/**
 * Makes the workbooks of {@code samples/} from the lists in the test resources.
 *
 * <p>To make them anew after a change of the lists: {@code ./mvnw -pl integration-tests -am verify -Dtest=SamplesTest
 * -Dsamples=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class SamplesGenerator {

    static final String HSL_FILE = "geroi-socialisticheskogo-truda.xlsx";
    static final String TWICE_FILE = "dvazhdy-i-trizhdy-geroi.xlsx";
    static final String HSU_FILE = "heroes-of-the-soviet-union.xlsx";
    static final String HOL_FILE = "geroi-truda.csv";
    static final String FAULTS_FILE = "uchebnye-oshibki.xlsx";
    static final List<String> FILES = List.of(HSL_FILE, TWICE_FILE, HSU_FILE, HOL_FILE, FAULTS_FILE);

    /** The row of {@link #FAULTS_FILE} on which the first training fault stands. */
    static final int FIRST_FAULT_ROW = 5;

    private static final Path LISTS = Path.of("src/test/resources/samples");
    private static final String NO_NUMBERS = "Учебный пример: сведения из открытых источников, номера наград опущены.";
    private static final String HSL = "Герой Социалистического Труда";

    private final Path folder;

    private SamplesGenerator(Path folder) {
        this.folder = folder;
    }

    /** One conferral of {@code conferrals.csv}; dates as in EDTF or as they are to be typed. */
    private record Conferral(Map<String, String> values) {

        String get(String column) {
            return Objects.requireNonNull(values.get(column), column);
        }

        String date(String column) {
            return typed(get(column));
        }

        String decreeYear() {
            return get("decree").substring(0, 4);
        }
    }

    static List<Map<String, String>> faults() {
        return Csv.records(LISTS.resolve("training-faults.csv"));
    }

    static void generate(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Conferral> all = Csv.records(LISTS.resolve("conferrals.csv")).stream()
                .map(Conferral::new)
                .toList();
        Map<String, List<Conferral>> people = new LinkedHashMap<>();
        all.stream()
                .filter(conferral -> conferral.get("award").equals("HSL"))
                .forEach(conferral -> people.computeIfAbsent(conferral.get("name"), name -> new ArrayList<>())
                        .add(conferral));
        SamplesGenerator samples = new SamplesGenerator(folder);
        samples.once(people.values().stream()
                .filter(conferrals -> conferrals.size() == 1)
                .map(conferrals -> conferrals.get(0))
                .toList());
        samples.repeatedly(people.values().stream()
                .filter(conferrals -> conferrals.size() > 1)
                .toList());
        samples.heroesOfTheSovietUnion(all.stream()
                .filter(conferral -> conferral.get("award").equals("HSU"))
                .toList());
        samples.heroesOfLabour();
        samples.trainingFaults();
    }

    /** Two sheets, one with the whole name in a cell and one with its parts apart. */
    private void once(List<Conferral> conferrals) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet war = workbook.createSheet("1940–1945");
            TextSheet rows = titled(war, "Герои Социалистического Труда, 1940–1945", 8);
            rows.header(
                    4,
                    List.of(
                            "№ п/п",
                            "Ф.И.О.",
                            "Дата рожд.",
                            "Дата смерти",
                            "Гражданство",
                            "Звание",
                            "Дата указа",
                            "Кем присвоено",
                            "Дата вручения",
                            "Прим."));
            int row = 5;
            for (Conferral each : conferrals) {
                if (each.decreeYear().compareTo("1946") < 0) {
                    rows.row(
                            row++,
                            List.of(
                                    "number:" + (row - 5),
                                    each.get("name"),
                                    each.date("birth"),
                                    each.date("death"),
                                    "СССР",
                                    "Герой Соц. Труда",
                                    each.date("decree"),
                                    "Президиум ВС СССР",
                                    each.date("presented"),
                                    each.get("remarks")));
                }
            }
            widths(war, 6, 34, 22, 14, 13, 20, 13, 20, 15, 28);

            Sheet later = workbook.createSheet("1946–1991");
            rows = titled(later, "Герои Социалистического Труда, 1946–1991", 8);
            rows.header(
                    4,
                    List.of(
                            "Фамилия",
                            "Имя",
                            "Отчество",
                            "Родился",
                            "Умер",
                            "Награда",
                            "Указ от",
                            "Награждающий орган",
                            "Примечание"));
            row = 5;
            for (Conferral each : conferrals) {
                if (each.decreeYear().compareTo("1946") >= 0) {
                    String[] name = each.get("name").split(" ");
                    rows.row(
                            row++,
                            List.of(
                                    name[0],
                                    name[1],
                                    name[2],
                                    each.date("birth"),
                                    each.date("death"),
                                    "ГСТ",
                                    each.date("decree"),
                                    "ПВС СССР",
                                    each.get("remarks")));
                }
            }
            widths(later, 18, 16, 18, 14, 14, 10, 13, 20, 28);
            write(workbook, HSL_FILE);
        }
    }

    /** One row for each person, the conferrals side by side under a two-row header. */
    private void repeatedly(List<List<Conferral>> people) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Дважды и трижды");
            TextSheet rows = titled(sheet, "Дважды и трижды Герои Социалистического Труда", 10);
            List<String> groups = new ArrayList<>(List.of("№ п/п", "ФИО", "Годы жизни", "Награда"));
            List<String> titles = new ArrayList<>(List.of("", "", "", ""));
            for (String group : List.of("Первое награждение", "Второе награждение", "Третье награждение")) {
                groups.addAll(List.of(group, ""));
                titles.addAll(List.of("Дата указа", "Кем присвоено"));
            }
            groups.add("Лишён");
            titles.add("");
            rows.header(4, groups);
            rows.header(5, titles);
            for (int column = 4; column < 10; column += 2) {
                sheet.addMergedRegion(new CellRangeAddress(3, 3, column, column + 1));
            }
            for (int column : new int[] {0, 1, 2, 3, 10}) {
                sheet.addMergedRegion(new CellRangeAddress(3, 4, column, column));
            }
            int row = 6;
            for (List<Conferral> conferrals : people) {
                Conferral first = conferrals.get(0);
                List<String> cells = new ArrayList<>(List.of(
                        "number:" + (row - 5),
                        first.get("name"),
                        first.get("birth").substring(0, 4) + "–"
                                + first.get("death").substring(0, 4),
                        HSL));
                for (int i = 0; i < 3; i++) {
                    cells.add(i < conferrals.size() ? conferrals.get(i).date("decree") : "");
                    cells.add(i < conferrals.size() ? "ПВС СССР" : "");
                }
                cells.add(first.date("deprived"));
                rows.row(row++, cells);
            }
            rows.row(row + 1, List.of("* Сведения о вручении знаков отличия в список не включены."));
            widths(sheet, 6, 34, 13, 30, 13, 16, 13, 16, 13, 16, 13);
            write(workbook, TWICE_FILE);
        }
    }

    private void heroesOfTheSovietUnion(List<Conferral> conferrals) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Heroes");
            TextSheet rows = new TextSheet(sheet);
            rows.header(1, List.of("Heroes of the Soviet Union"));
            rows.row(2, List.of("Illustrative: from public sources, without the numbers of medals and orders."));
            rows.header(
                    4,
                    List.of(
                            "No.",
                            "Surname",
                            "Given name",
                            "Patronymic",
                            "Born",
                            "Died",
                            "Citizenship",
                            "Title",
                            "Times awarded",
                            "Decree date",
                            "Conferred by",
                            "Remarks"));
            int row = 5;
            for (Conferral each : conferrals) {
                String[] name = each.get("name").split(" ");
                rows.row(
                        row++,
                        List.of(
                                "number:" + (row - 5),
                                name[0],
                                name[1],
                                name[2],
                                each.date("birth"),
                                each.date("death"),
                                "USSR",
                                "Hero of the Soviet Union",
                                "number:" + each.get("ordinal"),
                                each.date("decree"),
                                each.get("authority").equals("ПВС СССР")
                                        ? "Presidium of the Supreme Soviet of the USSR"
                                        : "Central Executive Committee of the USSR",
                                each.get("remarks")));
            }
            widths(sheet, 6, 16, 14, 18, 14, 14, 12, 26, 10, 13, 44, 24);
            write(workbook, HSU_FILE);
        }
    }

    /** Invented people, as an old accounting program would have exported them. */
    private void heroesOfLabour() throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : Csv.rows(LISTS.resolve("heroes-of-labour.csv"), ';')) {
            text.append(String.join(";", row)).append("\r\n");
        }
        Files.write(folder.resolve(HOL_FILE), text.toString().getBytes(Charset.forName("windows-1251")));
    }

    /** Invented people, a fault on each row. */
    private void trainingFaults() throws IOException {
        List<Map<String, String>> faults = faults();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Учебные ошибки");
            TextSheet rows = new TextSheet(sheet);
            rows.header(1, List.of("Список для упражнений: все лица вымышлены"));
            rows.row(2, List.of("В каждой строке, кроме первой, — ошибка или повод для проверки."));
            rows.header(4, faults.get(0).keySet().stream().skip(1).toList());
            for (int i = 0; i < faults.size(); i++) {
                int number = FIRST_FAULT_ROW + i;
                Map<String, String> fault = faults.get(i);
                rows.row(number, fault.values().stream().skip(1).toList());
                if ("cell-hidden".equals(fault.get("expects"))) {
                    sheet.getRow(number - 1).setZeroHeight(true);
                }
            }
            widths(sheet, 7, 34, 5, 22, 14, 13, 32, 6, 18, 26, 11, 11, 11, 11, 7, 13, 13, 20, 13);
            Sheet notes = workbook.createSheet("Заметки");
            TextSheet lines = new TextSheet(notes);
            lines.row(1, List.of("Позвонить в архив и уточнить номера описей."));
            lines.row(2, List.of("Второй экземпляр списка отдан в читальный зал."));
            write(workbook, FAULTS_FILE);
        }
    }

    private static TextSheet titled(Sheet sheet, String title, int lastColumn) {
        TextSheet rows = new TextSheet(sheet);
        rows.header(1, List.of(title));
        rows.row(2, List.of(NO_NUMBERS));
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, lastColumn));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, lastColumn));
        return rows;
    }

    private static void widths(Sheet sheet, int... characters) {
        IntStream.range(0, characters.length).forEach(column -> sheet.setColumnWidth(column, characters[column] * 256));
    }

    private void write(XSSFWorkbook workbook, String name) throws IOException {
        workbook.getProperties().getCoreProperties().setCreator("Ukaz");
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            workbook.write(out);
        }
    }

    /** How the workbook has a date: as a date cell where Excel has one, else in words. */
    private static String typed(String date) {
        boolean day = date.length() == 10 && date.charAt(4) == '-';
        if (day && date.compareTo("1900-03-01") >= 0) {
            return "date:" + date;
        }
        if (day) {
            String[] parts = date.split("-");
            return parts[2] + "." + parts[1] + "." + parts[0];
        }
        if (date.length() == 7 && date.charAt(4) == '-') {
            return date.substring(5) + "." + date.substring(0, 4);
        }
        return date.length() == 4 ? "number:" + date : date;
    }

    /** The files that lie in the folder, by name, without those that explain them. */
    static List<String> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
