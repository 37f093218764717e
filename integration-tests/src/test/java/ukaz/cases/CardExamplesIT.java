package ukaz.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.DescribedWorkbook;

/** The tables in the cards of the reading rules are found faulty, or not, as their cards say. */
class CardExamplesIT {

    /** Where card and program do not agree yet; an example that begins to hold has to leave this list. */
    private static final Set<String> DISPUTED =
            Set.of("name-order: the whole column has given names first", "award-unknown: a slip of the pen");

    private static final List<String> WORDS = List.of("proposed", "corrected", "title", "error");

    @TempDir
    private Path work;

    @TestFactory
    Stream<DynamicTest> tables() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Card card : RuleBook.of(Settings.standard()).cards()) {
            for (Card.Example example : card.examples()) {
                if (!example.table().isEmpty()) {
                    String name = card.id() + ": " + example.title().en();
                    tests.add(DynamicTest.dynamicTest(name, () -> {
                        if (DISPUTED.contains(name)) {
                            assertThatThrownBy(() -> run(card, example))
                                    .as("now that it holds, take it off the list")
                                    .isInstanceOf(AssertionError.class);
                        } else {
                            run(card, example);
                        }
                    }));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    private void run(Card card, Card.Example example) throws IOException {
        Path place = Files.createTempDirectory(work, "example");
        DescribedWorkbook.write(described(example.table()), "Лист1", place.resolve("list.xlsx"));

        Ukaz ukaz = Ukaz.run("check", place.resolve("list.xlsx"), "--out", place, "--format", "jsonl", "--quiet");

        List<Map<String, Object>> found = new Outputs(place)
                .findings().stream()
                        .filter(finding -> finding.get("rule").equals(card.id()))
                        .toList();
        assertThat(found).as(ukaz.err()).hasSameSizeAs(example.finds());
        for (int i = 0; i < found.size(); i++) {
            assertFound(found.get(i), example.finds().get(i));
        }
    }

    private static void assertFound(Map<String, Object> finding, Map<String, Object> expected) {
        String text = finding.get("message") + " " + finding.get("expected") + " " + finding.get("value") + " "
                + finding.get("column");
        expected.forEach((key, value) -> {
            switch (key) {
                case "cell", "sheet" -> assertThat(finding.get(key)).isEqualTo(value);
                case "row" -> assertThat(finding.get(key)).isEqualTo(((Number) value).longValue());
                default -> {
                    if (WORDS.contains(key)) {
                        assertThat(text).as(key).contains(value.toString());
                    }
                }
            }
        });
    }

    /** An error value is a cell of its own kind. */
    private static List<List<String>> described(List<List<String>> table) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.startsWith("#") && isError(cell) ? "error:" + cell : cell)
                        .toList())
                .toList();
    }

    private static boolean isError(String text) {
        return Stream.of(FormulaError.values())
                .anyMatch(error -> error.getString().equals(text));
    }
}
