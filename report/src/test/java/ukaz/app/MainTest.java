package ukaz.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void without_a_command_it_says_how_to_use_it() {
        var out = new ByteArrayOutputStream();

        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Clock.systemUTC(), Locale.ENGLISH);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: ukaz").contains("check");
    }
}
