package ukaz.model.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.HistoricalDate;

class StatuteBookTest {

    private static final StatuteBook BOOK = StatuteBook.load();

    @ParameterizedTest
    @CsvSource({
        // award, day, standing, organs, certificate order medal bust of a first conferral
        "HOL, 1917-12-31, NONE,      '',                  NONE NONE NONE NONE",
        "HOL, 1918-01-01, PRACTICE,  '',                  CUSTOMARY NONE NONE NONE",
        "HOL, 1920-12-31, PRACTICE,  '',                  CUSTOMARY NONE NONE NONE",
        "HOL, 1921-01-01, HONORIFIC, TRADE_UNION_COUNCIL, CUSTOMARY NONE NONE NONE",
        "HOL, 1927-07-26, HONORIFIC, TRADE_UNION_COUNCIL, CUSTOMARY NONE NONE NONE",
        "HOL, 1927-07-27, TITLE, 'CEC_BSSR CEC_RSFSR CEC_TAJSSR CEC_TURKSSR CEC_UKSSR CEC_USSR CEC_UZSSR CEC_ZSFSR',"
                + " GIVEN NONE NONE NONE",
        "HOL, 1938-12-26, TITLE, 'CEC_BSSR CEC_RSFSR CEC_TAJSSR CEC_TURKSSR CEC_UKSSR CEC_USSR CEC_UZSSR CEC_ZSFSR',"
                + " GIVEN NONE NONE NONE",
        "HOL, 1938-12-27, NONE,  '',                  NONE NONE NONE NONE",
        "HSU, 1934-04-15, NONE,  '',                  NONE NONE NONE NONE",
        "HSU, 1934-04-16, TITLE, CEC_USSR,            GIVEN CUSTOMARY RETROACTIVE NONE",
        "HSU, 1936-07-28, TITLE, CEC_USSR,            GIVEN CUSTOMARY RETROACTIVE NONE",
        "HSU, 1936-07-29, TITLE, CEC_USSR,            GIVEN GIVEN RETROACTIVE NONE",
        "HSU, 1938-01-16, TITLE, CEC_USSR,            GIVEN GIVEN RETROACTIVE NONE",
        "HSU, 1938-01-17, TITLE, CEC_USSR PVS_USSR,   GIVEN GIVEN RETROACTIVE NONE",
        "HSU, 1938-01-18, TITLE, PVS_USSR,            GIVEN GIVEN RETROACTIVE NONE",
        "HSU, 1939-07-31, TITLE, PVS_USSR,            GIVEN GIVEN RETROACTIVE NONE",
        "HSU, 1939-08-01, TITLE, PVS_USSR,            GIVEN GIVEN GIVEN NONE",
        "HSL, 1938-12-26, NONE,  '',                  NONE NONE NONE NONE",
        "HSL, 1938-12-27, TITLE, PVS_USSR,            GIVEN GIVEN RETROACTIVE NONE",
        "HSL, 1940-05-21, TITLE, PVS_USSR,            GIVEN GIVEN RETROACTIVE NONE",
        "HSL, 1940-05-22, TITLE, PVS_USSR,            GIVEN GIVEN GIVEN NONE",
        "HSL, 1990-03-14, TITLE, PVS_USSR,            GIVEN GIVEN GIVEN NONE",
        "HSL, 1990-03-15, TITLE, PRESIDENT_USSR PVS_USSR, GIVEN GIVEN GIVEN NONE",
        "HSL, 1990-03-16, TITLE, PRESIDENT_USSR,      GIVEN GIVEN GIVEN NONE",
        "HSL, 1991-12-25, TITLE, PRESIDENT_USSR,      GIVEN GIVEN GIVEN NONE",
        "HSL, 1991-12-26, NONE,  '',                  NONE NONE NONE NONE",
        "HSU, 1991-12-25, TITLE, PRESIDENT_USSR,      GIVEN GIVEN GIVEN NONE",
        "HSU, 1991-12-26, NONE,  '',                  NONE NONE NONE NONE",
    })
    void knows_who_conferred_and_what_came_with_it_around_each_boundary(
            String award, LocalDate day, Standing standing, String organs, String first) {
        Regime regime = BOOK.inForce(award, day);

        assertThat(regime.standing()).isEqualTo(standing);
        assertThat(regime.organs().stream().sorted().collect(Collectors.joining(" ")))
                .isEqualTo(organs);
        assertThat(inWords(regime.first())).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        // award, day, allowed, limit, doubted, certificate order medal bust of a repeat
        "HOL, 1935-01-01, false, ,  false, NONE NONE NONE NONE",
        "HSL, 1940-05-21, false, ,  false, NONE NONE NONE NONE",
        "HSL, 1940-05-22, true,  3, false, GIVEN NONE GIVEN GIVEN",
        "HSL, 1973-05-13, true,  3, false, GIVEN NONE GIVEN GIVEN",
        "HSL, 1973-05-14, true,  ,  false, GIVEN GIVEN GIVEN GIVEN",
        "HSL, 1988-08-21, true,  ,  false, GIVEN GIVEN GIVEN GIVEN",
        "HSL, 1988-08-22, true,  ,  true,  GIVEN ENDED GIVEN GIVEN",
        "HSU, 1939-07-31, false, ,  false, NONE NONE NONE NONE",
        "HSU, 1939-08-01, true,  ,  false, GIVEN NONE GIVEN GIVEN",
        "HSU, 1973-05-13, true,  ,  false, GIVEN NONE GIVEN GIVEN",
        "HSU, 1973-05-14, true,  ,  false, GIVEN GIVEN GIVEN GIVEN",
        "HSU, 1988-08-22, true,  ,  true,  GIVEN ENDED GIVEN GIVEN",
    })
    void knows_what_a_repeat_was_around_each_boundary(
            String award, LocalDate day, boolean allowed, Integer limit, boolean doubted, String repeat) {
        Regime regime = BOOK.inForce(award, day);

        assertThat(regime.repeats()).isEqualTo(new Repeats(allowed, limit, doubted));
        assertThat(inWords(regime.insignia(2))).isEqualTo(repeat);
    }

    @ParameterizedTest
    @CsvSource({
        "HSL, 1938-12-27, 1939-12-20",
        "HSL, 1939-12-19, 1939-12-20",
        "HSL, 1939-12-20,",
        "HSU, 1934-04-19, 1934-04-20"
    })
    void knows_the_days_without_a_known_conferral(String award, LocalDate day, LocalDate firstKnown) {
        assertThat(BOOK.inForce(award, day).firstKnown()).isEqualTo(firstKnown);
    }

    @Test
    void covers_all_time_with_regimes_that_meet_and_differ() {
        for (Award award : BOOK.awards()) {
            List<Regime> regimes = award.regimes();
            assertThat(regimes.get(0).from()).isEqualTo(LocalDate.MIN);
            assertThat(regimes.get(regimes.size() - 1).to()).isEqualTo(LocalDate.MAX);
            for (int i = 1; i < regimes.size(); i++) {
                assertThat(regimes.get(i).from())
                        .isEqualTo(regimes.get(i - 1).to().plusDays(1));
                assertThat(regimes.get(i - 1).sameLaw(regimes.get(i)))
                        .as(regimes.get(i).toString())
                        .isFalse();
            }
        }
    }

    @Test
    void gives_every_regime_that_a_vague_date_can_fall_under() {
        assertThat(BOOK.over("HSL", HistoricalDate.parse("1938")))
                .extracting(Regime::standing)
                .containsExactly(Standing.NONE, Standing.TITLE);
        assertThat(BOOK.over("HSL", HistoricalDate.parse("1950")))
                .containsExactly(BOOK.inForce("HSL", LocalDate.of(1950, 6, 1)));
        assertThat(BOOK.over("HSU", HistoricalDate.parse("../1934"))).hasSize(3);
        assertThat(BOOK.over("HOL", HistoricalDate.parse("1900/.."))).hasSize(5);
    }

    @Test
    void has_a_place_for_every_sentence_of_the_source_text() {
        Set<String> used = BOOK.awards().stream()
                .flatMap(award -> award.provisions().stream())
                .flatMap(provision -> provision.basis().stream())
                .collect(Collectors.toSet());

        assertThat(used)
                .containsAll(IntStream.rangeClosed(1, 14).mapToObj(n -> "S" + n).toList());
    }

    @Test
    void names_everything_in_both_languages_with_its_confidence() {
        assertThat(BOOK.bases()).hasSize(14 + 17 + 8).allSatisfy(basis -> {
            assertThat(basis.title().ru()).containsPattern("[А-я]");
            assertThat(basis.title().en()).isNotBlank().doesNotContainPattern("[А-я]");
            assertThat(basis.confidence()).isNotNull();
        });
        assertThat(BOOK.awards()).flatExtracting(Award::provisions).allSatisfy(provision -> {
            assertThat(provision.text().ru()).endsWith(".");
            assertThat(provision.text().en()).endsWith(".").doesNotContainPattern("[А-я]");
        });
        assertThat(((Act) BOOK.basis("T10").orElseThrow()).publication().ru()).contains("№ 23");
    }

    @Test
    void reads_the_law_otherwise_where_asked_to() {
        StatuteBook other = StatuteBook.reading(Map.of("D1", "repeats", "D2", "no-limit", "D3", "separate-edict"));

        assertThat(other.inForce("HSL", LocalDate.of(1990, 1, 1)).repeats()).isEqualTo(new Repeats(false, null, true));
        assertThat(other.inForce("HSL", LocalDate.of(1960, 1, 1)).repeats()).isEqualTo(new Repeats(true, null, false));
        assertThat(other.inForce("HSL", LocalDate.of(1960, 1, 1)).repeat().orderOfLenin())
                .isEqualTo(Issue.CUSTOMARY);
        assertThat(other.readings()).containsEntry("D1", "repeats").containsEntry("D8", "1921");
        assertThatThrownBy(() -> StatuteBook.reading(Map.of("D99", "x"))).hasMessageContaining("no disagreement 'D99'");
        assertThatThrownBy(() -> StatuteBook.reading(Map.of("D1", "x")))
                .hasMessageContaining("no reading 'x' of D1; there are order-of-lenin, repeats");
    }

    @Test
    void has_no_law_of_an_award_it_does_not_know() {
        assertThat(BOOK.award("XXX")).isEmpty();
        assertThat(BOOK.basis("X1")).isEmpty();
        assertThatThrownBy(() -> BOOK.inForce("XXX", LocalDate.EPOCH)).hasMessageContaining("no award 'XXX'");
    }

    private static String inWords(Insignia insignia) {
        return insignia.certificate() + " " + insignia.orderOfLenin() + " " + insignia.medal() + " " + insignia.bust();
    }
}
