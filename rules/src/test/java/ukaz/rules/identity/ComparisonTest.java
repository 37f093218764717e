package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.AwardRecord;

/** What each likeness and difference of two records weighs, where nothing is counted yet. */
class ComparisonTest {

    /** Thirty-five thousand people may be meant at the least. */
    private static final double ODDS = -15.095;

    private static final Set<String> NAMES = Set.of("surname", "givenName", "patronymic", "formerName");

    private final NameParts parts = new NameParts();

    /** Knows the names met so far, and has counted nobody. */
    private Comparison comparison(long records) {
        Rows none = new Rows(parts, Memory.HEAP);
        return new Comparison(Frequencies.count(none, parts, Memory.HEAP, new Keys(Memory.HEAP)), records);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "evidence.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void each_field_says_for_or_against_as_much_as_it_should(
            String what, @Nullable String one, @Nullable String other, @Nullable String evidence) {
        String a = one == null ? "" : one;
        String b = other == null ? "" : other;
        Set<String> told = new HashSet<>(Told.values(a).keySet());
        told.addAll(Told.values(b).keySet());
        List<Evidence> found = new ArrayList<>();

        double score = score(a, b, found);

        assertThat(found.stream()
                        .filter(each -> !NAMES.contains(each.field().key())
                                || told.contains(each.field().key()))
                        .map(each -> "%s %.2f".formatted(each.field().key(), each.weight()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(evidence == null ? "" : evidence);
        double sum = ODDS + found.stream().mapToDouble(Evidence::weight).sum();
        assertThat(score).isLessThanOrEqualTo(sum + 0.001);
        if (!told.contains("givenName") || sum <= 0) {
            assertThat(score).isEqualTo(sum, within(0.001));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "evidence.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void the_order_of_the_two_does_not_count_and_a_quick_look_sees_who_cannot_be_meant(
            String what, @Nullable String one, @Nullable String other, @Nullable String evidence) {
        String a = one == null ? "" : one;
        String b = other == null ? "" : other;
        double score = score(a, b, new ArrayList<>());
        double quick = score(a, b, null);

        assertThat(score(b, a, new ArrayList<>())).isEqualTo(score, within(1e-9));
        assertThat(score(b, a, null)).isEqualTo(quick, within(1e-9));
        if (score > -30 || quick > -30) {
            assertThat(quick).isEqualTo(score, within(1e-9));
        } else {
            assertThat(contradict(a, b)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}: {2} bits")
    @CsvSource(
            delimiter = '|',
            value = {
                "initials and a common surname         | givenName=И.; surname=Иванов | -1.72",
                "initials and a rare surname           | givenName=И. | 0",
                "initials and a birth of a year        | givenName=И.; birthDate=1902 | 0",
                "initials, a year and a decree's year  | givenName=И.; birthDate=1902; award=HSL; decreeDate=1957"
                        + " | 11.27",
                "no given name, but a day of birth     | givenName=; birthDate=1902-02-03 | 14.25",
                "no given name, but a year             | givenName=; birthDate=1902 | 0"
            })
    void where_no_given_name_is_written_out_something_else_must_speak_for_it(String what, String told, double most) {
        double score = score(told, told, null);

        assertThat(score).isEqualTo(most, within(0.05)).isEqualTo(score(told, told, new ArrayList<>()), within(1e-9));
    }

    @Test
    void an_initial_on_one_side_is_enough_to_doubt() {
        String written = "surname=Иванов; birthDate=1902";

        assertThat(score(written, written, null)).isPositive();
        assertThat(score(written, "surname=Иванов; birthDate=1902; givenName=И.", null))
                .isLessThanOrEqualTo(0);
        assertThat(score("surname=Иванов; birthDate=1902; givenName=И.", written, null))
                .isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "35000, 0", "70000, -1", "1120000, -5"})
    void the_more_people_may_be_meant_the_more_must_speak_for_one(long records, double more) {
        double alone = score("birthDate=1902-02-03", "birthDate=1902-02-03", null);

        Features person = Told.features(parts, "birthDate=1902-02-03");
        double among = comparison(records).score(person, person);

        assertThat(among - alone).isEqualTo(more, within(0.001));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "man and woman                        | sex=m | sex=f | false",
                "man and woman of two birthplaces     | sex=m; birthPlace=г. Елабуга | sex=f; birthPlace=Покровка | true",
                "nothing against, and little for it   | surname=Иванов | surname=Иванов | false",
                "two births, and yet enough for it    | birthDate=1902-02-03; award=HSL; medalNumber=21;"
                        + " orderOfLeninNumber=7001; deathDate=1952-02-03 | birthDate=1905-07-19; award=HSL; medalNumber=21;"
                        + " orderOfLeninNumber=7001; deathDate=1952-02-03 | false",
                "two births                           | birthDate=1902-02-03; surname=Иванов |"
                        + " birthDate=1905-07-19; surname=Иванов | true"
            })
    void much_against_it_and_not_enough_for_it_makes_them_two(String what, String a, String b, boolean two) {
        String surname = a.contains("surname") ? "" : "surname=Иванов; ";

        double score = score(surname + a, surname + b, null);

        assertThat(comparison(0).contradicts(0)).isFalse();
        assertThat(contradict(surname + a, surname + b)).as("%f", score).isEqualTo(two);
    }

    @Test
    void what_speaks_for_and_against_is_told_the_strongest_first() {
        List<AwardRecord> records = Told.records(
                "birthDate=1902-02-03; sex=m; citizenship=SU; award=HSL; medalNumber=1",
                "birthDate=1902-02-03; sex=f; citizenship=PL; award=HSL; medalNumber=2");
        Match match = Told.register(records).match(records.get(0), records.get(1));

        assertThat(match.speaksFor().toString().toLowerCase(Locale.ROOT))
                .isEqualTo("[birth_date, surname, given_name, patronymic]");
        assertThat(match.speaksAgainst().toString().toLowerCase(Locale.ROOT))
                .isEqualTo("[sex, medal_number, citizenship]");
    }

    private double score(String a, String b, @Nullable List<Evidence> into) {
        Features one = Told.features(parts, a);
        Features other = Told.features(parts, b);
        return comparison(0).score(one, other, into);
    }

    private boolean contradict(String a, String b) {
        Features one = Told.features(parts, a);
        Features other = Told.features(parts, b);
        Comparison comparison = comparison(0);
        return comparison.contradicts(comparison.score(one, other));
    }
}
