package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.PersonId;

/** What can be asked of all records at once. */
class RegisterTest {

    private static final String HSL = "award=HSL; ordinal=1; medalNumber=";

    @Test
    void records_share_a_medal_where_award_ordinal_and_number_are_the_same() {
        Register register = Told.register(
                HSL + 21,
                "award=HSL; ordinal=2; medalNumber=21",
                HSL + 22,
                HSL + "0021",
                "award=HOL; ordinal=1; medalNumber=21",
                "award=HSL; medalNumber=21",
                "ordinal=1; medalNumber=21",
                "award=HSL; ordinal=1",
                HSL + 21,
                HSL + 22,
                HSL + "Д-1",
                HSL + "Д-1");

        assertThat(groups(register::sharedMedals)).containsExactlyInAnyOrder("[0, 3, 8]", "[2, 9]", "[10, 11]");
        assertThat(groups(to -> register.sharedMedals(bits(9, 1), to))).containsExactly("[2, 9]");
        assertThat(groups(to -> register.sharedMedals(bits(1, 5, 7), to))).isEmpty();
        assertThat(groups(to -> register.sharedMedals(bits(), to))).isEmpty();
    }

    @Test
    void records_share_an_order_of_lenin_or_a_decree_by_the_number() {
        String decree = "authority=PVS_USSR; decreeNumber=";
        Register register = Told.register(
                "orderOfLeninNumber=7; " + decree + 1,
                "orderOfLeninNumber=8; decreeDate=1957-05-02; " + decree + 2,
                "orderOfLeninNumber=7; decreeDate=1958-05-03; " + decree + 2,
                "orderOfLeninNumber=9; decreeDate=1959-05-03; " + decree + 2,
                "orderOfLeninNumber=9; " + decree + 3,
                "",
                "");

        assertThat(groups(register::sharedOrders)).containsExactlyInAnyOrder("[0, 2]", "[3, 4]");
        assertThat(groups(to -> register.sharedOrders(bits(3, 5), to))).containsExactly("[3, 4]");
        assertThat(groups(register::sharedDecrees)).containsExactly("[1, 2, 3]");
        assertThat(groups(to -> register.sharedDecrees(bits(2, 4), bits(), 365, to)))
                .containsExactly("[1, 2, 3]");
        assertThat(groups(to -> register.sharedDecrees(bits(2, 4), bits(), 364, to)))
                .isEmpty();
        assertThat(groups(to -> register.sharedDecrees(bits(0, 4), bits(), 365, to)))
                .isEmpty();
        assertThat(register.sharedDecrees(bits(2, 4), bits(), 364, group -> {})).isEqualTo(1);
        assertThat(register.sharedDecrees(bits(2, 4), bits(1, 2), 364, group -> {}))
                .isZero();
    }

