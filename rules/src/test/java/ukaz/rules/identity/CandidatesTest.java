package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.model.AwardRecord;

/** Which records are compared at all. */
class CandidatesTest {

    /** However unlike two are, they are a pair once they have been compared. */
    private static final double ANY = -1_000;

    private final NameParts parts = new NameParts();

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing in common             | surname=Орлов; givenName=Пётр | givenName=Иван | false",
                "surname and initial           | givenName=Иван; patronymic= | givenName=Игнат; patronymic= | true",
                "surname, another initial      | givenName=Иван; patronymic= | givenName=Лев; patronymic= | false",
                "surname alone                 | givenName=; patronymic= | givenName=; patronymic= | false",
                "sound and year of birth       | surname=Козлов; givenName=Лев; birthDate=1902 |"
                        + " surname=Козлофф; birthDate=1902-02-03 | true",
                "sound, another year           | surname=Козлов; givenName=Лев; birthDate=1902 |"
                        + " surname=Козлофф; birthDate=1903-02-03 | false",
                "sound and decade              | surname=Козлов; givenName=Лев; birthDate=190X |"
                        + " surname=Козлофф; birthDate=190X | false",
                "year, another sound           | surname=Орлов; birthDate=1902 | surname=Козлов; givenName=Лев; birthDate=1902 |"
                        + " false",
                "initial and day of birth      | surname=Орлов; birthDate=1902-02-03 | givenName=Игнат; birthDate=1902-02-03 |"
                        + " true",
                "initial and month of birth    | surname=Орлов; birthDate=1902-02 | givenName=Игнат; birthDate=1902-02 | false",
                "day of birth, another initial | surname=Орлов; birthDate=1902-02-03 | givenName=Лев; birthDate=1902-02-03 |"
                        + " false",
                "day of birth, no given name   | surname=Орлов; givenName=; birthDate=1902-02-03 |"
                        + " givenName=; birthDate=1902-02-03 | false",
                "a medal of one award          | surname=Орлов; givenName=Лев; award=HSL; medalNumber=21 |"
                        + " award=HSL; medalNumber=21 | true",
                "a medal of two awards         | surname=Орлов; givenName=Лев; award=HSL; medalNumber=21 |"
                        + " award=HOL; medalNumber=21 | false",
                "medals of one award           | surname=Орлов; givenName=Лев; award=HSL | award=HSL | false",
                "an Order of Lenin             | surname=Орлов; givenName=Лев; orderOfLeninNumber=7 | orderOfLeninNumber=7 |"
                        + " true",
                "sound and day of a decree     | surname=Козлов; givenName=Лев; decreeDate=1957-05-02 |"
                        + " surname=Козлофф; decreeDate=1957-05-02 | true",
                "sound and year of a decree    | surname=Козлов; givenName=Лев; decreeDate=1957 |"
                        + " surname=Козлофф; decreeDate=1957 | false",
                "day of a decree               | surname=Орлов; givenName=Лев; decreeDate=1957-05-02 | decreeDate=1957-05-02 |"
                        + " false",
                "sound and both initials       | surname=Козлов; patronymic=Павлович | surname=Козлофф; givenName=И.; patronymic=П."
                        + " | true",
                "sound, another patronymic     | surname=Козлов; patronymic=Ильич | surname=Козлофф; givenName=И.; patronymic=П."
                        + " | false",
                "sound, no patronymic          | surname=Козлов; patronymic= | surname=Козлофф; patronymic= | false",
                "patronymic and decree         | surname=Орлова; decreeDate=1957-05-02 | givenName=Игнат; decreeDate=1957-05-02"
                        + " | true",
                "another patronymic            | surname=Орлова; decreeDate=1957-05-02; patronymic=Павлович |"
                        + " decreeDate=1957-05-02 | false",
                "patronymic, a decree's month  | surname=Орлова; decreeDate=1957-05 | decreeDate=1957-05 | false",
                "a former surname              | surname=Орлова; formerName=Жаворонков | givenName=Игнат | true",
                "two former surnames           | surname=Орлова; formerName=Сова | surname=Галка; formerName=Сова | true",
                "another former surname        | surname=Орлова; formerName=Сова | surname=Галка; formerName=Дрозд | false",
                "a former surname's sound      | surname=Орлова; formerName=Козлов; patronymic=; birthDate=1902 |"
                        + " surname=Козлофф; birthDate=1902 | true"
            })
    void records_that_may_be_one_have_something_in_common(String what, String one, String other, boolean compared) {
        List<String> pairs = compared(Told.records(one, other));
        long[] a = keys(one);
        long[] b = keys(other);

        assertThat(pairs).isEqualTo(compared ? List.of("0-1") : List.of());
        assertThat(IntStream.range(0, a.length)
                        .anyMatch(i -> IntStream.range(0, b.length).anyMatch(j -> a[i] == b[j])))
                .as("the keys by which an import finds who is concerned")
                .isEqualTo(compared);
    }

    @Test
    void a_record_has_the_same_key_once_though_it_has_two_surnames() {
        String all = "birthDate=1902-02-03; award=HSL; medalNumber=21; orderOfLeninNumber=7; decreeDate=1957-05-02";

        assertThat(keys(all)).hasSize(8).doesNotHaveDuplicates();
        assertThat(keys(all + "; formerName=Жаворонков")).hasSize(8);
        assertThat(keys(all + "; formerName=Козлов")).hasSize(12).doesNotHaveDuplicates();
        assertThat(keys("surname=; givenName=; patronymic=")).isEmpty();
    }

    @Test
    void those_who_do_not_stand_for_others_are_not_compared() {
        BitSet stands = new BitSet();
        stands.set(0);
        stands.set(2);

        assertThat(pairs(candidates(Told.records("", "", ""), stands, ANY))).containsExactly("0-2");
    }

    @Test
    void whoever_has_a_key_in_common_is_compared_with_each_other() {
        List<AwardRecord> records = Told.records(
                "surname=Орлов; medalNumber=1; award=HSL; givenName=Лев",
                "surname=Сова; medalNumber=1; award=HSL; givenName=Пётр",
                "surname=Галка; medalNumber=1; award=HSL; givenName=Иван; birthDate=1902-02-03",
                "surname=Дрозд; givenName=Иван; birthDate=1902-02-03",
                "surname=Дрозд; givenName=Игнат; birthDate=1902-02-03",
                "surname=Скворцов; formerName=Галка; givenName=Игнат; birthDate=1902-02-03");

        assertThat(compared(records))
                .containsExactlyInAnyOrder("0-1", "0-2", "1-2", "2-3", "2-4", "2-5", "3-4", "3-5", "4-5");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void more_than_sixty_four_with_one_key_are_a_crowd(int count) {
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(Told.record("orderOfLeninNumber=7; givenName=; patronymic=; surname=Имя" + letters(i), i));
        }
        Candidates candidates = candidates(records, all(count), 1_000);
        candidates.edges();

        assertThat(candidates.crowded()).isEqualTo(count > 64 ? count : 0);
    }

    @Test
    void in_a_crowd_those_of_one_name_are_compared_and_those_of_one_birth() {
        List<AwardRecord> records = new ArrayList<>();
        int crowd = 400;
        for (int i = 0; i < crowd; i++) {
            records.add(Told.record(
                    "givenName=И%s; patronymic=П%s; birthDate=1902-%02d"
                            .formatted(letters(i), letters(i * 7), i % 12 + 1),
                    i));
        }
        // says nothing of the birth, but has the name of one; has the birth and the patronymic of another, but for a
        // slip
        records.add(Told.record("givenName=И%s; patronymic=П%s".formatted(letters(100), letters(700)), crowd));
        records.add(Told.record(
                "givenName=И%sн; patronymic=П%s; birthDate=1902-03".formatted(letters(50), letters(350)), crowd + 1));

        Candidates candidates = candidates(records, all(records.size()), -5);
        List<String> pairs = pairs(candidates);

        assertThat(candidates.crowded()).isGreaterThan(2 * crowd);
        assertThat(pairs).contains("100-400", "50-401");
    }

    private static String letters(int i) {
        String letters = "абвгдежзик";
        return "" + letters.charAt(i % 10) + letters.charAt(i / 10 % 10) + letters.charAt(i / 100 % 10)
                + "лмнопрст".charAt(i % 8);
    }

    private static BitSet all(int count) {
        BitSet all = new BitSet();
        all.set(0, count);
        return all;
    }

    private long[] keys(String told) {
        long[] keys = new long[Candidates.MOST_KEYS];
        int count = Candidates.keys(Told.features(parts, told), keys);
        return Arrays.copyOf(keys, count);
    }

    private List<String> compared(List<AwardRecord> records) {
        return pairs(candidates(records, all(records.size()), ANY));
    }

    private Candidates candidates(List<AwardRecord> records, BitSet stands, double surety) {
        Rows rows = Told.rows(parts, records);
        Keys keys = new Keys(Memory.HEAP);
        Comparison comparison = new Comparison(Frequencies.count(rows, parts, Memory.HEAP, keys), records.size());
        IntBuffer order = IntBuffer.wrap(IntStream.range(0, records.size()).toArray());
        return new Candidates(rows, order, stands, comparison, surety, Memory.HEAP, keys);
    }

    private static List<String> pairs(Candidates candidates) {
        Edges edges = candidates.edges();
        List<String> pairs = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            pairs.add(edges.a(edge) + "-" + edges.b(edge));
        }
        return pairs;
    }
}
