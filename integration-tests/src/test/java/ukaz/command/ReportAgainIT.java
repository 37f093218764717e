package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Json;
import ukaz.run.Ukaz;

/** The reports of a check, made again from its folder when the lists are not there any more. */
class ReportAgainIT {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String FORMATS = "xlsx,html,jsonl,csv";

    @TempDir
    private static Path work;

    private static Path russian;
    private static Path english;

    @BeforeAll
    static void check_the_samples_in_both_languages_and_take_the_lists_away() throws IOException {
        Path lists = Files.createDirectories(work.resolve("lists"));
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                Files.copy(file, lists.resolve(file.getFileName()));
            }
        }
        Files.writeString(lists.resolve("settings.txt"), "rules:\n  name-declined: {enabled: false}\n");
        russian = checked("russian", "ru");
        english = checked("english", "en");
        try (Stream<Path> files = Files.list(lists)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path checked(String name, String language) {
        Path lists = work.resolve("lists");
        Path out = work.resolve(name);
        Ukaz ukaz = Ukaz.run(
                "check",
                lists,
                "--out",
                out,
                "--lang",
                language,
                "--format",
                FORMATS,
                "--quiet",
                "--config",
                lists.resolve("settings.txt"));
        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(1);
        return out;
    }

    @Test
    void in_the_other_language_they_are_those_of_a_check_in_that_language() throws IOException {
        Path again = work.resolve("again");

        Ukaz ukaz = Ukaz.run("report", "--from", russian, "--lang", "en", "--out", again, "--format", FORMATS);

        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        assertThat(ukaz.err()).isEmpty();
        assertThat(ukaz.out().lines()).contains(again.resolve("report.xlsx").toString());
        assertSame(again, english);
    }

    @Test
    void in_both_languages_at_once_they_lie_in_a_folder_for_each() throws IOException {
        Ukaz ukaz = Ukaz.run("report", "--from", english, "--lang", "ru,en", "--format", "jsonl");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        for (Path made : List.of(russian, english)) {
            Path again = english.resolve(made.equals(russian) ? "ru" : "en");
            assertThat(Files.readAllLines(again.resolve("discrepancies.jsonl")))
                    .isEqualTo(Files.readAllLines(made.resolve("discrepancies.jsonl")));
        }
    }

    @Test
    void they_are_not_written_over_what_they_are_made_from() {
        Ukaz ukaz = Ukaz.run("report", "--from", english, "--out", english, "--lang", "en");

        assertThat(ukaz.exitCode()).isEqualTo(2);
        assertThat(ukaz.errors()).singleElement().asString().contains("another folder");
    }

    @Test
    void other_commands_speak_one_language() {
        Ukaz ukaz = Ukaz.run("check", work, "--lang", "en,ru");

        assertThat(ukaz.exitCode()).isEqualTo(2);
        assertThat(ukaz.errors()).singleElement().asString().contains("en,ru");
    }

    @Test
    void damage_is_told_in_one_sentence_and_leaves_nothing() throws IOException {
        Path damaged = Files.createDirectories(work.resolve("damaged"));
        try (Stream<Path> files = Files.list(russian)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, damaged.resolve(file.getFileName()));
            }
        }
        Path records = damaged.resolve("records.jsonl");
        byte[] bytes = Files.readAllBytes(records);
        bytes[bytes.length / 2] = '\n';
        Files.write(records, bytes);

        Ukaz ukaz = Ukaz.run("report", "--from", damaged, "--lang", "ru");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(2);
        assertThat(ukaz.errors())
                .singleElement()
                .asString()
                .contains("records.jsonl")
                .contains("строка");
        assertThat(damaged.resolve("ru")).doesNotExist();

        Files.write(records, new byte[7]);
        Ukaz shorter = Ukaz.run("report", "--from", damaged);
        assertThat(shorter.exitCode()).as(shorter.err()).isEqualTo(2);
        assertThat(shorter.errors()).singleElement().asString().contains("does not belong to the summary.json");
    }

    @Test
    void an_earlier_report_that_is_damaged_further_down_is_refused_in_one_sentence() throws IOException {
        Path earlier = work.resolve("earlier.jsonl");
        List<String> lines = Files.readAllLines(russian.resolve("discrepancies.jsonl"));
        Files.writeString(earlier, String.join("\n", lines.subList(0, 5)) + "\n{\"rule\":\n");
        Path list = work.resolve("one.csv");
        Files.writeString(list, "ФИО;Награда;Дата указа\nОбразцов Пётр Ильич;ГСТ;29.10.1949\n");

        Ukaz ukaz = Ukaz.run("check", list, "--out", work.resolve("out"), "--previous", earlier, "--no-progress");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(2);
        assertThat(ukaz.errors()).last().asString().contains("line 6 of earlier.jsonl");
    }

    private static void assertSame(Path actual, Path expected) throws IOException {
        for (String name : List.of("discrepancies", "records", "normalisation", "skipped")) {
            assertThat(Files.readAllLines(actual.resolve(name + ".jsonl")))
                    .as(name)
                    .isEqualTo(Files.readAllLines(expected.resolve(name + ".jsonl")));
        }
        for (String name : List.of("discrepancies", "records", "corrections")) {
            assertThat(Files.readAllLines(actual.resolve(name + ".csv")))
                    .as(name)
                    .isEqualTo(Files.readAllLines(expected.resolve(name + ".csv")));
        }
        Map<String, Object> run = Json.file(expected.resolve("summary.json"));
        Map<String, Object> again = Json.file(actual.resolve("summary.json"));
        // the English check is another run
        Object other = again.put("run", run.get("run"));
        assertThat(again).isEqualTo(run);
        assertThat(Files.readString(actual.resolve("report.html"))
                        .replace(String.valueOf(other), String.valueOf(run.get("run"))))
                .isEqualTo(Files.readString(expected.resolve("report.html")));
        Map<String, List<String>> sheets = cells(expected, "");
        cells(actual, String.valueOf(other))
                .forEach((sheet, cells) -> assertThat(cells).as(sheet).isEqualTo(replaced(sheets.get(sheet), run)));
    }

    private static List<String> replaced(List<String> cells, Map<String, Object> run) {
        return cells.stream()
                .map(cell -> cell.replace(String.valueOf(run.get("run")), "RUN"))
                .toList();
    }

    private static Map<String, List<String>> cells(Path out, String run) throws IOException {
        Map<String, List<String>> sheets = new TreeMap<>();
        try (InputStream in = Files.newInputStream(out.resolve("report.xlsx"));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .flatMap(Row::stream)
                                .map(cell -> cell == null
                                        ? ""
                                        : cell.getAddress() + " " + cell.getFormula() + " " + cell.getText())
                                .map(cell -> run.isEmpty() ? cell : cell.replace(run, "RUN"))
                                .toList());
            }
        }
        return sheets;
    }
}
