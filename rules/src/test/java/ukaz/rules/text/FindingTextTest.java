package ukaz.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.Certainty;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

class FindingTextTest {

    private static final RuleBook RULES = RuleBook.of(Settings.standard());
    private static final FindingText RU = FindingText.of(Language.RU, RULES);
    private static final FindingText EN = FindingText.of(Language.EN, RULES);
    private static final SourceRef AT = new SourceRef("герои.xlsx", "Лист1", 17, 5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1938-12-27|27.12.1938|27 December 1938",
                "1903-01-02|02.01.1903|2 January 1903",
                "1927-07|июль 1927|July 1927",
                "1905|1905|1905",
                "1905~|около 1905|about 1905",
                "1905-03~|около марта 1905|about March 1905",
                "1905-03-04~|около 04.03.1905|about 4 March 1905",
                "1905?|1905 (под вопросом)|1905 (doubtful)",
                "1905-03?|март 1905 (под вопросом)|March 1905 (doubtful)",
                "1905%|около 1905 (под вопросом)|about 1905 (doubtful)",
                "193X|1930-е годы|the 1930s",
                "193X~|около 1930-х годов|about the 1930s",
                "19XX|1900–1999|1900–1999",
                "1900/1905|1900–1905|1900–1905",
                "1905-03/1905-05|март 1905 — май 1905|March 1905 – May 1905",
                "1905-03-01/1905-03-09|01.03.1905 — 09.03.1905|1 March 1905 – 9 March 1905",
                "../1917|не позднее 1917|not later than 1917",
                "../1930-05|не позднее мая 1930|not later than May 1930",
                "../193X|не позднее 1930-х годов|not later than the 1930s",
                "1930/..|не ранее 1930|not earlier than 1930",
                "1930-05-09/..|не ранее 09.05.1930|not earlier than 9 May 1930"
            })
    void writes_every_kind_of_date_in_both_languages(String edtf, String ru, String en) {
        assertThat(RU.value(HistoricalDate.parse(edtf))).isEqualTo(ru);
        assertThat(EN.value(HistoricalDate.parse(edtf))).isEqualTo(en);
    }

    @Test
    void writes_terms_numbers_and_lists() {
        assertThat(RU.value(LocalDate.of(1938, 12, 27))).isEqualTo("27.12.1938");
        assertThat(RU.value(1938)).isEqualTo("1938");
        assertThat(RU.value(1048576L)).isEqualTo("1\u00a0048\u00a0576");
        assertThat(EN.value(-1048576L)).isEqualTo("-1,048,576");
        assertThat(EN.value(new Term(Term.Kind.AWARD, "HSL"))).isEqualTo("Hero of Socialist Labour");
        assertThat(RU.value(new Term(Term.Kind.AUTHORITY, "PVS_USSR"))).isEqualTo("ПВС СССР");
        assertThat(RU.value(new Term(Term.Kind.STATE, "CU"))).isEqualTo("Куба");
        assertThat(EN.value(new Term(Term.Kind.STATE, "CU"))).isEqualTo("Cuba");
        assertThat(RU.value(new Term(Term.Kind.STATE, "CSHH"))).isEqualTo("Чехословакия");
        assertThat(RU.value(new Term(Term.Kind.STATE, "SU"))).isEqualTo("СССР");
        assertThat(RU.value(List.of(HistoricalDate.parse("1950-04-03"), HistoricalDate.parse("1950-03-04"))))
                .isEqualTo("03.04.1950, 04.03.1950");
    }

    @Test
    void shows_a_code_without_words_as_it_is() {
        assertThat(RU.value(new Term(Term.Kind.PHRASE, "no-such-phrase"))).isEqualTo("no-such-phrase");
        assertThat(RU.value(new Term(Term.Kind.STATE, "XQ"))).isEqualTo("XQ");
        assertThat(RU.value(new Term(Term.Kind.AWARD, "XYZ"))).isEqualTo("XYZ");
        assertThat(RU.basis("S99")).isEqualTo("S99");
        assertThat(RU.title("no-such-rule")).isEqualTo("no-such-rule");
    }

    @Test
    void says_what_is_wrong_and_what_would_be_right() {
        Finding finding = finding(
                "life-death-before-birth",
                Field.DEATH_DATE,
                "1894",
                Map.of("birth", HistoricalDate.parse("1977-05-21"), "death", HistoricalDate.parse("1894")));
        assertThat(RU.message(finding)).isEqualTo("Смерть (1894) раньше рождения (21.05.1977)");
        assertThat(EN.message(finding)).isEqualTo("Death (1894) lies before birth (21 May 1977)");
        assertThat(EN.expected(finding)).isEqualTo("a date of death not before the date of birth");
    }

    @Test
    void takes_the_typed_value_from_the_fault_and_leaves_out_what_is_not_known() {
        Map<String, Object> nearest = Map.of("nearest", new Term(Term.Kind.AWARD, "HSL"));
        assertThat(RU.message(finding("award-unknown", Field.AWARD, "Герой Соцтряда", nearest)))
                .isEqualTo("«Герой Соцтряда» нет среди известных наград; возможно, Герой Социалистического Труда");
        Finding without = finding("award-unknown", Field.AWARD, "Грамота", Map.of());
        assertThat(RU.message(without)).isEqualTo("«Грамота» нет среди известных наград");
        assertThat(RU.expected(without)).isNull();
    }

    @Test
    void shows_the_name_of_a_place_whose_value_is_missing() {
        assertThat(RU.message(finding("row-not-data", null, null, Map.of()))).isEqualTo("Строка пропущена: {kind}");
    }

    @Test
    void names_the_place_of_the_fault() {
        Template template = Template.of("{file} {sheet} {row} {cell} {field} {column} {open");
        assertThat(template.fill(name -> name)).isEqualTo("file sheet row cell field column {open");
    }

    @Test
    void cites_what_a_rule_rests_on() {
        assertThat(RU.basis("T10")).contains("27.12.1938");
        assertThat(RU.basis("S8")).isEqualTo("исходный текст S8");
        assertThat(EN.basis("S8")).isEqualTo("source text S8");
        assertThat(EN.basisInFull("S8")).startsWith("source text S8: ");
    }

    @Test
    void speaks_russian_to_russians_and_english_to_others() {
        assertThat(Language.of(Locale.forLanguageTag("ru-RU"))).isEqualTo(Language.RU);
        assertThat(Language.of(Locale.FRANCE)).isEqualTo(Language.EN);
    }

    private static Finding finding(String rule, Field field, String value, Map<String, Object> values) {
        Fault fault = new Fault(
                rule, AT, field, field == null ? null : "столбец", value, Certainty.CERTAIN, null, values, List.of());
        return new Finding(fault, Severity.ERROR, List.of(), "", "0");
    }
}
