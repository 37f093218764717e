package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.job.InventedPeople;
import ukaz.run.Ukaz;
import ukaz.store.EmbeddedServer;

/** The server drops the connection of an import when some of its work is all but committed, and is there again at once. */
class LostConnectionIT {

    @TempDir
    private Path work;

    @Test
    void no_row_of_the_chunk_is_missing_when_the_import_goes_on() throws Exception {
        assertGoesOnAfterDropping("update on batch_step_execution_context", "(select count(*) from record) > 3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relate", "report"})
    void a_step_whose_end_could_not_be_noted_is_gone_on_with(String step) throws Exception {
        assertGoesOnAfterDropping(
                "update on batch_step_execution", "new.status = 'COMPLETED' and new.step_name = '" + step + "'");
    }

    private void assertGoesOnAfterDropping(String what, String when) throws Exception {
        Path list = InventedPeople.list(work.resolve("list.csv"), 6_000);
        ArchiveAddress calm = begun("calm");
        ArchiveAddress disturbed = begun("disturbed");
        drop(disturbed, what, when);

        Ukaz first = Ukaz.run(disturbed.imports(list, work.resolve("out")));
        assertThat(first.exitCode()).as(first.err()).isEqualTo(4);
        assertThat(first.err()).contains("The same command goes on where it stopped");
        Ukaz second = Ukaz.run(disturbed.imports(list, work.resolve("out")));
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out() + second.err()).contains("Going on with run 2");

        Ukaz undisturbed = Ukaz.run(calm.imports(list, work.resolve("out")));
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
        Reported.of(disturbed, work.resolve("of-disturbed")).assertEqualTo(Reported.of(calm, work.resolve("of-calm")));
    }

    /** An archive of one record. */
    private ArchiveAddress begun(String name) throws Exception {
        ArchiveAddress archive = ArchiveAddress.onServer(
                EmbeddedServer.create(),
                EmbeddedServer.USER,
                EmbeddedServer.PASSWORD,
                work.resolve("credentials-" + name));
        Path one = Files.writeString(
                work.resolve("one.csv"), "ФИО;Награда;Дата указа\nИванов Иван Ильич;ГСТ;29.10.1949\n");
        Ukaz begin = Ukaz.run(archive.imports(one, work.resolve("out")));
        assertThat(begin.exitCode()).as(begin.err()).isZero();
        return archive;
    }

    /** Ends, once, the connection that does this; a sequence counts on when a transaction is undone. */
    private static void drop(ArchiveAddress archive, String what, String when) throws Exception {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create sequence dropped");
            statement.execute("create function drop_once() returns trigger language plpgsql as $$ begin"
                    + " if " + when + " and nextval('dropped') = 1"
                    + " then perform pg_terminate_backend(pg_backend_pid()); end if;"
                    + " return new; end $$");
            statement.execute("create trigger drop_once before " + what + " for each row execute function drop_once()");
        }
    }
}
