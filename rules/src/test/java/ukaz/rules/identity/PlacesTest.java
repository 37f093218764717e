package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Елабуга | Елабуга | 1",
                "Елабуга | ЕЛАБУГА | 1",
                "в Елабуге | Елабуга | 1",
                "Берёзовка | Березовка | 1",
                "Дуб | Дуб | 0",
                "Дубы | Дубы | 1",
                "Елабуга | Вятка | 0",
                "село Покровка | деревня Покровка | 1",
                "село | село | 0",
                "колхоз имени Чапаева, Саратовская область | Саратовская губерния | 1",
                "Елабуга | Елабуга, Елабуга | 1",
                "Алушта Батуми Вологда Гатчина | Гатчина Вологда Батуми Алушта | 4",
                "Алушта Батуми Вологда Гатчина Дмитров | Дмитров | 0",
                "Алушта Батуми Вологда Гатчина Дмитров | Гатчина | 1",
                "Алушта;Батуми | Батуми (Алушта) | 2",
            })
    void places_share_the_names_in_them_whatever_their_endings(String one, String other, int shared) {
        assertThat(Places.shared(Places.names(one), Places.names(other))).isEqualTo(shared);
        assertThat(Places.shared(Places.names(other), Places.names(one))).isEqualTo(shared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "г.", "село", "1902", "с. Дуб"})
    void what_names_no_place_is_none(@Nullable String text) {
        assertThat(Places.names(text)).isZero();
        assertThat(Places.names(null)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workplace=Уралмаш; region=Елабуга | 2",
                "workplace=Уралмаш | 1",
                "region=Елабуга | 1",
                "birthPlace=Елабуга | 0"
            })
    void people_work_at_a_works_and_in_a_region(String told, int names) {
        assertThat(Places.shared(
                        new Places().work(Told.record(told)),
                        new Places().work(Told.record("workplace=Уралмаш; region=Елабуга"))))
                .isEqualTo(names);
        assertThat(new Places().birth(Told.record(told)) != 0).isEqualTo(told.startsWith("birth"));
    }
}
