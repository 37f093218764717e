package ukaz.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/** What stands beside the sources comes from somewhere, too: settings, mappings, earlier reports, corrections. */
class HostileSettingsIT {

    /** A file for an option, and words of the sentence that refuses it; none where it does no harm. */
    private record Given(String option, String name, byte[] content, String words, boolean harmless) {

        @Override
        public String toString() {
            return option + " " + name;
        }
    }

    private static final Map<String, Given> GIVEN = new LinkedHashMap<>();

    @TempDir
    private static Path work;

    private static Path list;
    private static Bait bait;

    @BeforeAll
    static void make_a_list() throws IOException {
        bait = new Bait(work);
        list = Files.write(work.resolve("list.xlsx"), Office.sheet(Office.rows("")));
    }

    @AfterAll
    static void stop_listening() throws IOException {
        bait.close();
    }

    static List<Given> given() throws IOException {
        GIVEN.clear();
        yaml("--config", "rules:\n  statute-authority: {enabled: false}\n");
        yaml("--mapping", "columns:\n  ФИО: fullName\n");
        config();
        mapping();
        previous();
        corrections();
        others();
        return List.copyOf(GIVEN.values());
    }

    private static void refused(String option, String name, byte[] content, String words) {
        GIVEN.put(option + name, new Given(option, name, content, words, false));
    }

    private static void refused(String option, String name, String content, String words) {
        refused(option, name, content.getBytes(StandardCharsets.UTF_8), words);
    }

    private static void harmless(String option, String name, String content) {
        GIVEN.put(option + name, new Given(option, name, content.getBytes(StandardCharsets.UTF_8), "", true));
    }

