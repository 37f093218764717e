package ukaz.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.identity.InventedPeople.Labelled;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.SourceRef;
import ukaz.rules.identity.People;
import ukaz.rules.identity.Register;

/** Who is who: records that tell of one person come together, those of two stay apart. */
class WhoIsWhoTest {

    /** As the card of duplicate-probable has it. */
    private static final double SURETY = 8;

    private final List<AwardRecord> records = new ArrayList<>();

    @Test
    void invented_people_are_found_again_and_hardly_ever_taken_for_each_other() {
        List<Labelled> labelled = InventedPeople.records(1, 14_000);

        Pairs pairs = Pairs.of(
                labelled, people(labelled.stream().map(Labelled::record).toList())::of);

        assertThat(labelled).hasSizeGreaterThan(20_000);
        assertThat(pairs.precision()).as(pairs.toString()).isGreaterThanOrEqualTo(0.999);
        assertThat(pairs.recall()).as(pairs.toString()).isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_the_rows_changes_nothing(long seed) {
        List<Labelled> labelled = InventedPeople.records(seed, 400);
        List<AwardRecord> inOrder =
                new ArrayList<>(labelled.stream().map(Labelled::record).toList());
        List<AwardRecord> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(groups(shuffled)).isEqualTo(groups(inOrder));
    }

    @Test
    void spellings_of_one_name_are_one_person() {
        record("Щёлкин", "Кирилл", "Иванович", "1911-05-17", "HSL", 1, "1949-10-29");
        record("Щелкин", "Кирилл", "Иванович", "1911-05-17", "HSL", 2, "1951-12-08");
        record("Shchyolkin", "Kirill", "Ivanovich", "1911-05-17", "HSL", 3, "1954-01-04");

        assertThat(groups(records)).hasSize(1);
    }

    @Test
    void old_style_swapped_days_and_one_digit_do_not_part_a_person() {
        record("Шахурин", "Алексей", "Иванович", "1904-02-12", "HSL", 1, "1941-09-08");
        record("Шахурин", "Алексей", "Иванович", "1904-02-25", "HSL", 1, "1941-09-08");
        record("Александров", "Анатолий", "Петрович", "1903-02-13", "HSL", 1, "1954-01-04");
        record("Александров", "Анатолий", "Петрович", "1903-03-13", "HSL", 1, "1954-01-04");

        assertThat(groups(records)).hasSize(2);
    }

    @Test
    void initials_alone_bring_nobody_together() {
        record("Александров", "А.", "П.", null, "HSL", 1, "1954-01-04");
        record("Александров", "А.", "П.", null, "HSL", 1, "1944-06-05");
        record("Александров", "Анатолий", "Петрович", null, "HSL", 2, "1960-06-23");
        record("Микоян", "А.", "И.", null, null, null, null);
        record("Микоян", "А.", "И.", null, null, null, null);
        record("Тихонов", "Н.", null, null, null, null, null);
        record("Тихонов", "Н.", null, null, null, null, null);

        assertThat(groups(records)).hasSize(7);
    }

    @Test
    void brothers_with_the_same_initials_stay_apart() {
        record("Микоян", "Анастас", "Иванович", "1895-11-25", "HSL", 1, "1943-09-30");
        record("Микоян", "Артём", "Иванович", "1905-08-05", "HSL", 1, "1956-05-03");
        record("Микоян", "А.", "И.", null, "HSL", 1, "1956-05-03");

        assertThat(groups(records)).hasSize(2).contains(Set.of(1, 2));
    }

    @Test
    void one_who_may_be_either_of_two_is_neither() {
        record("Жаворонков", "Иван", "Петрович", "1901-02-03", "HSL", 1, "1949-10-29");
        record("Жаворонков", "Игнат", "Петрович", "1901-02-03", "HSL", 1, "1949-10-29");
        record("Жаворонков", "И.", "П.", "1901-02-03", "HSL", 1, "1949-10-29");

        assertThat(groups(records)).hasSize(3);
    }

    @Test
    void father_and_son_stay_apart() {
        record("Пахомов", "Иван", "Иванович", "1880-04-01", "HSL", 1, "1949-10-29");
        record("Пахомов", "Иван", "Иванович", "1910-07-12", "HSL", 1, "1966-10-29");

        assertThat(groups(records)).hasSize(2);
    }

    @Test
    void one_number_does_not_make_one_person_of_two_names() {
        record("Орлов", "Пётр", "Ильич", "1901-02-03", "HSL", 1, "1949-10-29");
        record("Дымов", "Лев", "Саввич", "1911-07-30", "HSL", 1, "1949-10-29");

        assertThat(groups(records)).hasSize(2);
    }

    @Test
    void a_chain_of_likenesses_does_not_join_contradictions() {
        record("Зимин", "Олег", "Кузьмич", "1901-02-03", "HSL", 1, "1949-10-29");
        record("Зимин", "О.", "К.", "1901", "HSL", 1, "1949-10-29");
        record("Зимин", "Осип", "Кузьмич", "1901-08-17", "HSL", 1, "1949-10-29");

        assertThat(groups(records)).noneSatisfy(group -> assertThat(group).contains(0, 2));
    }

    @Test
    void a_birthplace_tells_namesakes_apart_and_brings_a_person_together() {
        at("с. Покровка Бузулукского уезда");
        at("Оренбургская область, Бузулукский район, село Покровка");
        at("г. Елабуга Вятской губернии");

        assertThat(groups(records)).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2));
    }

    private void at(String birthPlace) {
        int number = records.size();
        records.add(AwardRecord.builder("%016x".formatted(number), new SourceRef("list.xlsx", "Лист1", number + 2, -1))
                .name(new PersonName("Петров", "Иван", "Николаевич", null))
                .birthDate(HistoricalDate.parse("1902"))
                .award("HSL")
                .decreeDate(HistoricalDate.parse("1949"))
                .cell(Field.BIRTH_PLACE, new Cell(3, "Место рождения", birthPlace))
                .build());
    }

    private void record(
            String surname,
            String given,
            @Nullable String patronymic,
            @Nullable String birth,
            @Nullable String award,
            @Nullable Integer ordinal,
            @Nullable String decree) {
        int number = records.size();
        records.add(AwardRecord.builder("%016x".formatted(number), new SourceRef("list.xlsx", "Лист1", number + 2, -1))
                .name(new PersonName(surname, given, patronymic, null))
                .birthDate(birth == null ? null : HistoricalDate.parse(birth))
                .award(award)
                .ordinal(ordinal)
                .decreeDate(decree == null ? null : HistoricalDate.parse(decree))
                .medalNumber(surname.equals("Орлов") || surname.equals("Дымов") ? InsigniaNumber.of("21") : null)
                .build());
    }

    private static People people(List<AwardRecord> records) {
        Register register = new Register();
        records.forEach(register::add);
        return register.people(SURETY);
    }

    /** The groups by row, so that they can be told whatever the order. */
    private Set<Set<Integer>> groups(List<AwardRecord> of) {
        People people = people(of);
        Map<String, Set<Integer>> groups = new HashMap<>();
        List<AwardRecord> known = records.isEmpty() ? new ArrayList<>(of) : records;
        if (records.isEmpty()) {
            known.sort((a, b) -> a.id().compareTo(b.id()));
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            numbers.put(known.get(i).id(), i);
        }
        for (int i = 0; i < of.size(); i++) {
            groups.computeIfAbsent(people.id(people.of(i)), key -> new HashSet<>())
                    .add(numbers.get(of.get(i).id()));
        }
        return new HashSet<>(groups.values());
    }
}
