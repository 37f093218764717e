package ukaz.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/** A process may end between the work of a step and the note that it is over: the step runs again, and does nothing twice. */
class StepAgainIT {

    private static final String LIST = "ФИО;Дата рождения;Награда;Дата указа;Номер медали\n"
            + "Иванов Иван Ильич;12.03.1905;ГСТ;29.10.1949;101\n"
            + "Иванов Иван Ильич;12.03.1906;ГСТ;29.10.1949;101\n"
            + "Петров Пётр Петрович;01.02.1910;ГСТ;29.10.1930;101\n";

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource({"check,discover", "check,ingest%", "check,relate", "import,discover", "import,ingest%", "import,relate"
    })
    void a_step_that_was_not_noted_as_over_does_nothing_twice(String command, String step) throws Exception {
        Path lists = Files.createDirectory(work.resolve("lists"));
        Files.writeString(lists.resolve("list.csv"), LIST);
        Files.writeString(lists.resolve("copy.csv"), LIST);
        Path out = work.resolve("out");
        Path inTheWay = Files.createDirectories(out.resolve("records.jsonl/folder"));
        assertThat(run(command, lists, out).exitCode()).isEqualTo(4);
        String store = command.equals("check") ? "out/.ukaz-run/store.db" : "out-archive/archive.db";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + work.resolve(store));
                Statement job = connection.createStatement();
                PreparedStatement forget = connection.prepareStatement(
                        "update batch_step_execution set status = 'STARTED', end_time = null where step_name like ?")) {
            forget.setString(1, step);
            assertThat(forget.executeUpdate()).isPositive();
            job.executeUpdate("update batch_job_execution set status = 'STARTED', end_time = null");
        }
        Files.delete(inTheWay);
        Files.delete(out.resolve("records.jsonl"));

        Ukaz again = run(command, lists, out);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("Going on with");
        Ukaz calm = run(command, lists, work.resolve("calm"));
        assertThat(calm.exitCode()).as(calm.err()).isZero();
        Outputs disturbed = new Outputs(out);
        Outputs undisturbed = new Outputs(work.resolve("calm"));
        assertThat(disturbed.findings()).isEqualTo(undisturbed.findings());
        assertThat(disturbed.records()).hasSize(3).isEqualTo(undisturbed.records());
        for (String what : List.of("rules", "files", "rows", "severities")) {
            assertThat(disturbed.summary().get(what))
                    .as(what)
                    .isEqualTo(undisturbed.summary().get(what));
        }
    }

    private Ukaz run(String command, Path lists, Path out) {
        List<Object> arguments = new ArrayList<>(List.of(Ukaz.lines(command, lists, out)));
        if (command.equals("import")) {
            arguments.addAll(List.of("--archive", out + "-archive"));
        }
        return Ukaz.run(arguments.toArray());
    }
}
