package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.DescribedWorkbook;

/** What a person at the command line meets: every error is one sentence, in both languages, with the right exit code. */
class CommandIT {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @TempDir
    private Path work;

    private Path list;
    private Path out;

    @BeforeEach
    void make_a_sound_list() throws IOException {
        list = work.resolve("list.xlsx");
        out = work.resolve("out");
        DescribedWorkbook.write(
                List.of(
                        List.of("ФИО", "Награда", "Дата указа"),
                        List.of("Образцов Пётр Ильич", "ГСТ", "date:1949-10-29")),
                "Лист1",
                list);
        Files.writeString(work.resolve("letter.docx"), "PK\u0003\u0004 not really");
        Files.createDirectories(work.resolve("empty"));
        Files.writeString(work.resolve("file"), "");
        Files.writeString(work.resolve("unknown-rule.yaml"), "rules:\n  statute-autority: {enabled: false}\n");
        Files.writeString(work.resolve("broken.yaml"), "rules: [\n");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(delimiter = '|', textBlock = """
                    check                                        | FILE|DIR
                    check {list} --formt xlsx                    | --format
                    check {list} --out {out} --format pdf        | pdf
                    check {list} --out {out} --fail-on bad       | bad
                    check {list} --out {out} --lang de           | de
                    check {list} --out {out} --max-rows many     | many
                    check {work}/nothing.xlsx --out {out}        | nothing.xlsx
                    check {work}/empty --out {out}               | empty
                    check {list} --out {work}/file               | file
                    check {list} --out {work}/file/below         | below
                    check {list} --out /proc/nowhere             | /proc/nowhere
                    check {list} --out {out} --config {work}/no  | no
                    check {list} --out {out} --password-file {work}/no         | no
                    report                                       | --from
                    report --from {work}/nothing                 | nothing
                    report --from {work}/empty                   | summary.json
                    report --from {work}/empty --archive {work}  | --archive
                    report --from {work}/empty --since 1         | --since
                    report --from {work}/empty --config {work}/broken.yaml     | --config
                    chek {list}                                  | check
                    rules statute-autority                       | statute-autority
                    statute HSX                                  | HSL
                    statute HSL --on 1951-13-45                  | 1951-13-45
                    statute                                      | AWARD
                    sample                                       | DIR
                    sample {work}                                | {work}
                    sample {list}                                | {list}
                    """)
    void wrong_usage_is_one_sentence(String command, String names) {
        Object[] arguments = filled(command).split(" ");

        for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
            Ukaz ukaz = Ukaz.run(locale, arguments);

            assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(2);
            assertThat(ukaz.out()).isEmpty();
            assertThat(ukaz.errors())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("ukaz: ")
                            .contains(filled(names))
                            .doesNotContain("Exception")
                            .doesNotContain("null"));
            assertThat(ukaz.err()
                            .codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC))
                    .as(ukaz.err())
                    .isEqualTo(locale == RUSSIAN);
            assertThat(out).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"unknown-rule.yaml, line 2", "broken.yaml, line 2"})
    void wrong_settings_are_one_sentence_with_the_place(String file, String place) {
        Ukaz ukaz = Ukaz.run("check", list, "--out", out, "--config", work.resolve(file));

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(2);
        assertThat(ukaz.errors())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("ukaz: ").contains(file).contains(place));
        assertThat(out).doesNotExist();
    }

    @Test
    void a_failed_run_leaves_no_half_report_and_can_be_resumed() throws IOException {
        Path inTheWay = out.resolve("report.xlsx");
        Files.createDirectories(inTheWay.resolve("folder"));

        Ukaz failed = Ukaz.run("check", list, "--out", out, "--no-progress", "--format", "xlsx,jsonl,csv");

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(4);
        assertThat(failed.err())
                .contains("The same command goes on where it stopped")
                .doesNotContain("\tat ");
        Files.delete(inTheWay.resolve("folder"));
        Files.delete(inTheWay);
        Ukaz resumed = Ukaz.run("check", list, "--out", out, "--no-progress", "--format", "xlsx,jsonl,csv");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        Outputs outputs = new Outputs(out);
        outputs.assertThatTheyAgree();
        outputs.assertThatNothingIsLeftOver();
    }

    @Test
    void timings_name_every_stage_on_stderr_and_leave_stdout_alone() {
        Ukaz ukaz = Ukaz.run("check", list, "--out", out, "--format", "jsonl", "--quiet", "--timings", "--lang", "en");

        assertThat(ukaz.out()).isEmpty();
        assertThat(ukaz.err().lines().map(line -> line.replaceAll(" +[0-9]+\\.[0-9]{2} +[0-9]+\\.[0-9]{2}$", "")))
                .contains("Looking at the files", "Reading and checking", "Who is who", "  comparing", "Total");
    }

    private String filled(String text) {
        return text.replace("{list}", list.toString())
                .replace("{out}", out.toString())
                .replace("{work}", work.toString());
    }

    @Test
    void what_is_no_spreadsheet_is_reported_and_the_rest_is_read() {
        Ukaz ukaz = Ukaz.run(
                "check",
                work.resolve("letter.docx"),
                list,
                "--out",
                out,
                "--format",
                "xlsx,jsonl,csv",
                "--no-progress");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(3);
        assertThat(ukaz.err()).contains("not to the end: ", "letter.docx", "The report says why.");
        Outputs outputs = new Outputs(out);
        assertThat(outputs.findings())
                .filteredOn(finding -> finding.get("file").equals("letter.docx"))
                .singleElement()
                .satisfies(finding -> assertThat((String) finding.get("rule")).startsWith("source-un"));
        assertThat(outputs.records()).hasSize(1);
        outputs.assertThatTheyAgree();
    }

    @Test
    void a_sound_list_ends_with_0_and_tells_where_the_report_is() {
        Ukaz ukaz = Ukaz.run("check", list, "--out", out, "--no-progress");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        assertThat(ukaz.out()).contains("report.xlsx").contains("summary.json");
        assertThat(out.resolve("report.xlsx")).exists();
    }

    @Test
    void quiet_says_nothing() {
        Ukaz ukaz = Ukaz.run("check", list, "--out", out, "--quiet");

        assertThat(ukaz.out() + ukaz.err()).isEmpty();
    }

    @Test
    void checking_the_folder_of_the_reports_does_not_read_the_reports() {
        Ukaz.run("check", work, "--out", out, "--quiet", "--format", "xlsx,csv");
        Ukaz again = Ukaz.run("check", work, "--out", out, "--quiet", "--format", "xlsx,jsonl,csv");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(new Outputs(out).records()).hasSize(1);
    }

    @Test
    void two_runs_of_the_same_list_say_the_same() throws IOException {
        Path samples = Path.of("../samples");
        Path other = work.resolve("other");

        Ukaz.run("check", samples, "--out", out, "--quiet", "--format", "jsonl,csv");
        Ukaz.run("check", samples, "--out", other, "--quiet", "--format", "jsonl,csv");

        for (String name : List.of("discrepancies.jsonl", "records.jsonl", "discrepancies.csv", "records.csv")) {
            assertThat(other.resolve(name)).hasSameTextualContentAs(out.resolve(name));
        }
    }

    @Test
    void a_russian_report_has_russian_messages() {
        Path samples = Path.of("../samples");

        Ukaz.run("check", samples, "--out", out, "--quiet", "--format", "jsonl", "--lang", "ru");

        assertThat(new Outputs(out).findings())
                .allSatisfy(finding -> assertThat((String) finding.get("message"))
                        .matches("(?s).*[А-Яа-яё].*")
                        .doesNotContain("{")
                        .doesNotContain("null"));
    }

    @Test
    void an_english_report_has_words_in_place_of_codes() {
        Path samples = Path.of("../samples");

        Ukaz.run("check", samples, "--out", out, "--quiet", "--format", "jsonl", "--lang", "en");

        assertThat(new Outputs(out).findings())
                .allSatisfy(finding -> assertThat(finding.get("message") + " " + finding.get("expected"))
                        .doesNotContain("{")
                        .doesNotContain("PVS_")
                        .doesNotContain("CEC_")
                        .doesNotContain("HAMMER_AND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "check --help",
                "rules --help",
                "statute --help",
                "profile --help",
                "sample --help",
                "--version"
            })
    void help_is_a_result(String command) {
        for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
            Ukaz ukaz = Ukaz.run(locale, (Object[]) command.split(" "));

            assertThat(ukaz.exitCode()).isZero();
            assertThat(ukaz.err()).isEmpty();
            assertThat(ukaz.out()).isNotBlank().doesNotContain("${").doesNotContain("null");
        }
    }

    @Test
    void the_catalogue_lists_every_rule() {
        Ukaz.run("check", list, "--out", out, "--quiet", "--format", "jsonl");
        Ukaz ukaz = Ukaz.run("rules");

        assertThat(ukaz.exitCode()).isZero();
        assertThat(new Outputs(out).rules())
                .allSatisfy(rule -> assertThat(ukaz.out()).contains(rule));
    }

    @Test
    void a_mapping_that_is_no_text_is_said_to_be_none() throws IOException {
        Path list = Files.writeString(work.resolve("a.csv"), "ФИО;Награда;Дата указа\n");
        Path binary = Files.write(work.resolve("m.yaml"), new byte[] {'P', 'K', 3, 4, (byte) 0xC0, (byte) 0xC1});
        Locale russian = Locale.forLanguageTag("ru");

        assertThat(Ukaz.run(russian, "profile", list, "--mapping", binary).err())
                .contains("m.yaml: это не текст в кодировке UTF-8");
        assertThat(Ukaz.run(russian, "profile", list, "--mapping", work).err()).contains("это папка");
    }

    @Test
    void says_in_russian_where_settings_and_mapping_are_wrong() throws IOException {
        Path list = Files.writeString(work.resolve("a.csv"), "ФИО;Награда;Дата указа\n");
        Path settings = Files.writeString(work.resolve("s.yaml"), "rules:\n  life-spam: {}\n");
        Path mapping = Files.writeString(work.resolve("m.yaml"), "columns:\n  A: fulName\n");
        Locale russian = Locale.forLanguageTag("ru");

        Ukaz first = Ukaz.run(russian, "check", list, "--out", work.resolve("o"), "--config", settings);
        Ukaz second = Ukaz.run(russian, "check", list, "--out", work.resolve("o"), "--mapping", mapping);

        assertThat(first.exitCode()).isEqualTo(2);
        assertThat(first.err())
                .contains("ошибка в файле настроек: ")
                .contains(
                        "s.yaml, строка 2, столбец 14: нет такого правила: «life-spam»; возможно, имелось в виду «life-span»");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err())
                .contains(
                        "m.yaml, строка 2, столбец 6: нет такого поля: «fulName»; возможно, имелось в виду «fullName»");
    }

    @Test
    void the_samples_are_written_with_a_readme_in_the_language() throws IOException {
        Path target = work.resolve("samples");

        Ukaz ukaz = Ukaz.run("sample", target, "--lang", "ru");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        try (var committed = Files.list(Path.of("../samples"))) {
            assertThat(committed.filter(file -> !file.toString().endsWith(".md")))
                    .allSatisfy(file ->
                            assertThat(target.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
        assertThat(target.resolve("README.md")).content().contains("Примеры");
        assertThat(ukaz.out()).contains("README.md").contains("uchebnye-oshibki.xlsx");
    }
}
