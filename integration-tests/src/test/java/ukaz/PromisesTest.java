package ukaz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise is kept by a test, and a test that is named has to be there. */
class PromisesTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");
    private static final Path DOCS = Path.of("../docs");

    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new HashMap<>();
        for (String module : List.of("model", "ingest", "rules", "report", "integration-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
        return tests;
    }

    private static List<String> named(String page) throws IOException {
        List<String> named = new ArrayList<>();
        Matcher matcher = NAMED.matcher(Files.readString(DOCS.resolve(page)));
        while (matcher.find()) {
            named.add(matcher.group());
        }
        return named;
    }

    @ParameterizedTest
    @ValueSource(strings = {"promises.md", "promises.ru.md", "reliability.md"})
    void every_test_that_is_named_is_there(String page) throws IOException {
        Map<String, Path> tests = tests();

        assertThat(named(page)).isNotEmpty().allSatisfy(name -> {
            Matcher parts = NAMED.matcher(name);
            assertThat(parts.matches()).isTrue();
            assertThat(tests).containsKey(parts.group(1));
            if (parts.group(2) != null) {
                assertThat(tests.get(parts.group(1))).content().contains("void " + parts.group(2) + "(");
            }
        });
    }

    @Test
    void both_languages_name_the_same_tests_in_the_same_order() throws IOException {
        assertThat(named("promises.ru.md")).isEqualTo(named("promises.md"));
    }
}
