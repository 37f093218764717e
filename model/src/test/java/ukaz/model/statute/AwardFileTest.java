package ukaz.model.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataException;
import ukaz.model.data.DataNode;

/** An award is a file and nothing else, and a wrong file says where it is wrong. */
class AwardFileTest {

    private static final String MOTHER_HEROINE = """
            code: MH
            name: {ru: Мать-героиня, en: Mother Heroine}
            genitive: {ru: Матери-героини, en: Mother Heroine}
            short: {ru: МГ, en: MH}
            provisions:
              - topic: standing
                from: "1944-07-08"
                to: "1991-12-25"
                is: title
                basis: [S1]
                ru: Почётное звание.
                en: An honorary title.
              - topic: conferred-by
                from: "1944-07-08"
                to: "1991-12-25"
                organs: [PVS_USSR]
                basis: [S1]
                ru: Президиум Верховного Совета СССР.
                en: The Presidium of the Supreme Soviet of the USSR.
            """;

    @Test
    void takes_an_award_that_the_program_never_heard_of() {
        Award award = read(MOTHER_HEROINE);

        assertThat(award.established()).hasToString("1944-07-08");
        assertThat(award.abolished()).hasToString("1991-12-25");
        assertThat(award.medal()).isNull();
        assertThat(award.everRepeated()).isFalse();
        assertThat(award.regimes())
                .extracting(Regime::standing)
                .containsExactly(Standing.NONE, Standing.TITLE, Standing.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basis: [S1]          | basis: [S2]        | mh.yaml, line 10, column 12: unknown basis 'S2'",
                "basis: [S1]          | basis: []          | a provision needs a basis",
                "is: title            | is: titel          | unknown word 'titel'; did you mean 'title'?",
                "topic: standing      | topic: standin     | did you mean 'standing'?",
                "from: '\"1944-07-08\"' | from: '\"1944-13\"'  | line 7, column 11: no such day: '1944-13'",
                "organs: [PVS_USSR]   | organ: [PVS_USSR]  | unknown key 'organ'; did you mean 'organs'?",
                "code: MH             | codes: MH          | unknown key 'codes'; did you mean 'code'?",
                "is: title            | is: none           | no provision says when the award was in force",
                "topic: conferred-by  | topic: standing    | unknown key 'organs'",
                "from: '\"1944-07-08\"' | when: {D9: x}      | line 7, column 11: unknown disagreement 'D9'; there are D1",
                "from: '\"1944-07-08\"' | when: {D1: x}      | unknown reading of D1 'x'",
            })
    void says_where_a_file_is_wrong(String right, String wrong, String message) {
        String text = MOTHER_HEROINE.replace(right.replace("'", ""), wrong.replace("'", ""));

        assertThat(text).isNotEqualTo(MOTHER_HEROINE);
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    @Test
    void refuses_two_laws_of_one_day() {
        String twice = MOTHER_HEROINE + """
                  - topic: standing
                    from: "1950"
                    to: "1960"
                    is: honorific
                    basis: [S1]
                    ru: Второе.
                    en: Another.
                """.indent(0);

        assertThatThrownBy(() -> read(twice)).hasMessageContaining("another provision of topic 'standing' holds");
    }

    private static Award read(String yaml) {
        Map<String, Basis> bases = new LinkedHashMap<>();
        Bilingual text = new Bilingual("да", "yes");
        bases.put("S1", new Statement("S1", text, Confidence.A));
        bases.put("D1", new Disagreement("D1", text, Map.of("a", text), Confidence.C));
        return new AwardFile(DataNode.read("mh.yaml", new StringReader(yaml)), bases, Map.of("D1", "a")).award();
    }
}
