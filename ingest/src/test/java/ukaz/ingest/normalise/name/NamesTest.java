package ukaz.ingest.normalise.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.Table;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.Term;

class NamesTest {

    private static final String[] SURNAMES = {
        "Иванов",
        "Петров",
        "Щёлкин",
        "Славский",
        "Турсункулов",
        "Мусхелишвили",
        "Микоян",
        "Римский-Корсаков",
        "Королёв",
        "Громыко"
    };
    private static final String[] GIVEN_NAMES = {
        "Иван", "Пётр", "Кирилл", "Ефим", "Хамракул", "Николай", "Анастас", "Андрей", "Сергей", "Илья"
    };
    private static final String[] PATRONYMICS = {
        "Иванович", "Петрович", "Ильич", "Павлович", "Рашидович", "Сергеевич", "Масим оглы", "Никитич", "Фёдорович"
    };
    private static final String ALPHABET = "Иван Ив.И-'(),урожд.оглыde ля Ёч/№12[]\u00A0ABIvanovna’»«\uD83Dы\n";

    static List<String[]> names() {
        return Table.read(NamesTest.class, "names.tsv", 7);
    }

    static List<String[]> cells() {
        return Table.read(NamesTest.class, "name-cells.tsv", 9);
    }

    static List<String[]> sexes() {
        return Table.read(NamesTest.class, "name-sexes.tsv", 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_name_in_one_cell_is_read(
            String text,
            String surname,
            String given,
            String patronymic,
            String former,
            String remarks,
            String changes) {
        Reading<PersonName> reading = Names.readFull(text, NameOrder.SURNAME_FIRST);

        assertThat(parts(reading)).isEqualTo(surname + "|" + given + "|" + patronymic + "|" + former);
        assertThat(remarks(reading)).isEqualTo(remarks);
        assertThat(changes(reading)).isEqualTo(changes);
    }

    @ParameterizedTest(name = "{0}|{1}|{2}|{3}")
    @MethodSource("cells")
    void a_name_in_several_cells_is_read(
            String surnameCell,
            String givenCell,
            String patronymicCell,
            String formerCell,
            String surname,
            String given,
            String patronymic,
            String former,
            String remarks) {
        Reading<PersonName> reading = Names.join(
                Table.orNull(surnameCell),
                Table.orNull(givenCell),
                Table.orNull(patronymicCell),
                Table.orNull(formerCell));

        assertThat(parts(reading)).isEqualTo(surname + "|" + given + "|" + patronymic + "|" + former);
        assertThat(remarks(reading)).isEqualTo(remarks);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sexes")
    void a_name_tells_the_sex_and_contradictions_are_seen(
            String text, String stated, String sex, String male, String female) {
        PersonName name = Objects.requireNonNull(
                Names.readFull(text, NameOrder.SURNAME_FIRST).value());
        String conflict = Names.genderConflict(name, sex(stated))
                .map(remark -> evidence(remark, "male") + "|" + evidence(remark, "female"))
                .orElse("|");

        assertThat(Names.sexOf(name)).isEqualTo(sex(sex));
        assertThat(conflict).isEqualTo(male + "|" + female);
    }

    @Test
    void any_name_is_read_back_from_any_notation() {
        Random random = new Random(1927);
        for (int i = 0; i < 20_000; i++) {
            PersonName name =
                    new PersonName(pick(random, SURNAMES), pick(random, GIVEN_NAMES), pick(random, PATRONYMICS), null);
            int notation = random.nextInt(9);
            String text = written(name, notation);

            PersonName read = Names.readFull(text, NameOrder.SURNAME_FIRST).value();

            assertThat(read).as(text).isEqualTo(notation < 6 ? name : initials(name));
        }
    }

    @Test
    void the_number_of_known_given_names_does_not_shrink() {
        assertThat(List.of("Иван", "Хамракул", "Прасковья", "Ivan")).allMatch(name -> GivenNames.contains(name));
    }

    @Test
    void any_text_can_be_read() {
        Random random = new Random(1918);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int k = 0; k < length; k++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            String typed = text.toString();
            Reading<PersonName> full = Names.readFull(typed, NameOrder.SURNAME_FIRST);
            Reading<PersonName> joined = Names.join(typed, typed, typed, typed);

            assertThat(full.state() == State.VALUE).as(typed).isEqualTo(full.value() != null);
            assertThat(joined.state() == State.VALUE).as(typed).isEqualTo(joined.value() != null);
            if (full.value() != null) {
                Names.genderConflict(full.value(), Sex.MALE);
                assertThat(full.value().isUnknown()).as(typed).isFalse();
            }
        }
    }

    /** İ becomes two small letters: what is told by small letters may not be cut out of others. */
    @Test
    void a_capital_that_is_two_small_letters_moves_nothing() {
        assertThat(Names.readFull("Гасанов Иван İмановичу", NameOrder.SURNAME_FIRST)
                        .value())
                .isNotNull();
        assertThat(Patronymics.nominativeOf("İвановичу")).isEqualTo("İванович");
        assertThat(Patronymics.nominativeOf("İвановичем")).isEqualTo("İванович");
        assertThat(Patronymics.nominativeOf("İвановной")).isEqualTo("İвановна");
        assertThat(Names.readFull("İsmayılova, урожд. Petrova, Anna", NameOrder.SURNAME_FIRST)
                        .value())
                .extracting(PersonName::surname, PersonName::formerName)
                .containsExactly("İsmayılova", "Petrova");
    }

    @Test
    void a_very_long_text_is_no_name() {
        assertThat(Names.readFull("Иванов ".repeat(40), NameOrder.SURNAME_FIRST).state())
                .isEqualTo(State.UNREADABLE);
        assertThat(Names.readFull("(".repeat(32_767), NameOrder.SURNAME_FIRST).state())
                .isEqualTo(State.UNREADABLE);
    }

    private static String written(PersonName name, int notation) {
        String s = Objects.requireNonNull(name.surname());
        String g = Objects.requireNonNull(name.givenName());
        String p = Objects.requireNonNull(name.patronymic());
        char i = g.charAt(0);
        char j = p.charAt(0);
        return switch (notation) {
            case 0 -> s + ' ' + g + ' ' + p;
            case 1 -> g + ' ' + p + ' ' + s;
            case 2 -> s.toUpperCase(Locale.ROOT) + ' ' + g + ' ' + p;
            case 3 -> (s + ' ' + g + ' ' + p).toUpperCase(Locale.ROOT);
            case 4 -> s + ", " + g + ' ' + p;
            case 5 -> (s + ' ' + g + ' ' + p).toLowerCase(Locale.ROOT);
            case 6 -> s + ' ' + i + ". " + j + '.';
            case 7 -> i + "." + j + "." + s;
            default -> s + ' ' + i + '.' + j + '.';
        };
    }

    private static PersonName initials(PersonName name) {
        return new PersonName(name.surname(), first(name.givenName()), first(name.patronymic()), null);
    }

    private static String first(String part) {
        return part.substring(0, 1) + '.';
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static Sex sex(String key) {
        return key.isEmpty() ? null : key.equals("m") ? Sex.MALE : Sex.FEMALE;
    }

    private static String parts(Reading<PersonName> reading) {
        PersonName name = reading.value();
        return name == null
                ? reading.state() + "|||"
                : String.join(
                        "|",
                        Objects.requireNonNullElse(name.surname(), ""),
                        Objects.requireNonNullElse(name.givenName(), ""),
                        Objects.requireNonNullElse(name.patronymic(), ""),
                        Objects.requireNonNullElse(name.formerName(), ""));
    }

    private static String changes(Reading<PersonName> reading) {
        return reading.changes().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String remarks(Reading<PersonName> reading) {
        return reading.remarks().stream().map(NamesTest::shown).collect(Collectors.joining("; "));
    }

    private static String shown(Remark remark) {
        Object proposed = remark.values().get("proposed");
        return remark.rule()
                + '='
                + (proposed != null ? proposed : ((Term) remark.values().get("what")).code());
    }

    private static String evidence(Remark remark, String side) {
        return ((List<?>) remark.values().get(side))
                .stream()
                        .map(word -> word instanceof Term term ? term.code() : word.toString())
                        .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Иванов <script>alert(1)</script> Иван",
                "<b>Иванов</b> Иван Иванович",
                "=HYPERLINK(\"x\")",
                "{{7*7}}",
                "ivan@example.com",
                "http://x.y/z",
                "Иванов & Ко",
            })
    void what_is_no_name_is_not_taken_apart(String text) {
        Reading<PersonName> reading = Names.readFull(text, NameOrder.SURNAME_FIRST);
        assertThat(reading.value()).isNull();
        assertThat(reading.remarks()).extracting(Remark::rule).containsExactly("name-malformed");
        assertThat(Names.join(text, "Пётр", null, null).remarks())
                .extracting(Remark::rule)
                .containsExactly("name-malformed");
    }

    @Test
    void a_picture_beside_a_name_is_said_and_left_out() {
        Reading<PersonName> reading = Names.readFull("Иванов Иван Иванович 😀", NameOrder.SURNAME_FIRST);
        assertThat(reading.value()).isEqualTo(new PersonName("Иванов", "Иван", "Иванович", null));
        assertThat(reading.remarks()).extracting(Remark::rule).containsExactly("name-malformed");
    }

    @Test
    void three_thousand_letters_are_too_long_for_a_name() {
        Reading<PersonName> reading = Names.readFull("Иванов Иван " + "Ж".repeat(3_000), NameOrder.SURNAME_FIRST);
        assertThat(reading.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.values().toString()).contains("name-too-long"));
    }
}
