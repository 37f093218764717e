package ukaz.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ukaz.app.Main;

/**
 * What a run of the command line left.
 *
 * @param exitCode as the process would have it
 */
public record Ukaz(int exitCode, String out, String err) {

    /** The day on which all tests run. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);

    /** The arguments of a check or an import that reports lines in English and ends with code 0 whatever it finds. */
    public static Object[] lines(String command, Path lists, Path out) {
        return new Object[] {
            command, lists, "--out", out, "--format", "jsonl", "--fail-on", "never", "--no-progress", "--lang", "en"
        };
    }

    /** Runs the command in this process, in English unless the arguments say otherwise. */
    public static Ukaz run(Object... arguments) {
        return run(Locale.ENGLISH, arguments);
    }

    public static Ukaz run(Locale locale, Object... arguments) {
        return run(CLOCK, locale, arguments);
    }

    /** The same by another clock. */
    public static Ukaz run(Clock clock, Object... arguments) {
        return run(clock, Locale.ENGLISH, arguments);
    }

    private static Ukaz run(Clock clock, Locale locale, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                clock,
                locale,
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Ukaz(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of standard error. */
    public List<String> errors() {
        return err.lines().toList();
    }
}
