package ukaz.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ukaz.model.Certainty;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.Sex;
import ukaz.model.Status;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;
import ukaz.model.statute.Award;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;

class WordsTest {

    private static final Words WORDS = Words.of(StatuteBook.load());

    @Test
    void has_a_word_for_everything_the_model_names() {
        Stream.of(Field.values()).forEach(field -> has("fields", field.key()));
        Stream.of(Severity.values()).forEach(severity -> has("severities", severity.key()));
        Stream.of(Certainty.values()).forEach(certainty -> has("certainties", certainty.key()));
        Stream.of(Status.values()).forEach(status -> has("statuses", status.key()));
        Stream.of(Sex.values()).forEach(sex -> has("sexes", sex.key()));
        Stream.of(Change.Kind.values()).forEach(change -> has("changes", change.name()));
    }

    @Test
    void has_a_word_for_every_organ_and_medal_of_the_statute_book() {
        for (Award award : StatuteBook.load().awards()) {
            for (Regime regime : award.regimes()) {
                regime.organs().forEach(organ -> has("authorities", organ));
            }
            if (award.medal() != null) {
                has("medals", award.medal().code());
            }
        }
    }

    @Test
    void says_everything_in_both_languages() {
        DataNode.resource(Words.class, "words.yaml")
                .entries()
                .forEach((section, codes) -> codes.entries().keySet().forEach(code -> {
                    Bilingual word = WORDS.find(section, code);
                    assertThat(word.ru()).as(section + "/" + code).containsPattern("[А-Яа-яё]");
                    assertThat(word.en()).as(section + "/" + code).isNotBlank().doesNotContainPattern("[А-Яа-яё]");
                }));
    }

    private static void has(String section, String code) {
        assertThat(WORDS.find(section, code)).as(section + "/" + code).isNotNull();
    }
}
