package ukaz.app.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@SuppressWarnings("try") // the log does its work by being open
class RunLogTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void an_event_is_a_line_of_text() {
        try (RunLog log = begin(LogForm.TEXT)) {
            RunLog.at("run", "8f3c");
            RunLog.at("stage", "read");
            RunLog.events()
                    .atWarn()
                    .addKeyValue("event", "file.failed")
                    .addKeyValue("file", "Герои \"А\".xlsx")
                    .addKeyValue("rows", 12L)
                    .log("Файл\nне прочитан");
        }

        assertThat(lines())
                .singleElement()
                .asString()
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+03:00 WARN  .*")
                .endsWith(
                        " Файл\\nне прочитан event=file.failed file=\"Герои \\\"А\\\".xlsx\" rows=12 run=8f3c stage=read");
    }

    @Test
    void an_event_is_an_object_of_json() {
        try (RunLog log = begin(LogForm.JSON)) {
            RunLog.at("run", "8f3c");
            RunLog.events().atInfo().addKeyValue("event", "run.started").log("{}", "Say \"hi\"\n");
        }

        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("{\"time\":\"20")
                .contains("+03:00\",\"level\":\"info\",\"message\":\"Say \\\"hi\\\"\\n\"")
                .endsWith(",\"event\":\"run.started\",\"run\":\"8f3c\"}");
    }

    @Test
    void what_is_printed_for_a_person_and_what_libraries_say_are_events_too() {
        try (RunLog log = begin(LogForm.JSON)) {
            log.told().println("Метрики: http://127.0.0.1");
            log.told().println();
            log.told().print("без конца");
            LoggerFactory.getLogger("com.example.Driver").warn("odd", new IllegalStateException("broken"));
            LoggerFactory.getLogger("com.example.Driver").info("not of interest");
        }

        assertThat(lines()).hasSize(2).allMatch(line -> line.startsWith("{\"time\":") && line.endsWith("}"));
        assertThat(lines().get(0)).contains("\"message\":\"Метрики: http://127.0.0.1\"");
        assertThat(lines().get(1))
                .contains(
                        "\"logger\":\"com.example.Driver\"", "\"exception\":\"java.lang.IllegalStateException: broken");
    }

    @Test
    void what_happens_between_runs_belongs_to_none() {
        try (RunLog log = begin(LogForm.TEXT)) {
            RunLog.at("run", "8f3c");
            RunLog.leave();
            RunLog.events().info("Waiting");
        }

        assertThat(lines()).singleElement().asString().endsWith(" INFO  Waiting");
    }

    @Test
    void after_its_end_nothing_goes_there() {
        begin(LogForm.JSON).close();
        RunLog.events().warn("not for this log");

        assertThat(lines()).isEmpty();
    }

    private RunLog begin(LogForm form) {
        return RunLog.begin(form, ZoneId.of("Europe/Moscow"), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