    @Test
    void many_pairs_are_told_apart() {
        Register register = new Register();
        for (int i = 0; i < 400; i++) {
            register.add(Told.record("orderOfLeninNumber=" + (1 + i % 200), i));
        }

        assertThat(groups(register::sharedOrders))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200)
                        .mapToObj(i -> List.of(i, i + 200).toString())
                        .toList());
    }

    @Test
    void a_series_is_in_order_of_the_numbers_and_has_only_what_has_a_place_in_it() {
        Register register = Told.register(
                HSL + "30; decreeDate=1942-02-03",
                HSL + "10; decreeDate=1941-02-03",
                HSL + "20; decreeDate=1942",
                HSL + "Д-20; decreeDate=1942-02-03",
                HSL + 20,
                HSL + "20; decreeDate=1942-02-03",
                "award=HSL; medalNumber=15; decreeDate=1942-02-03",
                HSL + "20; decreeDate=1941-12-31",
                "award=HOL; ordinal=1; medalNumber=2; decreeDate=1942-02-03",
                "award=HSL; ordinal=2; medalNumber=1; decreeDate=1942-02-03",
                HSL + "9999999999999999; decreeDate=1942-02-03",
                HSL + "9999999999999998; decreeDate=1942-02-03");

        assertThat(series(register)).containsExactlyInAnyOrder("[1, 7, 5, 0, 11, 10]", "[8]", "[9]");
    }

    @Test
    void the_order_of_a_series_does_not_go_by_the_order_of_the_rows() {
        String[] told = {
            HSL + "20; decreeDate=1942-02-03",
            HSL + "20; decreeDate=1942-02-03; givenName=Пётр",
            HSL + "20; decreeDate=1942-02-03; givenName=Лука",
            HSL + "20; decreeDate=1942-02-03"
        };
        Register register = new Register();
        Register turned = new Register();
        for (int i = 0; i < told.length; i++) {
            register.add(Told.record(told[i], i));
            turned.add(Told.record(told[told.length - 1 - i], told.length - 1 - i));
        }
        List<String> once = new ArrayList<>();
        register.series(series -> IntStream.range(0, 4).forEach(i -> once.add(register.alone(series.get(i)))));
        List<String> again = new ArrayList<>();
        turned.series(series -> IntStream.range(0, 4).forEach(i -> again.add(turned.alone(series.get(i)))));

        assertThat(again).isEqualTo(once).doesNotHaveDuplicates().hasSize(4);
        assertThat(Math.abs(once.indexOf(register.alone(0)) - once.indexOf(register.alone(3))))
                .as("the two that say the same stand together")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                     | false | -1",
                "ordinal=2                             | true  | 0",
                "ordinal=2 + ordinal=3                 | true  | 0",
                "ordinal=1 + ordinal=2                 | false | 1",
                "ordinal=2 + ordinal=1                 | false | 0",
                "award=HSL + ordinal=2                 | false | 1",
                "ordinal=2; ordinalInferred=true       | true  | -1",
                "ordinal=1                             | false | -1",
                "ordinal=2; ordinalInferred=true + ordinal=3 | true | 1"
            })
    void a_part_of_a_register_is_known_by_its_having_no_first_award(@Nullable String told, boolean part, int later) {
        String[] records = told == null ? new String[0] : told.split(" \\+ ");
        Register register = Told.register(records);
        Register kept = new Register();
        kept.add(register.packed(0, register.size()));

        assertThat(register.hasNoFirst(bits())).isEqualTo(part);
        assertThat(kept.hasNoFirst(bits())).isEqualTo(part);
        assertThat(register.firstLater()).isEqualTo(later);
    }

    @Test
    void records_of_an_archive_that_have_ended_are_no_first_awards() {
        Register register = Told.register("ordinal=1", "ordinal=2", "");

        assertThat(register.hasNoFirst(bits(0))).isFalse();
        assertThat(register.hasNoFirst(bits(0, 2))).isTrue();
        assertThat(register.hasNoFirst(bits(0, 1, 2))).isFalse();
    }

    @Test
    void lots_that_are_added_one_after_the_other_are_looked_at_each() {
        Register first = Told.register("ordinal=1");
        Register later = Told.register("ordinal=2");
        Register both = new Register();

        both.add(later.packed(0, 1));
        assertThat(both.hasNoFirst(bits())).isTrue();
        both.add(first.packed(0, 1));

        assertThat(both.hasNoFirst(bits())).isFalse();
        assertThat(both.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ordinal=1, false",
        "ordinal=2, true",
        "timesAwarded=1, false",
        "timesAwarded=2, true",
        "award=HSL, false",
        "ordinal=1; timesAwarded=2, true"
    })
    void a_record_speaks_of_more_where_it_is_no_first_or_no_only_one(String told, boolean more) {
        assertThat(Told.register("", told).speaksOfMore(1)).isEqualTo(more);
        assertThat(Told.register("", told).speaksOfMore(0)).isFalse();
    }

    @Test
    void a_decree_has_a_day_or_none() {
        Register register = Told.register("decreeDate=1957-05-02", "decreeDate=1957-05", "", "decreeDate=1930-01-01");

        assertThat(register.decreeDay(0))
                .isEqualTo((int) LocalDate.of(1957, 5, 2).toEpochDay());
        assertThat(register.decreeDay(1)).isEqualTo(Register.NO_DAY);
        assertThat(register.decreeDay(2)).isEqualTo(Register.NO_DAY);
        assertThat(register.decreeDay(3))
                .isEqualTo((int) LocalDate.of(1930, 1, 1).toEpochDay());
    }

    @Test
    void somebody_of_whom_one_record_tells_is_called_by_it() {
        Register register = Told.register("", "award=HSL");

        assertThat(register.alone(1))
                .isEqualTo(PersonId.alone(Told.record("award=HSL", 3).id()));
        assertThat(register.size()).isEqualTo(2);
    }

    private static List<String> groups(Consumer<Consumer<int[]>> of) {
        List<String> groups = new ArrayList<>();
        of.accept(group -> groups.add(Arrays.toString(group)));
        return groups;
    }

    private static List<String> series(Register register) {
        List<String> all = new ArrayList<>();
        register.series(series -> {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < series.limit(); i++) {
                rows.add(series.get(i));
            }
            all.add(rows.toString());
        });
        return all;
    }

    private static BitSet bits(int... of) {
        BitSet bits = new BitSet();
        Arrays.stream(of).forEach(bits::set);
        return bits;
    }
}
