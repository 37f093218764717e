package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.model.AwardRecord;
import ukaz.model.PersonId;

/** How pairs become people. */
class ResolutionTest {

    private static final double SURETY = 8;

    @ParameterizedTest(name = "{0}: {1} are {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rows that say the same and enough        | birthDate=1902-02-03 + birthDate=1902-02-03 | 0 1",
                "rows that say the same and too little    | surname=Иванов + surname=Иванов | 0, 1",
                "a hundred to one is not enough           | surname=Иванов; birthDate=1902 + surname=Иванов; birthDate=1902 |"
                        + " 0, 1",
                "one in between joins two                 | birthDate=1902-02-03; sex=m + birthDate=1902-02-03; award=HSL;"
                        + " medalNumber=21; decreeDate=1957-05-02 + award=HSL; medalNumber=21; decreeDate=1957-05-02 | 0 1 2",
                "but not two that contradict each other   | surname=Иванов; birthDate=1902-02-03; sex=m; award=HSL;"
                        + " decreeDate=1957-05-02; medalNumber=1 + surname=Иванов; birthDate=1870/1910; award=HSL;"
                        + " decreeDate=1957-05-02; medalNumber=1 + surname=Иванов; birthDate=1875-07-19; sex=f; award=HSL;"
                        + " decreeDate=1957-05-02 | 0 1, 2",
                "nobody without a surname                 | surname=; birthDate=1902-02-03; orderOfLeninNumber=7 + surname=;"
                        + " birthDate=1902-02-03; orderOfLeninNumber=7 | 0, 1",
                "initials that may be either of two       | givenName=Иван; birthDate=1902-02-03 + givenName=Игнат;"
                        + " birthDate=1902-02-03 + givenName=И.; birthDate=1902-02-03 | 0, 1, 2",
                "initials that may be one only            | givenName=Иван; birthDate=1902-02-03 + givenName=Лев;"
                        + " birthDate=1902-02-03 + givenName=И.; birthDate=1902-02-03 | 0 2, 1",
                "initials that are one of two more likely | givenName=Иван; birthDate=1902-02-03; orderOfLeninNumber=7 +"
                        + " givenName=Игнат; birthDate=1902-02-03 + givenName=И.; birthDate=1902-02-03; orderOfLeninNumber=7 |"
                        + " 0 2, 1",
                "no birth, two that it may be             | surname=Иванов; birthDate=1902-02-03; sex=m; award=HSL;"
                        + " decreeDate=1957-05-02 + surname=Иванов; birthDate=1875-07-19; sex=f; award=HSL;"
                        + " decreeDate=1957-05-02 + surname=Иванов; award=HSL; decreeDate=1957-05-02 | 0, 1, 2",
                "no birth, and one that it may be         | birthDate=1902-02-03; award=HSL; decreeDate=1957-05-02 +"
                        + " surname=Орлов; birthDate=1875-07-19; award=HSL; decreeDate=1957-05-02 + award=HSL;"
                        + " decreeDate=1957-05-02 | 0 2, 1"
            })
    void records_become_people(String what, String told, String people) {
        List<AwardRecord> records = Told.records(told.split(" \\+ "));
        List<Integer> places =
                IntStream.range(0, records.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Random random = new Random(1);
        for (int turn = 0; turn < 6; turn++) {
            Set<Set<Integer>> groups = new HashSet<>();
            for (Set<Integer> group :
                    groups(people(places.stream().map(records::get).toList()), records.size())) {
                groups.add(group.stream().map(places::get).collect(Collectors.toCollection(TreeSet::new)));
            }
            assertThat(groups).as("in the order %s", places).isEqualTo(expected(people));
            Collections.shuffle(places, random);
        }
    }

    private static Set<Set<Integer>> expected(String people) {
        return Arrays.stream(people.split(", "))
                .map(group -> Arrays.stream(group.split(" "))
                        .map(Integer::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    @Test
    void a_person_is_called_by_the_smallest_id_of_the_records_and_numbered_by_content() {
        List<AwardRecord> records =
                Told.records("birthDate=1902-02-03", "surname=Орлов", "birthDate=1902-02-03; sex=m");
        People people = people(records);
        People turned = people(List.of(records.get(1), records.get(2), records.get(0)));

        long smallest = Math.min(
                PersonId.key(records.get(0).id()) + Long.MIN_VALUE,
                PersonId.key(records.get(2).id()) + Long.MIN_VALUE);
        assertThat(people.count()).isEqualTo(2);
        assertThat(people.id(people.of(0))).isEqualTo(PersonId.of(smallest - Long.MIN_VALUE));
        assertThat(people.of(1)).isEqualTo(1 - people.of(0)).isEqualTo(turned.of(0));
        assertThat(people.notCompared()).isZero();
    }

    @Test
    void some_records_of_a_register_are_people_among_themselves() {
        Register register = Told.register(
                "birthDate=1902-02-03", "surname=Орлов", "birthDate=1902-02-03", "birthDate=1902-02-03; sex=m");

        People some = register.people(SURETY, new int[] {1, 3, 2});

        assertThat(some.of(1)).isEqualTo(some.of(2)).isNotEqualTo(some.of(0));
    }

    /** However large a group has grown, each who joins it is held against those who speak for it. */
    @Test
    void a_large_group_takes_nobody_in_whom_it_contradicts() {
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            records.add(Told.record(
                    "surname=Иванов; sex=m; birthDate=1902-02-03; award=HSL; medalNumber=21; ordinal=" + (i % 3 + 1),
                    i));
        }
        records.add(Told.record("surname=Иванов; sex=f; birthDate=1875-07-19; award=HSL; medalNumber=21", 77));
        records.add(Told.record("surname=Иванов; birthDate=1870/1910; award=HSL; medalNumber=21", 78));

        People people = people(records);

        assertThat(people.of(40)).as("%s", groups(people, 42)).isNotEqualTo(people.of(0));
        assertThat(IntStream.range(0, 40).map(people::of).distinct().count())
                .as("%s", groups(people, 42))
                .isOne();
    }

    /** Whoever may be one with somebody, directly or through others, by every pair that is sure enough. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void those_near_to_some_records_are_all_that_they_may_be_one_with(long seed) {
        List<AwardRecord> records = invented(seed, 60);
        Register register = Told.register(records);
        Register other = Told.register(records);
        other.weigh(register.weights());
        Random random = new Random(seed);
        for (int turn = 0; turn < 8; turn++) {
            BitSet some = new BitSet();
            some.set(random.nextInt(records.size()));
            some.set(random.nextInt(records.size()));

            assertThat(other.vicinity((BitSet) some.clone(), SURETY)).isEqualTo(closure(register, records, some));
        }
        assertThat(other.vicinity(new BitSet(), SURETY).isEmpty()).isTrue();
    }

    @Test
    void in_a_crowd_those_near_are_found_by_name_and_by_birth() {
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            records.add(Told.record(
                    "orderOfLeninNumber=7; surname=Имя%s; givenName=%s; birthDate=19%02d-02-03"
                            .formatted(letters(i), letters(i * 7), i % 60),
                    i));
        }
        records.add(Told.record(
                "orderOfLeninNumber=7; surname=Имя%s; givenName=%s".formatted(letters(9), letters(63)), 300));
        Register register = Told.register(records);
        BitSet some = new BitSet();
        some.set(300);

        assertThat(register.vicinity(some, SURETY).get(9)).isTrue();
        assertThat(register.vicinity(some, SURETY).cardinality()).isLessThan(20);
    }

    private static String letters(int i) {
        String letters = "абвгдежзик";
        return "" + letters.charAt(i % 10) + letters.charAt(i / 10 % 10) + letters.charAt(i / 100 % 10)
                + "лмнопрст".charAt(i % 8);
    }

    private static BitSet closure(Register register, List<AwardRecord> records, BitSet of) {
        BitSet inside = (BitSet) of.clone();
        BitSet edge = inside;
        while (!edge.isEmpty()) {
            BitSet further = new BitSet();
            for (int a = edge.nextSetBit(0); a >= 0; a = edge.nextSetBit(a + 1)) {
                for (int b = 0; b < records.size(); b++) {
                    if (!inside.get(b)
                            && (register.match(records.get(a), records.get(b)).score() >= SURETY
                                    || register.match(records.get(b), records.get(a))
                                                    .score()
                                            >= SURETY)) {
                        further.set(b);
                    }
                }
            }
            inside.or(further);
            edge = further;
        }
        return inside;
    }

    /** Rows on a few people with few names, so that all are like some others. */
    private static List<AwardRecord> invented(long seed, int count) {
        Random random = new Random(seed);
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> told = new ArrayList<>();
            told.add("surname=" + one(random, "Орлов", "Орлова", "Козлов", "Козлофф", "Жаворонков"));
            told.add("givenName=" + one(random, "Иван", "И.", "Игнат", "Пётр", ""));
            told.add("patronymic=" + one(random, "Петрович", "П.", "Ильич", ""));
            told.add("formerName=" + one(random, "", "", "", "Козлов", "Орлова"));
            told.add("birthDate=" + one(random, "1902-02-03", "1902-03-02", "1902", "1911-07-19", "", ""));
            told.add("award=" + one(random, "HSL", "HSL", "HOL", ""));
            told.add("decreeDate=" + one(random, "1957-05-02", "1943-09-30", "1957", ""));
            told.add("orderOfLeninNumber=" + one(random, "", "", "", "7", "8", "9"));
            records.add(Told.record(String.join("; ", told), i));
        }
        return records;
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static People people(List<AwardRecord> records) {
        return Told.register(records).people(SURETY);
    }

    private static Set<Set<Integer>> groups(People people, int records) {
        Map<Integer, Set<Integer>> groups = new HashMap<>();
        for (int record = 0; record < records; record++) {
            groups.computeIfAbsent(people.of(record), person -> new TreeSet<>()).add(record);
        }
        return new HashSet<>(groups.values());
    }
}
