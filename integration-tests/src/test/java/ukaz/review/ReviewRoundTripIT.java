package ukaz.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Json;
import ukaz.run.Ukaz;

/** Decisions filled in a report that LibreOffice saves as ods and as xlsx again. */
class ReviewRoundTripIT {

    @TempDir
    Path folder;

    @Test
    void nothing_is_lost_on_the_way_through_libreoffice() throws Exception {
        Path office = office().orElse(null);
        assumeTrue(office != null, "skipped: no soffice on the PATH");
        Path samples = folder.resolve("samples");
        assertThat(Ukaz.run("sample", samples).exitCode()).isZero();
        Path first = check(samples, "first");
        List<Map<String, Object>> before = Json.lines(first.resolve("discrepancies.jsonl"));
        decide(first.resolve("report.xlsx"));

        Path ods = converted(office, first.resolve("report.xlsx"), "ods");
        Path xlsx = converted(office, ods, "xlsx");
        for (Path previous : List.of(ods, xlsx)) {
            Path next = check(samples, "next-" + previous.getFileName(), "--previous", previous);
            List<Map<String, Object>> after = Json.lines(next.resolve("discrepancies.jsonl"));
            assertThat(after)
                    .hasSameSizeAs(before)
                    .allSatisfy(line -> assertThat(line)
                            .containsEntry("status", "persisting")
                            .containsEntry("ruleChanged", false)
                            .containsEntry("earlierDecision", null)
                            .containsEntry(
                                    "decision",
                                    Map.of(
                                            "decision", "waived",
                                            "reason", "дело № 7, л. 3",
                                            "reviewer", "Н. Архивова",
                                            "until", "2027-03-01")));
        }
    }

    private Path check(Path samples, String name, Object... more) {
        Path out = folder.resolve(name);
        Object[] arguments = Stream.concat(Stream.of("check", samples, "--out", out, "--lang", "ru"), Stream.of(more))
                .toArray();
        assertThat(out).doesNotExist();
        Ukaz.run(arguments);
        return out;
    }

    private static void decide(Path report) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(report))) {
            Sheet sheet = workbook.getSheet("Расхождения");
            int decision = 0;
            while (!sheet.getRow(0).getCell(decision).getStringCellValue().equals("Решение")) {
                decision++;
            }
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                row.getCell(decision).setCellValue("допустимо");
                row.getCell(decision + 1).setCellValue("дело № 7, л. 3");
                row.getCell(decision + 2).setCellValue("Н. Архивова");
                row.getCell(decision + 3).setCellValue(LocalDate.of(2027, 3, 1));
            }
            try (OutputStream out = Files.newOutputStream(report)) {
                workbook.write(out);
            }
        }
    }

    private Path converted(Path office, Path file, String format) throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("as-" + format));
        Process process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        Path converted = out.resolve("report." + format);
        assertThat(converted).exists();
        return converted;
    }

    private static Optional<Path> office() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
