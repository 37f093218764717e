package ukaz.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final List<String> COMMANDS = List.of(
            "",
            "check",
            "import",
            "watch",
            "worker",
            "archive",
            "archive runs",
            "archive export",
            "report",
            "rules",
            "statute",
            "profile",
            "sample");

    @Test
    void without_a_command_it_says_how_to_use_it() {
        var out = new ByteArrayOutputStream();

        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Clock.systemUTC(), Locale.ENGLISH);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: ukaz").contains("check");
    }

    @ParameterizedTest
    @CsvSource({"en,100", "ru,80"})
    void says_what_every_argument_of_every_command_is_for_in_lines_that_fit(String language, int width) {
        System.setProperty("ukaz.terminal", String.valueOf(width));
        try {
            for (String command : COMMANDS) {
                String[] args = (command + " --help --lang " + language).strip().split(" ");
                List<String> lines = said(args).lines().toList();

                assertThat(lines).as(command).allMatch(line -> line.length() <= width);
                for (int i = 0; i < lines.size(); i++) {
                    boolean label = lines.get(i).matches(" {2,6}(-|\\[?[A-Z]{2}).*");
                    boolean described = lines.get(i).strip().matches("(-\\S, )?\\S+  +\\S.*")
                            || i + 1 < lines.size() && lines.get(i + 1).startsWith(" ".repeat(10));
                    assertThat(!label || described).as(lines.get(i)).isTrue();
                }
            }
        } finally {
            System.clearProperty("ukaz.terminal");
        }
    }

    @Test
    void says_in_either_language_that_a_number_is_needed() {
        assertThat(said("check", ".", "--max-rows", "viele", "--lang", "ru"))
                .isEqualTo("ukaz: ключу --max-rows нужно целое число, а не «viele».\n");
        assertThat(said("check", ".", "--max-rows", "viele", "--lang", "en"))
                .isEqualTo("ukaz: --max-rows needs a whole number, not viele.\n");
    }

    @Test
    void names_the_arguments_of_limits_with_what_holds_without_them() {
        assertThat(said("check", "--help")).contains("Last row of a sheet that is read (default: 5000000).");
    }

    private static String said(String... args) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        Main.run(stream, stream, Clock.systemUTC(), Locale.ENGLISH, args);
        return said.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
