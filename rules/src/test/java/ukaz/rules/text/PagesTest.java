package ukaz.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ukaz.model.statute.Award;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

class PagesTest {

    private static final int WIDTH = 100;

    private static final RuleBook RULES = RuleBook.of(Settings.standard());
    private static final StatuteBook STATUTES = RULES.statutes();

    @ParameterizedTest
    @EnumSource
    void lists_every_rule_with_severity_and_title(Language language) {
        String list = flat(RulePage.of(language, RULES, WIDTH).list());
        for (Card card : RULES.cards()) {
            assertThat(list).contains(" " + card.id() + " ").contains(flat(language.of(card.title())));
        }
        assertThat(list).doesNotContain("families");
    }

    @ParameterizedTest
    @EnumSource
    void shows_everything_that_is_said_of_a_rule(Language language) {
        RulePage pages = RulePage.of(language, RULES, WIDTH);
        for (Card card : RULES.cards()) {
            String page = pages.rule(card.id());
            assertThat(page.lines()).as(card.id()).allMatch(line -> line.length() <= 100 || !line.contains("  "));
            String flat = flat(page);
            assertThat(flat)
                    .as(card.id())
                    .contains(flat(language.of(card.title())))
                    .contains(flat(language.of(card.explanation())));
            card.basis().forEach(id -> assertThat(flat).as(card.id()).contains(" " + id + " "));
            card.examples().forEach(example -> assertThat(flat).contains(flat(language.of(example.title()))));
            card.parameters().keySet().forEach(name -> assertThat(flat).contains(name + " = "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void breaks_no_word_of_a_page_in_a_narrow_terminal(Language language) {
        RulePage rules = RulePage.of(language, RULES, 80);
        StatutePage statutes = StatutePage.of(language, STATUTES, 80);
        Stream<String> pages = Stream.concat(
                Stream.concat(Stream.of(rules.list()), RULES.cards().stream().map(card -> rules.rule(card.id()))),
                STATUTES.awards().stream().map(award -> statutes.overTime(award.code())));
        assertThat(pages.flatMap(String::lines)).allMatch(line -> line.length() <= 80, "fits");
    }

    @Test
    void says_in_an_example_what_the_finding_would_say() {
        assertThat(RulePage.of(Language.RU, RULES, WIDTH).rule("life-conferral-age"))
                .contains("→ Возраст на день указа (14.06.1949): 13; дата рождения 15.06.1935")
                .contains("13–14");
        assertThat(RulePage.of(Language.EN, RULES, WIDTH).rule("date-unparseable"))
                .contains("→ “см. личное дело” cannot be read as a date");
    }

    @Test
    void says_that_a_rule_is_switched_off() {
        RuleBook off = RuleBook.of(Settings.read("test", new StringReader("rules: {life-span: {enabled: false}}")));
        assertThat(RulePage.of(Language.EN, off, WIDTH).rule("life-span")).contains("switched off");
    }

    @Test
    void knows_no_rule_and_no_award_that_is_not_there() {
        assertThatThrownBy(() -> RulePage.of(Language.EN, RULES, WIDTH).rule("no-such"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatutePage.of(Language.EN, STATUTES, WIDTH).overTime("XYZ"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void gives_every_statement_of_the_source_text_a_place(Language language) {
        StatutePage page = StatutePage.of(language, STATUTES, WIDTH);
        String all = Stream.of("HOL", "HSL", "HSU").map(page::overTime).reduce("", String::concat);
        for (String id : IntStream.rangeClosed(1, 14).mapToObj(i -> "S" + i).toList()) {
            assertThat(all)
                    .containsPattern("\\[[^]]*\\b" + id + "\\b")
                    .contains(flatStart(
                            language.of(STATUTES.basis(id).orElseThrow().title())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_what_held_on_a_day(Language language) {
        StatutePage page = StatutePage.of(language, STATUTES, WIDTH);
        String hsl = page.on("HSL", LocalDate.of(1939, 6, 1));
        assertThat(hsl).contains("S8").doesNotContain("S14").doesNotContain("S9");
        for (Award award : STATUTES.awards()) {
            assertThat(page.on(award.code(), LocalDate.of(1900, 1, 1)))
                    .contains(language == Language.RU ? "Такой награды ещё не было." : "There was no such award yet.");
        }
        assertThat(page.on("HSL", LocalDate.of(2000, 1, 1)))
                .contains(language == Language.RU ? "уже не было" : "was no more");
    }

    @Test
    void tells_the_law_of_an_award_over_time_line_by_line() {
        String page = StatutePage.of(Language.EN, STATUTES, WIDTH).overTime("HSL");

        assertThat(page)
                .startsWith("""
                        Hero of Socialist Labour (HSL)
                        27 December 1938 — 25 December 1991

                        What it was
                          27 December 1938 — 25 December 1991
                              A title instituted by an edict of the Presidium of the Supreme Soviet of the USSR; abolished
                              in 1991 with the award system of the USSR. [S8, T10, S13, T26, D5]
                        """)
                .contains("  T15 A  Edict of the Presidium of the Supreme Soviet of the USSR of 11 February 1958\n")
                .containsSubsequence(
                        "\n  T10 A ", "\n  T26 B ", "\n  S1 A ", "\n  S2 A ", "\n  S14 A ", "\n  D1 C ", "\n  D10 C ")
                .contains("1973, No. 20, art. 268)")
                .contains("reading chosen: the Order of Lenin with repeat awards")
                .contains(
                        "\n  D7 C   Whether Hero of Socialist Labour was ever conferred on a foreigner; reading chosen: never\n");
        assertThat(StatutePage.of(Language.EN, STATUTES, WIDTH).on("HSL", LocalDate.of(1950, 1, 1)))
                .startsWith(
                        "Hero of Socialist Labour (HSL)\n27 December 1938 — 25 December 1991\n\nOn 1 January 1950:\n\nWhat it was\n  A title")
                .doesNotContain("There was no such award yet.", "was no more");
        assertThat(StatutePage.of(Language.EN, STATUTES, WIDTH).on("HSL", LocalDate.of(1938, 12, 26)))
                .contains("There was no such award yet.");
    }

    @Test
    void has_no_russian_in_the_english_pages_of_the_law() {
        StatutePage page = StatutePage.of(Language.EN, STATUTES, WIDTH);
        for (Award award : STATUTES.awards()) {
            assertThat(page.overTime(award.code())).doesNotContainPattern("[А-Яа-яё]");
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String flatStart(String text) {
        return text.substring(0, Math.min(20, text.length()));
    }
}