    /** What no YAML may be, whatever it is for. */
    private static void yaml(String option, String sound) throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ха]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        refused(option, "billion-laughs.yaml", laughs.toString(), "");
        refused(option, "laughs-in-place.yaml", "rules: &r {x: *r}\nfiles: *r\n", "");
        refused(option, "snake-that-eats-itself.yaml", "rules: &r\n  statute-authority: *r\nfiles: &f [*f]\n", "");
        refused(option, "deep-brackets.yaml", "rules: " + "[".repeat(100_000), "");
        refused(option, "deep-braces.yaml", "{a: ".repeat(10_000), "");
        refused(option, "deep-lines.yaml", deep(), "");
        refused(
                option,
                "object.yaml",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader " + "[[!!java.net.URL [\"" + bait.url()
                        + "\"]]]]\n",
                "");
        refused(option, "object-inside.yaml", sound + "more: !!java.io.File [/etc/passwd]\n", "");
        refused(option, "two-documents.yaml", sound + "---\n" + sound, "");
        refused(option, "merge.yaml", "base: &b {rules: 1}\n<<: *b\n", "");
        refused(option, "not-utf-8.yaml", sound.replace("a", "Ж").getBytes("windows-1251"), "");
        refused(option, "zero.yaml", sound + "x: a\0b\n", "");
        refused(option, "tab.yaml", "rules:\n\tx: 1\n", "line 2");
        refused(option, "text.yaml", "просто текст", "");
        refused(option, "list.yaml", "- a\n- b\n", "");
        refused(option, "number.yaml", "7\n", "");
        refused(option, "key-that-is-a-list.yaml", "? [a, b]\n: c\n", "");
        refused(option, "key-twice.yaml", sound + sound, "");
        refused(option, "unclosed.yaml", "rules: {\"", "");
        refused(option, "megabytes.yaml", "x: " + "y".repeat(10 << 20), "");
        refused(option, "workbook.yaml", Office.sheet(Office.rows("")), "");
        refused(option, "anchor-of-nobody.yaml", "rules: *nobody\n", "");
        refused(option, "folder", (byte[]) null, "");
        harmless(option, "nothing.yaml", "");
        harmless(option, "comment.yaml", "# nothing\n");
        harmless(option, "sound.yaml", sound);
    }

    private static String deep() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static void config() {
        refused("--config", "no-such-rule.yaml", "rules:\n  \"../../x\": {enabled: false}\n", "line 2");
        refused("--config", "no-such-key.yaml", "rules:\n  statute-authority: {enabeld: false}\n", "enabled");
        refused("--config", "maybe.yaml", "rules:\n  statute-authority: {enabled: maybe}\n", "line 2");
        refused("--config", "severity.yaml", "rules:\n  statute-authority: {severity: fatal}\n", "fatal");
        refused(
                "--config",
                "huge-parameter.yaml",
                "rules:\n  life-span:\n    parameters: {maxSpan: 99999999999999999999}\n",
                "line 3");
        refused(
                "--config",
                "parameter-below-zero.yaml",
                "rules:\n  life-span:\n    parameters: {maxSpan: -2147483649}\n",
                "line 3");
    }

    private static void mapping() {
        refused("--mapping", "no-such-field.yaml", "columns:\n  A: evil\n", "evil");
        refused("--mapping", "no-such-column.yaml", "columns:\n  A: {field: fullName, x: y}\n", "");
        refused("--mapping", "row-below-zero.yaml", "header-row: -5\n", "");
        refused("--mapping", "row-beyond-all.yaml", "header-row: 99999999999\n", "");
    }

    private static void previous() throws IOException {
        String line = "{\"fingerprint\":\"0123456789abcdef\",\"rule\":\"date-future\"";
        refused("--previous", "nothing.jsonl", "[]", "");
        refused("--previous", "text.jsonl", "Иванов\n", "");
        refused("--previous", "cut.jsonl", line, "");
        refused("--previous", "deep.jsonl", line + ",\"x\":" + "[".repeat(100_000), "");
        refused("--previous", "deep-objects.jsonl", "{\"x\":".repeat(50_000), "");
        refused("--previous", "number.jsonl", line + ",\"x\":" + "9".repeat(5_000) + "}", "");
        harmless("--previous", "fraction.jsonl", line + ",\"x\":1e999999999}");
        refused("--previous", "name.jsonl", "{\"" + "x".repeat(200_000) + "\":1}", "");
        refused("--previous", "no-utf-8.jsonl", (line + "\u00ff}").getBytes(StandardCharsets.ISO_8859_1), "");
        harmless("--previous", "surrogate.jsonl", line + ",\"message\":\"\\ud800\"}");
        harmless("--previous", "no-such-rule.jsonl", line.replace("date-future", "<script>=1+1") + "}");
        harmless("--previous", "key-twice.jsonl", line + ",\"rule\":\"x\"}");
        harmless(
                "--previous",
                "wrong-kinds.jsonl",
                line + ",\"decision\":[7],\"severity\":{},\"file\":null,\"firstSeen\":true}");
        harmless("--previous", "dates-beyond.jsonl", line + ",\"firstSeen\":\"999999999-12-31\",\"resolvedOn\":\"x\"}");
        harmless("--previous", "empty.jsonl", "");
        refused("--previous", "no-report.xlsx", Office.sheet(Office.rows("")), "");
        refused("--previous", "cut.xlsx", Arrays.copyOf(Office.sheet(Office.rows("")), 500), "");
        refused(
                "--previous",
                "entity.xlsx",
                Office.with(
                        Office.SHEET, "<!DOCTYPE x SYSTEM '" + bait.url() + "'>" + Office.worksheet(Office.rows(""))),
                "");
        refused("--previous", "quine.xlsx", QuineZip.of("[Content_Types].xml"), "");
        refused("--previous", "packed.xlsx", packed(new byte[1 << 20]), "");
        refused("--previous", "nothing.xlsx", new byte[0], "");
        refused("--previous", "page.html", "<html/>", "");
    }

    private static void corrections() {
        String head = "apply;file;sheet;cell;was;becomes\n";
        refused("--corrections", "no-columns.csv", "a;b;c\n1;2;3\n", "");
        refused("--corrections", "nothing.csv", "", "");
        refused("--corrections", "noise.csv", new byte[] {0, 1, 2, 3, 0, 5, 6, 0}, "");
        refused("--corrections", "quine.xlsx", QuineZip.of("[Content_Types].xml"), "");
        refused("--corrections", "wide.csv", head + "x;".repeat(100_000) + "\n", "");
        harmless("--corrections", "nowhere.csv", head + "yes;../../../../etc/passwd;Лист1;A1;x;y\n");
        harmless(
                "--corrections",
                "no-cell.csv",
                head + "yes;list.xlsx;Лист1;" + "A".repeat(30_000) + "9;x;y\n"
                        + "yes;list.xlsx;Лист1;A99999999999999999999;x;y\nyes;list.xlsx;Лист1;A0;x;y\nyes;list.xlsx;Лист1;;x;y\n"
                        + "yes;list.xlsx;Лист1;А1;x;y\nyes;list.xlsx;Лист1;A-1;x;y\n");
        harmless(
                "--corrections",
                "formula.csv",
                head + "yes;list.xlsx;Лист1;A2;Безошибкин Пётр Ильич;=cmd|'/c calc'!A0\n");
        refused(
                "--corrections",
                "terrible.csv",
                head + "yes;list.xlsx;Лист1;A2;Безошибкин Пётр Ильич;\u202E<script>\u0001\uFFFE\n",
                "not text");
        harmless("--corrections", "header-cell.csv", head + "yes;list.xlsx;Лист1;A1;ФИО;Номер\n");
    }

    private static void others() throws IOException {
        refused("--password-file", "folder", (byte[]) null, "");
        refused("--password-file", "not-utf-8.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 1}, "");
        harmless("--password-file", "lines.txt", "a\nb\0c\n");
        harmless("--password-file", "nothing.txt", "");
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("given")
    @Timeout(60)
    void is_refused_in_one_sentence_or_does_no_harm(Given given) throws IOException {
        Path folder = Files.createTempDirectory(work, "given");
        Path file = folder.resolve(given.name());
        if (given.content() == null) {
            Files.createDirectory(file);
        } else {
            Files.write(file, given.content());
        }
        Path out = folder.resolve("out");

        Ukaz ukaz = Ukaz.run(
                "check",
                list,
                given.option(),
                file,
                "--out",
                out,
                "--format",
                "jsonl,csv",
                "--no-progress",
                "--fail-on",
                "never");

        if (given.harmless()) {
            assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
            new Outputs(out).findings();
        } else {
            assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(2);
            assertThat(ukaz.errors())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("ukaz: ")
                            .contains(given.name())
                            .contains(given.words())
                            .doesNotContain("Exception", " null", "Term[", "Source:", "Input length"));
            assertThat(out).doesNotExist();
        }
        assertThat(bait.calls()).isZero();
    }

    @Test
    void an_earlier_report_that_breaks_off_further_down_ends_the_run_with_its_line() throws IOException {
        String line = "{\"fingerprint\":\"0123456789abcdef\",\"rule\":\"date-future\"";
        Path file = Files.writeString(work.resolve("breaks-off.jsonl"), line + "}\n" + line);

        Ukaz ukaz = Ukaz.run("check", list, "--previous", file, "--out", work.resolve("broken"), "--no-progress");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(2);
        assertThat(ukaz.errors()).last().asString().contains("line 2 of breaks-off.jsonl is not JSON");
    }
}
