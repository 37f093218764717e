package ukaz.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Ukaz;
import ukaz.workbook.Csv;

/** What is written can be opened by anybody and handed to anybody: nothing in it acts, and nothing tells of the machine. */
class SafeOutputsIT {

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "=HYPERLINK(\"http://evil\")", "＝1+1");

    @TempDir
    private static Path work;

    private static Path out;

    @BeforeAll
    static void check_a_table_of_formulas() throws IOException {
        Path in = Files.createDirectories(work.resolve("private-folder/in"));
        StringBuilder text = new StringBuilder("ФИО;Награда;Дата указа;Кем присвоено;№ медали;Прим.\n");
        for (String formula : FORMULAS) {
            String quoted = '"' + formula.replace("\"", "\"\"") + '"';
            text.append((quoted + ";").repeat(5)).append(quoted).append('\n');
        }
        Files.writeString(in.resolve("=cmd'!A0.csv"), text);
        for (String sample : List.of("uchebnye-oshibki.xlsx", "geroi-truda.csv")) {
            Files.copy(Path.of("../samples", sample), in.resolve(sample));
        }
        out = work.resolve("private-folder/out");
        Ukaz ukaz = Ukaz.run(
                "check",
                in,
                "--out",
                out,
                "--format",
                "xlsx,html,jsonl,csv",
                "--annotate",
                "--no-progress",
                "--lang",
                "ru");
        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(1);
    }

    /** Every file, and every part of every package, as text. */
    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                texts.put(name, new String(bytes, StandardCharsets.UTF_8));
                if (name.endsWith(".xlsx")) {
                    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                        for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                            texts.put(
                                    name + "!" + part.getName(),
                                    new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return texts;
    }

    @Test
    void no_report_tells_of_the_machine_it_was_made_on() throws IOException {
        List<String> tellTales = List.of(
                work.toString(),
                "private-folder",
                System.getProperty("user.dir"),
                System.getProperty("java.home"),
                InetAddress.getLocalHost().getHostName() + ":");

        texts().forEach((name, text) -> tellTales.forEach(told ->
                assertThat(text.contains(told)).as(name + " tells " + told).isFalse()));
    }

    @Test
    void no_cell_of_a_table_of_text_is_taken_for_a_formula() {
        for (String name : List.of("discrepancies.csv", "records.csv", "corrections.csv")) {
            Path file = out.resolve(name);
            if (Files.exists(file)) {
                assertThat(Csv.rows(file))
                        .allSatisfy(row -> assertThat(row)
                                .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r＝].*")));
            }
        }
    }

    @Test
    void no_workbook_has_a_formula_but_links_to_its_own_sources() throws IOException {
        texts().forEach((name, text) -> {
            if (name.contains("!xl/worksheets/")) {
                assertThat(text).as(name).doesNotContain("<f>=", "DDE", "WEBSERVICE");
                assertThat(text.split("<f>", -1)).as(name).allSatisfy(after -> {
                    if (!after.equals(text.split("<f>", -1)[0]) && name.startsWith("report.xlsx")) {
                        assertThat(after).startsWith("HYPERLINK(");
                    }
                });
            }
            assertThat(name).doesNotContain("vbaProject", "externalLink", "connections");
        });
    }

    @Test
    void the_page_forbids_itself_whatever_is_not_in_it() throws IOException {
        assertThat(texts().get("report.html"))
                .contains("Content-Security-Policy")
                .contains("default-src 'none'")
                .doesNotContain("src=\"http", "href=\"http://evil");
    }
}
