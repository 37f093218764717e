package ukaz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ukaz.ingest.store.Store;
import ukaz.report.in.DamagedFileException;
import ukaz.report.replay.EarlierRun;
import ukaz.rules.text.Language;

/** Reports made again from what an earlier run has written for programs. */
class ReplayTest {

    private static final int FAULTY = 3;

    @TempDir
    Path folder;

    private Path write(String name, int files, int rows, Language language, @Nullable Path previous)
            throws IOException {
        Path out = folder.resolve(name);
        Path database = folder.resolve("run-of-" + rows + "-in-" + files);
        boolean fresh = !Files.exists(database);
        Files.createDirectories(database);
        try (Store store =
                fresh ? InventedRun.fill(database, files, rows, FAULTY) : Store.embedded(database.resolve("run.db"))) {
            Reports.write(store, InventedRun.info(), all(language, out).against(previous));
        }
        return out;
    }

    private static ReportRequest all(Language language, Path out) {
        return ReportRequest.of(InventedRun.BOOK, language, EnumSet.allOf(Format.class), out);
    }

    private Path again(Path earlier, String name, Language language) throws IOException {
        Path out = folder.resolve(name);
        Reports.again(EarlierRun.in(earlier), all(language, out));
        return out;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void reports_made_again_are_those_that_the_run_would_have_written_in_that_language(Language language)
            throws IOException {
        Path russian = write("russian", 2, 60, Language.RU, null);
        Path wanted = write("wanted", 2, 60, language, null);
        assertSame(again(russian, "again", language), wanted);
    }

    @Test
    void what_was_decided_and_what_is_gone_is_told_in_the_other_language_too() throws IOException {
        Path first = write("first", 2, 90, Language.RU, null);
        decide(first.resolve("report.xlsx"));
        Path next = write("next", 1, 60, Language.RU, first.resolve("report.xlsx"));
        Path wanted = write("wanted", 1, 60, Language.EN, first.resolve("report.xlsx"));
        Path again = again(next, "again", Language.EN);
        assertSame(again, wanted);
        assertThat(cells(again.resolve("report.xlsx")).get("Resolved findings")).hasSizeGreaterThan(2);
        String lines = Files.readString(again.resolve("discrepancies.jsonl"));
        assertThat(lines.contains("\"why\":\"expired\"")).isTrue();
        assertThat(lines.contains("\"decision\":\"waived\"")).isTrue();
    }

    private static void decide(Path report) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(report))) {
            Sheet sheet = workbook.getSheet("Расхождения");
            String[][] decisions = {
                {"допустимо", "по решению комиссии", "Ильина", ""},
                {"источник верен", "так в указе", "Ильина", "2025-01-01"},
                {"наверное", "", "", ""}
            };
            for (int i = 0; i < decisions.length; i++) {
                for (int column = 0; column < 4; column++) {
                    sheet.getRow(1 + i).getCell(13 + column).setCellValue(decisions[i][column]);
                }
            }
            try (var out = Files.newOutputStream(report)) {
                workbook.write(out);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "records.jsonl, '\"row\":7,', '\"row\":1007,', true",
        "records.jsonl, '\"award\":\"HSL\"', '\"award\":HSL  ', false",
        "records.jsonl, '\"birthDate\":\"19', '\"birthDate\":\"MM', false",
        "records.jsonl, '\"sheet\":\"Лист', '\"sheet\":\"Луст', false",
        "discrepancies.jsonl, '\"severity\":\"error\"', '\"severity\":\"eeeee\"', false",
        "discrepancies.jsonl, '\"values\":{', '\"valuos\":{', false",
        "normalisation.jsonl, '\"kind\":\"', '\"kind\":\"Z', false",
        "skipped.jsonl, '\"reason\":', '\"raison\":', false",
        "skipped.jsonl, '{', '[', false",
    })
    void a_damaged_line_is_named_and_no_report_is_written(String name, String was, String is, boolean harmless)
            throws IOException {
        Path out = write("damaged", 1, 30, Language.RU, null);
        Path file = out.resolve(name);
        String text = Files.readString(file);
        int at = text.lastIndexOf(was);
        assertThat(at).as("in %s", name).isNotNegative();
        Files.writeString(file, text.substring(0, at) + is + text.substring(at + was.length()));
        Path summary = out.resolve("summary.json");
        Files.writeString(
                summary,
                Files.readString(summary)
                        .replaceAll("\"" + name + "\":[0-9]+", "\"" + name + "\":" + Files.size(file)));
        Path again = folder.resolve("again");
        if (harmless) {
            Reports.again(EarlierRun.in(out), all(Language.EN, again));
            return;
        }
        assertThatThrownBy(() -> Reports.again(EarlierRun.in(out), all(Language.EN, again)))
                .isInstanceOf(DamagedFileException.class)
                .satisfies(e -> {
                    assertThat(((DamagedFileException) e).file()).isEqualTo(name);
                    assertThat(((DamagedFileException) e).line()).isPositive();
                });
        try (Stream<Path> files = Files.list(again)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void files_that_are_of_another_run_are_not_taken_for_this_one() throws IOException {
        Path out = write("one", 1, 30, Language.RU, null);
        Path other = write("other", 1, 60, Language.RU, null);
        Files.copy(other.resolve("records.jsonl"), out.resolve("records.jsonl"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> EarlierRun.in(out))
                .isInstanceOfSatisfying(
                        DamagedFileException.class,
                        e -> assertThat(e.kind()).isEqualTo(DamagedFileException.Kind.OTHER_RUN));
        Files.delete(out.resolve("records.jsonl"));
        assertThatThrownBy(() -> EarlierRun.in(out))
                .isInstanceOfSatisfying(
                        DamagedFileException.class,
                        e -> assertThat(e.kind()).isEqualTo(DamagedFileException.Kind.MISSING));
    }

    @Test
    void a_line_of_the_right_length_that_is_not_of_the_run_is_seen_by_the_numbers() throws IOException {
        Path out = write("one", 1, 30, Language.RU, null);
        Path lines = out.resolve("discrepancies.jsonl");
        String text = Files.readString(lines);
        String first = text.substring(0, text.indexOf('\n') + 1);
        String blank = " ".repeat(first.getBytes(StandardCharsets.UTF_8).length - 1) + "\n";
        Files.writeString(lines, blank + text.substring(first.length()));
        assertThatThrownBy(() -> Reports.again(EarlierRun.in(out), all(Language.EN, folder.resolve("again"))))
                .isInstanceOfSatisfying(
                        DamagedFileException.class,
                        e -> assertThat(e.kind()).isEqualTo(DamagedFileException.Kind.OTHER_RUN));
    }

    /** Everything is the same, sheet by sheet and line by line; the times are those of the run. */
    private static void assertSame(Path actual, Path expected) throws IOException {
        assertThat(names(actual)).isEqualTo(names(expected));
        for (String name : names(expected)) {
            if (name.endsWith(".xlsx")) {
                Map<String, List<String>> sheets = cells(expected.resolve(name));
                Map<String, List<String>> made = cells(actual.resolve(name));
                assertThat(made.keySet()).isEqualTo(sheets.keySet());
                sheets.forEach(
                        (sheet, cells) -> assertThat(made.get(sheet)).as(sheet).isEqualTo(cells));
            } else {
                assertThat(Files.readAllLines(actual.resolve(name)))
                        .as(name)
                        .isEqualTo(Files.readAllLines(expected.resolve(name)));
            }
        }
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, List<String>> cells(Path workbook) throws IOException {
        Map<String, List<String>> sheets = new TreeMap<>();
        try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(workbook))) {
            for (Sheet sheet : read) {
                List<String> cells = sheets.computeIfAbsent(sheet.getSheetName(), name -> new ArrayList<>());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells.add(cell.getAddress() + " " + cell);
                    }
                }
            }
        }
        return sheets;
    }
}
