package ukaz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.app.Main;
import ukaz.report.correction.Corrections;

/** Corrections that one check lists and the next applies. */
class CorrectionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path source;
    private String err = "";

    @BeforeEach
    void source() throws IOException {
        source = folder.resolve("heroes.csv");
        Files.writeString(
                source,
                "ФИО;Награда;Дата указа;Кем присвоено\n"
                        + "Выдумкин Аркадий  Фомич;Герой Социалистического Труда;8 декабря 1951 г.;ПВС СССР\n"
                        + "Hебылова Мария Игнатьевна;Герой Социалистического Труда;1951-12-09;ПВС СССР\n");
    }

    private Path check(String out, Object... more) {
        Path to = folder.resolve(out);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String[] arguments = Stream.concat(
                        Stream.of("check", source, "--out", to, "--fail-on", "never", "--format", "jsonl,xlsx"),
                        Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new);
        int code = Main.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                CLOCK,
                Locale.ENGLISH,
                arguments);
        err = errors.toString(StandardCharsets.UTF_8);
        assertThat(code).as(err).isZero();
        return to;
    }

    private static List<String> rules(Path out) throws IOException {
        return JsonText.lines(out.resolve("discrepancies.jsonl")).stream()
                .map(line -> (String) line.get("rule"))
                .toList();
    }

    @Test
    void what_is_certain_is_listed_with_its_cell_and_applied_in_the_next_check() throws IOException {
        String before = Files.readString(source);
        Path first = check("first");
        Path list = first.resolve("corrections.csv");
        assertThat(Files.readAllLines(list))
                .contains(
                        "heroes.csv,,A3,Hебылова Мария Игнатьевна,Небылова Мария Игнатьевна,homoglyph,certain,yes,text-homoglyph",
                        "heroes.csv,,C2,8 декабря 1951 г.,1951-12-08,date-notation,certain,yes,");
        assertThat(rules(first)).contains("text-homoglyph");

        Path second = check("second", "--corrections", list);
        assertThat(rules(second)).doesNotContain("text-homoglyph");
        assertThat(err).doesNotContain("Warning");
        assertThat(Files.readString(source)).isEqualTo(before);
        Map<?, ?> changes =
                (Map<?, ?>) JsonText.file(second.resolve("summary.json")).get("changes");
        assertThat(changes.get("correction")).isEqualTo(Files.readAllLines(list).size() - 1);
    }

    @Test
    void a_row_that_is_not_to_be_applied_is_left_and_a_cell_that_has_changed_is_told() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(
                list,
                "file,sheet,cell,was,becomes,apply\n"
                        + "heroes.csv,,A3,Hебылова Мария Игнатьевна,Небылова Мария Игнатьевна,no\n"
                        + "heroes.csv,,C3,1951-12-10,1951-12-11,yes\n");
        assertThat(rules(check("out", "--corrections", list))).contains("text-homoglyph");
        assertThat(err).contains("1 of 1 corrections were not applied");
    }

    @Test
    void a_list_without_its_columns_is_refused() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "a,b\n1,2\n");
        assertThatThrownBy(() -> Corrections.read(list)).isInstanceOf(IOException.class);
    }
}
