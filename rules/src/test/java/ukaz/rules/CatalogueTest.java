package ukaz.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.StringReader;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.model.Term;
import ukaz.model.data.Bilingual;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.Rule;
import ukaz.rules.text.Language;
import ukaz.rules.text.Words;

/** What holds for every rule of the catalogue; the examples of the cards are the rules' own tests. */
class CatalogueTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[[^]]*]");

    /** What every fault has without saying so. */
    private static final Set<String> IMPLICIT = Set.of("value", "column", "file", "sheet", "row", "cell");

    private static final Path CARDS = Path.of("src/main/resources/ukaz/rules/cards");
    private static final Path CLASSES = Path.of("src/main/java/ukaz/rules");

    private static final RuleBook STANDARD = RuleBook.of(Settings.standard());
    private static final Words WORDS = Words.of(StatuteBook.load());

    private final RuleBook book = STANDARD;

    @TestFactory
    Stream<DynamicNode> says_of_every_example_what_its_card_says() {
        return Catalogue.RULES.stream()
                .filter(entry -> entry.kind() != Catalogue.Kind.READING)
                .map(entry -> book.card(entry.id()).orElseThrow())
                .map(card -> dynamicContainer(
                        card.id(),
                        card.examples().stream()
                                .filter(example -> example.table().isEmpty() && example.file() == null)
                                .map(example -> dynamicTest(example.title().en(), () -> run(card, example)))));
    }

    private void run(Card card, Card.Example example) {
        RuleBook.Session session = bookOf(card, example).session();
        List<Finding> findings = new ArrayList<>();
        Consumer<Finding> own = finding -> {
            if (finding.rule().equals(card.id())) {
                findings.add(finding);
            }
        };
        if (example.records().isEmpty()) {
            session.check(ExampleRecord.of(example.record()), own);
        } else {
            new ExampleRecords(example).check(session, own);
        }
        String what = card.id() + ": " + example.title().en();
        assertThat(findings.stream().map(CatalogueTest::plainValues).toList())
                .as(what)
                .isEqualTo(example.finds());
        RuleTally tally = session.drain().stream()
                .filter(each -> each.rule().equals(card.id()))
                .findAny()
                .orElseThrow();
        assertThat(tally.undecided()).as(what + ", undecided").isEqualTo(example.undecided() ? 1 : 0);
        for (Finding finding : findings) {
            assertThat(finding.fault().certainty().key()).as(what).isEqualTo(example.certainty());
            if (example.field() != null) {
                assertThat(finding.fault().field().key()).as(what).isEqualTo(example.field());
            }
            var severity = example.severity() != null
                    ? example.severity()
                    : example.certainty().equals("possible") ? card.severity().oneLower() : card.severity();
            assertThat(finding.severity()).as(what).isEqualTo(severity);
            assertThat(finding.fault().values().keySet())
                    .as(what + ", values for the placeholders")
                    .containsAll(placeholders(card));
            assertThat(finding.fault().values().values())
                    .as(what + ", words for the coded values")
                    .allMatch(CatalogueTest::isWorded);
        }
    }

    private static RuleBook bookOf(Card card, Card.Example example) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!example.parameters().isEmpty()) {
            settings.put("rules", Map.of(card.id(), Map.of("parameters", example.parameters())));
        }
        if (!example.readings().isEmpty()) {
            settings.put("readings", example.readings());
        }
        return settings.isEmpty()
                ? STANDARD
                : RuleBook.of(Settings.read("example", new StringReader(new Yaml().dump(settings))));
    }

    private static Map<String, Object> plainValues(Finding finding) {
        return finding.fault().values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> plain(value.getValue())));
    }

    private static boolean isWorded(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(CatalogueTest::isWorded);
        }
        return !(value instanceof Term term) || !WORDS.of(term, Language.RU).equals(term.code());
    }

    private static Object plain(Object value) {
        if (value instanceof Integer) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CatalogueTest::plain).toList();
        }
        return value instanceof Term term ? term.code() : value.toString();
    }

    @Test
    void has_every_id_once_and_a_card_for_each() throws Exception {
        List<String> ids = Catalogue.RULES.stream().map(Catalogue.Entry::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(CARDS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    /** Decisions, suppressions and other programs refer to these: none may go or be renamed; new ones are added. */
    @Test
    void keeps_every_id_once_released() {
        assertThat(Catalogue.RULES)
                .extracting(Catalogue.Entry::id)
                .contains(
                        "statute-before-establishment",
                        "statute-before-first",
                        "statute-honorary",
                        "statute-after-abolition",
                        "statute-foreign-citizen",
                        "statute-authority",
                        "statute-service-years",
                        "statute-order-of-lenin-missing",
                        "statute-order-of-lenin-unexpected",
                        "statute-medal-missing",
                        "statute-medal-retroactive",
                        "statute-medal-unexpected",
                        "statute-medal-kind",
                        "statute-certificate",
                        "statute-repeat",
                        "statute-repeat-limit",
                        "statute-unprecedented",
                        "statute-repeat-ended",
                        "statute-posthumous",
                        "statute-status",
                        "life-death-before-birth",
                        "life-span",
                        "life-conferral-before-birth",
                        "life-conferral-age",
                        "life-posthumous",
                        "life-service-exceeds-age",
                        "history-ordinal-gap",
                        "history-ordinal-order",
                        "history-ordinal-repeated",
                        "history-count-mismatch",
                        "history-identity-conflict",
                        "history-status-conflict",
                        "history-both-titles",
                        "register-medal-number-shared",
                        "register-order-number-shared",
                        "register-number-repeated",
                        "register-medal-number-range",
                        "register-medal-number-order",
                        "register-decree-conflict",
                        "duplicate-exact",
                        "duplicate-probable",
                        "conflict-field",
                        "conflict-reference",
                        "reference-absent",
                        "reference-uncovered");
    }

    @Test
    void lists_every_rule_class() throws Exception {
        Set<String> made = Catalogue.RULES.stream()
                .filter(entry -> entry.maker() != null)
                .map(entry -> rule(entry).getClass().getName())
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Path> rules = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).matches("(?s).*implements (Record|Person|Shared|Series)Rule.*"))
                    .toList();
            assertThat(rules.stream()
                            .map(file -> "ukaz.rules."
                                    + CLASSES.relativize(file)
                                            .toString()
                                            .replace(".java", "")
                                            .replace('/', '.')))
                    .containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void shares_its_rules_between_threads_because_they_never_change() {
        assertThat(Catalogue.RULES.stream()
                        .filter(entry -> entry.maker() != null)
                        .flatMap(entry -> Stream.of(rule(entry).getClass().getDeclaredFields()))
                        // those that no source has are from what measures the tests
                        .filter(field -> !field.isSynthetic() && !Modifier.isFinal(field.getModifiers())))
                .isEmpty();
    }

    @Test
    void says_everything_in_both_languages_with_the_same_placeholders() {
        for (Card card : book.cards()) {
            for (Bilingual text : texts(card)) {
                assertThat(text.ru()).as(card.id()).isNotBlank().doesNotContain("TODO");
                assertThat(PLACEHOLDER.matcher(text.ru()).replaceAll("{}"))
                        .as(card.id())
                        .matches("[\\[\\]{}]*|(?s).*[а-яёА-ЯЁ].*");
                assertThat(text.en()).as(card.id()).isNotBlank().doesNotContain("TODO");
                assertThat(placeholders(text.ru())).as(card.id()).isEqualTo(placeholders(text.en()));
            }
        }
    }

    @Test
    void shows_a_finding_and_a_silent_case_of_every_rule() {
        for (Catalogue.Entry entry : Catalogue.RULES) {
            Card card = book.card(entry.id()).orElseThrow();
            assertThat(card.examples())
                    .as(card.id())
                    .anyMatch(example -> !example.finds().isEmpty());
            assertThat(card.examples())
                    .as(card.id())
                    .anyMatch(example -> example.finds().isEmpty() && !example.undecided());
        }
    }

    @Test
    void rests_on_acts_and_statements_that_the_statute_book_has() {
        for (Card card : book.cards()) {
            for (String id : card.basis()) {
                assertThat(book.statutes().basis(id)).as(card.id() + ", " + id).isPresent();
            }
        }
    }

    private static Rule rule(Catalogue.Entry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        CardFile.read(entry.id()).parameters().forEach((name, parameter) -> values.put(name, parameter.standard()));
        return entry.maker().apply(StatuteBook.load(), new Parameters(values));
    }

    private static List<Bilingual> texts(Card card) {
        List<Bilingual> texts = new ArrayList<>(List.of(card.title(), card.explanation(), card.message()));
        if (card.expected() != null) {
            texts.add(card.expected());
        }
        if (card.advice() != null) {
            texts.add(card.advice());
        }
        card.parameters().values().forEach(parameter -> texts.add(parameter.text()));
        card.examples().forEach(example -> texts.add(example.title()));
        return texts;
    }

    private static Set<String> placeholders(Card card) {
        Set<String> names = new TreeSet<>(needed(card.message().ru()));
        Stream.of(card.expected(), card.advice())
                .filter(java.util.Objects::nonNull)
                .map((Function<Bilingual, Set<String>>) text -> needed(text.ru()))
                .forEach(names::addAll);
        return names;
    }

    /** Those that every finding has to supply. */
    private static Set<String> needed(String text) {
        Set<String> names = placeholders(OPTIONAL.matcher(text).replaceAll(""));
        names.removeAll(IMPLICIT);
        return names;
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
