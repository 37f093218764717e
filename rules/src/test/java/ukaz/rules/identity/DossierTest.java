package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.AwardRecord;

/** What rows on one person tell of which conferral. */
class DossierTest {

    private static final Dossier.Setting SETTING = new Dossier.Setting(true, false);
    private static final Match MATCH = new Match(12, List.of());

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one day                            | decreeDate=1957-05-02 | decreeDate=1957-05-02 | true",
                "one year                           | decreeDate=1957 | decreeDate=1957-05-02 | true",
                "two days                           | decreeDate=1957-05-02 | decreeDate=1943-09-30 | false",
                "two days of a year                 | decreeDate=1957-05-02 | decreeDate=1957-12-30 | false",
                "one day in old style               | decreeDate=1917-05-02 | decreeDate=1917-05-15 | true",
                "one day with the month before it   | decreeDate=1957-05-02 | decreeDate=1957-02-05 | true",
                "one digit of the day               | decreeDate=1957-05-02 | decreeDate=1957-05-07 | true",
                "one digit of the year              | decreeDate=1957-05-02 | decreeDate=1947-05-02 | false",
                "one digit of the year, one ordinal | decreeDate=1957-05-02; ordinal=1 | decreeDate=1947-05-02; ordinal=1"
                        + " | true",
                "one ordinal, no date               | ordinal=2 | ordinal=2; decreeDate=1957-05-02 | true",
                "one ordinal, the date on one side  | ordinal=2; decreeDate=1957-05-02 | ordinal=2 | true",
                "an ordinal and none                | ordinal=2 | decreeDate=1957-05-02 | false",
                "two ordinals                       | ordinal=1; decreeDate=1957-05-02 | ordinal=2; decreeDate=1957-05-02"
                        + " | false",
                "two ordinals, one inferred         | ordinal=1; ordinalInferred=true; decreeDate=1957-05-02 |"
                        + " ordinal=2; decreeDate=1957-05-02 | true",
                "one ordinal, both inferred         | ordinal=1; ordinalInferred=true | ordinal=1; ordinalInferred=true |"
                        + " false",
                "two days of one ordinal in a table | ordinal=1; decreeDate=1957-05-02 | ordinal=1; decreeDate=1943-09-30"
                        + " | false",
                "the same in two tables             | ordinal=1; decreeDate=1957-05-02 | ordinal=1; decreeDate=1943-09-30;"
                        + " from=other.xlsx | true",
                "the same with one medal            | ordinal=1; decreeDate=1957-05-02; medalNumber=21 |"
                        + " ordinal=1; decreeDate=1943-09-30; medalNumber=21 | true",
                "two days and one medal             | decreeDate=1957-05-02; medalNumber=21 |"
                        + " decreeDate=1943-09-30; medalNumber=21 | true",
                "two days and two medals            | decreeDate=1957-05-02; medalNumber=21 |"
                        + " decreeDate=1943-09-30; medalNumber=22 | false",
                "no dates and one medal             | medalNumber=21 | medalNumber=21 | true",
                "no dates and two medals            | medalNumber=21 | medalNumber=22 | false",
                "no dates and medals without number | medalNumber=б/н | medalNumber=б/н | false",
                "no dates, one medal told           | medalNumber=21 | citizenship=SU | false",
                "no dates, the other medal told     | citizenship=SU | medalNumber=21 | false",
                "one day of two awards              | decreeDate=1957-05-02; award=HOL | decreeDate=1957-05-02 | false"
            })
    void rows_tell_of_one_conferral_where_nothing_parts_them(String what, String one, String other, boolean together) {
        for (String[] told : new String[][] {{one, other}, {other, one}}) {
            Dossier dossier = dossier(rows(told), List.of());

            assertThat(dossier.conferrals()).hasSize(together ? 1 : 2);
            assertThat(dossier.records()).hasSize(2);
        }
    }

    @Test
    void rows_without_an_award_tell_of_no_conferral() {
        Dossier dossier = dossier(rows("award=; decreeDate=1957-05-02"), List.of());

        assertThat(dossier.conferrals()).isEmpty();
        assertThat(dossier.records()).hasSize(1);
    }

    @Test
    void what_is_exact_is_looked_at_first_so_that_what_is_vague_goes_to_it() {
        Dossier dossier = dossier(
                rows(
                        "decreeDate=1957",
                        "decreeDate=1957-05-02; ordinal=1",
                        "decreeDate=1957-06-20; ordinal=2",
                        "decreeDate=1957-05; ordinal=1"),
                List.of());

        assertThat(told(dossier.conferrals())).isEqualTo("HSL 1 1957-05-02 rows 2 3 5; HSL 2 1957-06-20 rows 4");
    }

    @Test
    void conferrals_are_in_the_order_of_awards_then_of_days_then_of_ordinals_then_of_rows() {
        Dossier dossier = dossier(
                rows(
                        "award=HSL; ordinal=3",
                        "award=HSL; ordinal=2; decreeDate=1957-05-02",
                        "award=HSL; ordinal=1; decreeDate=1957-05-02",
                        "award=HSL; ordinal=1; decreeDate=1943-09-30; from=other.xlsx; medalNumber=1",
                        "award=HOL; decreeDate=1960-01-02",
                        "award=HSL; medalNumber=7",
                        "award=HSL; medalNumber=8"),
                List.of());

        assertThat(told(dossier.conferrals()))
                .isEqualTo("HOL - 1960-01-02 rows 6; HSL 1 1957-05-02 rows 4 5; HSL 2 1957-05-02 rows 3;"
                        + " HSL - - rows 7; HSL - - rows 8; HSL 3 - rows 2");
        assertThat(dossier.awards()).containsExactly("HOL", "HSL");
        assertThat(told(dossier.conferrals("HOL"))).isEqualTo("HOL - 1960-01-02 rows 6");
        assertThat(dossier.conferrals("HSU")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: ordinal {3} {4}, {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "typed before inferred     | ordinal=1; ordinalInferred=true; decreeDate=1957-05-02 |"
                        + " ordinal=2; decreeDate=1957-05-02 | 2 | true | 1957-05-02",
                "inferred where none typed | ordinal=1; ordinalInferred=true; decreeDate=1957-05-02 |"
                        + " decreeDate=1957-05-02 | 1 | false | 1957-05-02",
                "none                      | decreeDate=1957-05-02 | decreeDate=1957 | - | false | 1957-05-02",
                "a day before a year       | decreeDate=1957 | decreeDate=1957-05-02 | - | false | 1957-05-02",
                "the first of two days     | decreeDate=1957-05-02 | decreeDate=1957-05-07 | - | false | 1957-05-02",
                "the first of two years    | decreeDate=1957 | decreeDate=1957-05 | - | false | 1957",
                "any date before none      | ordinal=1 | ordinal=1; decreeDate=1957 | 1 | true | 1957",
                "no date                   | ordinal=1 | ordinal=1 | 1 | true | -"
            })
    void a_conferral_has_what_its_rows_say_most_exactly(
            String what, String one, String other, @Nullable Integer ordinal, boolean typed, @Nullable String date) {
        Conferral conferral = dossier(rows(one, other), List.of()).conferrals().get(0);

        assertThat(conferral.records()).hasSize(2);
        assertThat(conferral.first().at().row()).isEqualTo(2);
        assertThat(conferral.ordinal()).isEqualTo(ordinal);
        assertThat(conferral.ordinalTyped()).isEqualTo(typed);
        assertThat(conferral.stated()).isEqualTo(typed && ordinal != null ? ordinal : 0);
        assertThat(String.valueOf(conferral.date())).isEqualTo(String.valueOf(date));
    }

    @Test
    void rows_are_in_the_order_of_the_sources_whatever_the_order_they_came_in() {
        List<AwardRecord> rows = rows("decreeDate=1957", "decreeDate=1957-05-02", "decreeDate=1957-05");

        Dossier dossier = dossier(List.of(rows.get(2), rows.get(0), rows.get(1)), List.of());

        assertThat(dossier.records()).isEqualTo(rows);
        assertThat(dossier.conferrals().get(0).records()).isEqualTo(rows);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "the same ordinal before the same day   | ordinal=2; decreeDate=1957-05-02 |"
                        + " ordinal=1; decreeDate=1943-09-30 + ordinal=2; decreeDate=1958-06-20 | 3",
                "the same day, no ordinals              | decreeDate=1957-05-02 | decreeDate=1943-09-30 + decreeDate=1957-05-02"
                        + " | 3",
                "the same day before one that may be it | decreeDate=1957-05-02 | decreeDate=1957-05-07 + decreeDate=1957-05-02"
                        + " | 2",
                "the first that may be it               | decreeDate=1957 | decreeDate=1957-05-07 + decreeDate=1957-11-20 | 2",
                "another award                          | decreeDate=1957-05-02 | award=HOL; decreeDate=1957-05-02 | -",
                "another day                            | decreeDate=1957-05-02 | decreeDate=1943-09-30 | -",
                "another ordinal                        | ordinal=1 | ordinal=2 | -",
                "one ordinal, another day, one table    | ordinal=1; decreeDate=1957-05-02 | ordinal=1; decreeDate=1943-09-30"
                        + " | 2",
                "two years that are not told nearer     | decreeDate=1957 | decreeDate=1957 | 2",
                "nothing                                | decreeDate=1957 | - | -"
            })
    void the_reference_register_tells_of_the_same_conferral_or_does_not(
            String what, String told, @Nullable String reference, @Nullable Integer row) {
        List<AwardRecord> sources = rows(told);
        List<AwardRecord> entries = reference == null ? List.of() : rows(reference.split(" \\+ "));
        Dossier dossier = dossier(sources, entries);
        Dossier turned = dossier(entries, sources);

        Conferral found = dossier.inReference(dossier.conferrals().get(0));
        Conferral back = turned.inSources(turned.reference().get(0));

        assertThat(found == null ? null : found.first().at().row()).isEqualTo(row);
        assertThat(back).isEqualTo(found);
    }

    @Test
    void a_dossier_knows_how_its_records_are_weighed_and_what_holds_for_the_run() {
        List<AwardRecord> rows = rows("decreeDate=1957", "decreeDate=1957");
        Dossier dossier = dossier(rows, List.of());

        assertThat(dossier.setting()).isEqualTo(SETTING);
        assertThat(dossier.match(rows.get(0), rows.get(1))).isEqualTo(MATCH);
        assertThat(dossier.reference()).isEmpty();
    }

    private static Dossier dossier(List<AwardRecord> rows, List<AwardRecord> reference) {
        return Dossier.of(rows, reference, (a, b) -> MATCH, SETTING);
    }

    /** Of the title of Hero of Socialist Labour, where they do not say another award. */
    private static List<AwardRecord> rows(String... told) {
        String[] values = told.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i].contains("award=") ? values[i] : "award=HSL; " + values[i];
        }
        return Told.records(values);
    }

    private static String told(List<Conferral> conferrals) {
        return conferrals.stream()
                .map(each -> "%s %s %s rows %s"
                        .formatted(
                                each.award(),
                                each.ordinal() == null ? "-" : each.ordinal(),
                                each.date() == null ? "-" : each.date(),
                                each.records().stream()
                                        .map(row -> String.valueOf(row.at().row()))
                                        .collect(Collectors.joining(" "))))
                .collect(Collectors.joining("; "));
    }
}
