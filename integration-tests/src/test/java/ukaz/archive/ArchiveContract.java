package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Json;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/** What an archive promises to the one who imports, on every database. */
abstract class ArchiveContract {

    private static final String HEAD = "ФИО;Дата рождения;Награда;Дата указа;Номер медали\n";

    @TempDir
    private Path work;

    private ArchiveAddress archive;
    private Path out;

    /** Names an archive that is not there yet. */
    abstract ArchiveAddress address(Path folder) throws Exception;

    @BeforeEach
    void name_the_places() throws Exception {
        archive = address(work);
        out = work.resolve("out");
    }

    @Test
    void a_file_that_is_there_is_not_taken_twice() throws IOException {
        Path list = list("list.csv", "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\n");
        take(list);

        Path copy = Files.copy(list, work.resolve("copy.csv"));
        Ukaz again = take(copy);

        assertThat(new Outputs(out).findings())
                .extracting(finding -> finding.get("rule"), finding -> finding.get("message"))
                .containsExactly(Tuple.tuple(
                        "source-duplicate-file", "The content is that of list.csv, imported before: № 1, 2026-01-15"));
        assertThat(again.out()).contains("Archive " + archive.name() + ", run 2");
        assertThat(Reported.of(archive, work.resolve("all")).records()).hasSize(1);
    }

    @Test
    void what_is_imported_twice_is_there_once() {
        Path samples = Path.of("../samples");
        take(samples);
        Reported once = Reported.of(archive, work.resolve("once"));

        take(samples);

        assertThat(new Outputs(out).findings())
                .isNotEmpty()
                .extracting(finding -> finding.get("rule"))
                .containsOnly("source-duplicate-file");
        assertThat(new Outputs(out).records()).isEmpty();
        assertThat(once.records()).hasSizeGreaterThan(50);
        Reported.of(archive, work.resolve("twice")).assertEqualTo(once);
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_one_and_history_stays() throws IOException {
        Path list = list(
                "list.csv",
                "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\nПетров Пётр Петрович;01.02.1910;ГСТ;29.10.1930;102\n");
        take(list);
        Reported before = Reported.of(archive, work.resolve("before"));

        list("list.csv", "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1950;101\n");
        Ukaz second = take(list);

        assertThat(Json.lines(out.resolve("revisions.jsonl")))
                .extracting(line -> line.get("kind"), line -> line.get("name"), line -> line.get("cells"))
                .containsExactly(
                        Tuple.tuple(
                                "changed",
                                "Иванов Иван Ильич",
                                List.of(Map.of("column", "Дата указа", "before", "29.10.1949", "now", "29.10.1950"))),
                        Tuple.tuple("removed", "Петров Пётр Петрович", List.of()));
        assertThat(second.out()).contains("New version of list.csv in place of that of run 1: 1 records, before 2");
        assertThat(Reported.of(archive, work.resolve("now")).records())
                .singleElement()
                .asString()
                .contains("1950-10-29");
        Reported.of(archive, work.resolve("then"), "--until", "1").assertEqualTo(before);
        assertThat(Ukaz.run(archive.arguments("archive", "--all", "--lang", "en"))
                        .out())
                .contains("superseded (2)");
    }

    @Test
    void a_name_put_right_is_a_change_and_another_person_in_the_row_is_none() throws IOException {
        take(
                list(
                        "list.csv",
                        "Иваноф Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\nПетров Пётр Петрович;01.02.1910;ГСТ;29.10.1949;102\n"));

        take(list(
                "list.csv",
                "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\nКозлов Фома Лукич;05.06.1899;ГСТ;29.10.1949;205\n"));

        assertThat(Json.lines(out.resolve("revisions.jsonl")))
                .extracting(line -> line.get("kind"), line -> line.get("name"))
                .containsExactly(
                        Tuple.tuple("changed", "Иванов Иван Ильич"),
                        Tuple.tuple("removed", "Петров Пётр Петрович"),
                        Tuple.tuple("added", "Козлов Фома Лукич"));
    }

    @Test
    void records_are_checked_against_all_that_is_there() throws IOException {
        take(list("first.csv", "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\n"));
        take(list("second.csv", "Петров Пётр Петрович;01.02.1910;ГСТ;29.10.1949;101\n"));

        assertThat(new Outputs(out).findings())
                .extracting(finding -> finding.get("rule"))
                .contains("register-medal-number-shared");
    }

    @Test
    void files_that_come_one_by_one_in_any_order_make_what_one_check_of_all_makes() throws Exception {
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of("../samples"))) {
            samples = new ArrayList<>(files.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
        }
        Object[] all = Stream.concat(
                        Stream.of("check", "--out", work.resolve("check"), "--format", "jsonl"), samples.stream())
                .toArray();
        assertThat(Ukaz.run(all).exitCode()).isLessThan(2);
        Reported check = Reported.in(work.resolve("check"));

        for (int round = 0; round < 3; round++) {
            ArchiveAddress own = address(Files.createDirectory(work.resolve("round" + round)));
            for (Path file : samples) {
                take(own, file);
            }
            Reported.of(own, work.resolve("all" + round)).assertEqualTo(check);
            Collections.rotate(samples, 2);
        }
    }

    @Test
    void an_archive_of_a_newer_version_is_refused() throws Exception {
        take(list("list.csv", "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\n"));
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into flyway_schema_history (installed_rank, version, description, type,"
                            + " script, installed_by, execution_time, success) values (99, '99', 'x', 'SQL', 'x', 'x', 1, true)");
        }

        Ukaz refused = Ukaz.run(archive.arguments("import", work.resolve("list.csv"), "--out", out));

        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.errors())
                .contains("ukaz: the archive " + archive.name()
                        + " was written by a newer version of Ukaz (its tables are"
                        + " version 99, this program knows 8); use that version.");
    }

    @Test
    void records_that_an_earlier_version_has_packed_are_packed_anew() throws Exception {
        take(list("first.csv", "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\n"));
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from flyway_schema_history where version = '8'");
            statement.executeUpdate("update card set people = places");
        }

        take(list("second.csv", "Петров Пётр Петрович;01.02.1910;ГСТ;29.10.1949;101\n"));

        assertThat(new Outputs(out).findings())
                .extracting(finding -> finding.get("rule"))
                .contains("register-medal-number-shared");
    }

    @Test
    void a_secret_in_the_address_is_refused() {
        Ukaz refused = Ukaz.run("archive", "--archive", "jdbc:postgresql://host/db?user=a&password=b");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("UKAZ_DB_USER").doesNotContain("password=b");
    }

    private Path list(String name, String rows) throws IOException {
        return Files.writeString(work.resolve(name), HEAD + rows);
    }

    private Ukaz take(Path file) {
        return take(archive, file);
    }

    private Ukaz take(ArchiveAddress into, Path file) {
        Ukaz ukaz = Ukaz.run(into.arguments(
                "import", file, "--out", out, "--format", "jsonl", "--fail-on", "never", "--lang", "en"));
        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        return ukaz;
    }
}
