package ukaz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.FindingText;
import ukaz.rules.text.Language;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.DescribedWorkbook;

/** The tables and files in the cards of the reading rules are found faulty, or not, as their cards say. */
class CardExamplesIT {

    private static final FindingText TEXT = FindingText.of(Language.EN, RuleBook.of(Settings.standard()));

    @TempDir
    private Path work;

    @TestFactory
    Stream<DynamicTest> tables() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Card card : RuleBook.of(Settings.standard()).cards()) {
            for (Card.Example example : card.examples()) {
                if (!example.table().isEmpty() || example.file() != null) {
                    String name = card.id() + ": " + example.title().en();
                    tests.add(DynamicTest.dynamicTest(name, () -> run(card, example)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private void run(Card card, Card.Example example) throws IOException, GeneralSecurityException {
        Path place = Files.createTempDirectory(work, "example");
        Path in = Files.createDirectory(place.resolve("in"));
        String file = example.file();
        List<Path> files = file == null ? List.of(in.resolve("list.xlsx")) : CardFiles.write(file, in);
        if (file == null) {
            DescribedWorkbook.write(described(example.table()), "Лист1", files.get(0));
        }

        Ukaz ukaz = Ukaz.run(Stream.concat(
                        Stream.of("check", "--out", place.resolve("out"), "--format", "jsonl", "--quiet"),
                        files.stream())
                .toArray());

        List<Map<String, Object>> found = new Outputs(place.resolve("out"))
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
                case "award", "nearest" -> assertThat(text).as(key).contains(word(Term.Kind.AWARD, value));
                case "field" -> assertThat(text).as(key).contains(word(Term.Kind.FIELD, value));
                case "reason", "limit", "what", "kind", "direction" ->
                    assertThat(text).as(key).contains(word(Term.Kind.PHRASE, value));
                case "date" -> assertThat(text).as(key).contains(TEXT.value(HistoricalDate.parse(value.toString())));
                default -> assertThat(text).as(key).contains(value.toString());
            }
        });
    }

    private static String word(Term.Kind kind, Object code) {
        return TEXT.value(new Term(kind, code.toString()));
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
