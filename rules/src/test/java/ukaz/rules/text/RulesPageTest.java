package ukaz.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ukaz.model.data.Bilingual;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** The manual of the rules is what the cards say; {@code -Drules.page=write} writes it anew. */
class RulesPageTest {

    private static final RuleBook RULES = RuleBook.of(Settings.standard());

    @ParameterizedTest
    @EnumSource
    void says_what_the_cards_say(Language language) throws IOException {
        Path file = Path.of("..", "docs", language == Language.RU ? "rules.ru.md" : "rules.md");
        String page = new Page(language).write();
        if ("write".equals(System.getProperty("rules.page"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        }
        assertThat(file).as("stale? mvn -pl rules -am test -Drules.page=write").exists();
        assertThat(Files.readString(file).replace("\r\n", "\n"))
                .as("stale? mvn -pl rules -am test -Drules.page=write")
                .isEqualTo(page);
    }

    private static final class Page {
        private final Language language;
        private final FindingText text;
        private final Words words;
        private final ExampleText examples;
        private final StringBuilder out = new StringBuilder();

        Page(Language language) {
            this.language = language;
            this.text = FindingText.of(language, RULES);
            this.words = text.words();
            this.examples = new ExampleText(text);
        }

        String write() {
            out.append("# ")
                    .append(word("rules"))
                    .append("\n\n")
                    .append(word("generated"))
                    .append('\n');
            String family = "";
            for (Card card : RULES.cards()) {
                String next = card.id().substring(0, card.id().indexOf('-'));
                if (!next.equals(family)) {
                    out.append("\n## ")
                            .append(words.word("families", next, language))
                            .append('\n');
                    family = next;
                }
                rule(card);
            }
            return out.toString();
        }

        private void rule(Card card) {
            out.append("\n### ").append(card.id()).append("\n\n");
            out.append("**").append(language.of(card.title())).append(".** ");
            out.append(words.of(card.severity(), language)).append(", ");
            out.append(word("since")).append(' ').append(card.since()).append("\n\n");
            out.append(language.of(card.explanation())).append("\n\n");
            paragraph(card.advice());
            item("message", plain(card.message()));
            Bilingual expected = card.expected();
            if (expected != null) {
                item("expected", plain(expected));
            }
            if (!card.fields().isEmpty()) {
                item(
                        "fields",
                        card.fields().stream()
                                .map(field -> words.of(field, language))
                                .collect(Collectors.joining(", ")));
            }
            basis(card);
            card.parameters()
                    .forEach((name, parameter) -> out.append("- ")
                            .append(word("parameter"))
                            .append(" `")
                            .append(name)
                            .append("` = ")
                            .append(parameter.standard())
                            .append(": ")
                            .append(language.of(parameter.text()))
                            .append('\n'));
            examples(card);
        }

        private void basis(Card card) {
            Bilingual reason = card.reason();
            if (reason != null) {
                item("reason", language.of(reason));
            }
            if (!card.basis().isEmpty()) {
                out.append("- ").append(word("basis")).append(":\n");
            }
            for (String id : card.basis()) {
                out.append("  - ")
                        .append(id)
                        .append(", ")
                        .append(text.basisInFull(id))
                        .append('\n');
            }
        }

        private void examples(Card card) {
            out.append("\n| ").append(word("example")).append(" | ").append(word("record"));
            out.append(" | ").append(word("answer")).append(" |\n| --- | --- | --- |\n");
            for (Card.Example example : card.examples()) {
                out.append("| ").append(cell(language.of(example.title())));
                out.append(" | ").append(cell(source(example)));
                out.append(" | ").append(cell(answer(card, example))).append(" |\n");
            }
        }

        private String source(Card.Example example) {
            if (!example.table().isEmpty()) {
                return example.table().stream()
                        .map(row -> String.join(" · ", row))
                        .collect(Collectors.joining("<br>"));
            }
            return example.file() == null ? examples.record(example) : "`" + example.file() + "`";
        }

        private String answer(Card card, Card.Example example) {
            String answer = "**" + words.word("pages", ExampleText.outcome(example), language) + "**";
            return example.finds().isEmpty()
                    ? answer
                    : answer + ": " + String.join("<br>", examples.messages(card, example));
        }

        private void paragraph(@Nullable Bilingual text) {
            if (text != null) {
                out.append(language.of(text)).append("\n\n");
            }
        }

        private void item(String name, String text) {
            out.append("- ").append(word(name)).append(": ").append(text).append('\n');
        }

        private String word(String code) {
            boolean russian = language == Language.RU;
            return switch (code) {
                case "rules" -> russian ? "Правила" : "Rules";
                case "generated" ->
                    russian
                            ? "Составлено по карточкам правил (`rules/src/main/resources/ukaz/rules/cards`); примеры — они же проверки. "
                                    + "*Молчит*: нарушения нет; *не решает*: нужного поля нет или оно не прочитано; "
                                    + "*возможно*: так при одних прочтениях даты и не так при других, на ступень мягче."
                            : "Made from the cards of the rules (`rules/src/main/resources/ukaz/rules/cards`); the examples are the rules' tests. "
                                    + "*Silent*: nothing is wrong; *undecided*: a field it needs is absent or could not be read; "
                                    + "*possibly*: true of some readings of the date and not of others, one degree milder.";
                case "reason" -> russian ? "Почему" : "Why";
                case "parameter" -> russian ? "Параметр" : "Parameter";
                case "example" -> russian ? "Пример" : "Example";
                case "record" -> russian ? "Запись" : "Record";
                case "answer" -> russian ? "Ответ правила" : "What the rule says";
                default -> words.word("pages", code, language);
            };
        }

        private String plain(Bilingual sentence) {
            return language.of(sentence).replace("[", "").replace("]", "");
        }

        private static String cell(String text) {
            return text.replace("|", "\\|").replace("\n", " ");
        }
    }
}
