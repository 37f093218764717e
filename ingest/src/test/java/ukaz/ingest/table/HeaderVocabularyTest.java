package ukaz.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.model.Field;

/** Every line of headers.tsv: a title, and what a column under it holds. */
class HeaderVocabularyTest {

    private final HeaderVocabulary vocabulary = HeaderVocabulary.INSTANCE;

    static Stream<String[]> lines() throws IOException {
        try (InputStream file = HeaderVocabularyTest.class.getResourceAsStream("/headers.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void knows_the_title(String title, String expected) {
        HeaderVocabulary.Meaning meaning = vocabulary.of(title);
        Field field = meaning.field();
        String said = (field == null ? "-" : field.key())
                + (meaning.ordinal() > 0 ? " " + meaning.ordinal() : "")
                + (meaning.medal() == null ? "" : " " + meaning.medal());
        assertThat(said).as(title).isEqualTo(expected);
    }

    @Test
    void a_group_gives_its_columns_their_meaning() {
        assertThat(vocabulary.of("Указ", "дата").field()).isEqualTo(Field.DECREE_DATE);
        assertThat(vocabulary.of("Указ", "номер").field()).isEqualTo(Field.DECREE_NUMBER);
        assertThat(vocabulary.of("Рождение", "дата").field()).isEqualTo(Field.BIRTH_DATE);
        assertThat(vocabulary.of("Рождение", "место").field()).isEqualTo(Field.BIRTH_PLACE);
        assertThat(vocabulary.of("Родился", "дата").field()).isEqualTo(Field.BIRTH_DATE);
        assertThat(vocabulary.of("Умер", "дата").field()).isEqualTo(Field.DEATH_DATE);
        assertThat(vocabulary.of("Даты жизни", "рождения").field()).isEqualTo(Field.BIRTH_DATE);
        assertThat(vocabulary.of("Указ", "кем принят").field()).isEqualTo(Field.AUTHORITY);
        assertThat(vocabulary.of("Орден Ленина", "№").field()).isEqualTo(Field.ORDER_OF_LENIN_NUMBER);
        assertThat(vocabulary.of("Орден Ленина", "дата").field()).isNotEqualTo(Field.DECREE_DATE);
        assertThat(vocabulary.of("Медаль «Серп и Молот»", "№").medal()).isEqualTo("HAMMER_AND_SICKLE");
        assertThat(vocabulary.of("Второе награждение", "Дата").ordinal()).isEqualTo(2);
        assertThat(vocabulary.of("2-я медаль", "№").ordinal()).isEqualTo(2);
        assertThat(vocabulary.of("First award", "Medal no.").ordinal()).isEqualTo(1);
    }
}
