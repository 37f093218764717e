package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.model.AwardRecord;

/** What was put away of a record is got back, whether it was kept here or packed for an archive. */
class RowsTest {

    static final String[] TELLING = {
        "",
        "surname=; givenName=; patronymic=",
        "formerName=Иванов",
        "birthDate=1902-02-03",
        "birthDate=../1902",
        "deathDate=1962",
        "decreeDate=1942-02-03; award=HSL; ordinal=2; timesAwarded=3; sex=f; citizenship=SU",
        "decreeDate=1942-02; award=HOL; ordinal=1; ordinalInferred=true; sex=m; citizenship=PL",
        "ordinal=100; timesAwarded=100; award=HSU; medalNumber=21; orderOfLeninNumber=22",
        "decreeDate=1942/..; medalNumber=Д-54321; orderOfLeninNumber=II/15; award=HSL; ordinal=1",
        "decreeNumber=212/44; authority=PVS_USSR; award=HSL",
        "birthPlace=Покровка Бузулукского уезда; workplace=Уралмаш; region=Елабуга",
        "award=HSL; citizenship=HSL; medalNumber=нет",
    };

    private final NameParts parts = new NameParts();

    @Test
    void what_is_read_is_what_was_put_away() {
        List<AwardRecord> records = Told.records(TELLING);
        Rows rows = Told.rows(parts, records);
        Features read = told("surname=Прежде; birthDate=1801; award=OLD; sex=f; medalNumber=5; timesAwarded=9");

        for (int row = 0; row < records.size(); row++) {
            same(rows.read(row, read), Told.features(parts, records.get(row)));
            single(rows, row, Told.features(parts, records.get(row)));
        }
        Rows some = rows.only(new int[] {6, 3});
        assertThat(some.size()).isEqualTo(2);
        same(some.read(0, read), Told.features(parts, records.get(6)));
        same(some.read(1, read), Told.features(parts, records.get(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void what_is_unpacked_elsewhere_is_what_was_packed(int from) {
        List<AwardRecord> records = Told.records(TELLING);
        byte[] packed = Told.register(records).packed(from, records.size());
        Register other = new Register();
        other.add(Told.register("surname=Первый; givenName=Лука; award=OTHER; citizenship=DE", "award=HOL")
                .packed(0, 2));

        other.add(packed);
        other.add(packed);

        Register plain = Told.register("surname=Первый; givenName=Лука; award=OTHER; citizenship=DE", "award=HOL");
        for (int turn = 0; turn < 2; turn++) {
            records.subList(from, records.size()).forEach(plain::add);
        }
        other.add(records.get(0));
        plain.add(records.get(0));
        assertThatThrownBy(() -> other.add(packed)).isInstanceOf(IllegalStateException.class);
        assertThat(other.size()).isEqualTo(plain.size());
        assertThat(other.packed(0, other.size())).isEqualTo(plain.packed(0, plain.size()));
        for (int row = 0; row < plain.size(); row++) {
            assertThat(other.alone(row)).isEqualTo(plain.alone(row));
            assertThat(other.decreeDay(row)).isEqualTo(plain.decreeDay(row));
            assertThat(other.speaksOfMore(row)).isEqualTo(plain.speaksOfMore(row));
        }
    }

    @Test
    void what_is_unpacked_at_once_is_what_was_told() {
        List<AwardRecord> records = Told.records(TELLING);
        Packer packer = new Packer();
        records.forEach(packer::add);
        Register told = Told.register(records);

        Register unpacked = new Register();
        unpacked.add(Told.record("surname=Первый; award=OTHER"));
        unpacked.addUnpacked(packer.packed());
        unpacked.add(records.get(0));

        assertThat(packer.size()).isEqualTo(records.size());
        assertThat(packer.packed()).isEqualTo(told.packed(0, told.size()));
        assertThat(unpacked.size()).isEqualTo(records.size() + 2);
        assertThat(unpacked.packed(1, 1 + records.size())).isEqualTo(packer.packed());
        assertThat(unpacked.packed(records.size() + 1, records.size() + 2)).isEqualTo(told.packed(0, 1));
    }

    @Test
    void there_is_room_for_more_than_one_piece_of_memory() {
        Rows rows = new Rows(parts, Memory.HEAP);
        Features each = new Features();
        for (int i = 0; i < 70_000; i++) {
            each.medal = i;
            assertThat(rows.add(each)).isEqualTo(i);
        }

        assertThat(rows.size()).isEqualTo(70_000);
        for (int i : new int[] {0, 65_535, 65_536, 69_999}) {
            assertThat(rows.read(i, each).medal).isEqualTo(i);
            assertThat(rows.medal(i)).isEqualTo(i);
        }
    }

    @Test
    void however_many_codes_there_are_each_is_got_back() {
        Rows rows = new Rows(parts, Memory.HEAP);
        List<String> codes = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            Features each = new Features();
            each.award = new String(random.nextInt(4) == 0 ? "HSL" : "A" + i % 100);
            each.citizenship = random.nextBoolean() ? null : "C" + i;
            codes.add(each.award + each.citizenship);
            rows.add(each);
        }

        Features read = new Features();
        for (int i = 0; i < codes.size(); i++) {
            rows.read(i, read);
            assertThat(read.award + read.citizenship).isEqualTo(codes.get(i));
        }
    }

    private Features told(String values) {
        return Told.features(parts, values);
    }

    private static void same(Features read, Features told) {
        assertThat(read).usingRecursiveComparison().isEqualTo(told);
    }

    private static void single(Rows rows, int row, Features told) {
        assertThat(rows.id(row)).isEqualTo(told.id);
        assertThat(rows.order(row)).isEqualTo(told.order);
        assertThat(rows.decree(row)).isEqualTo(told.decree);
        assertThat(rows.medal(row)).isEqualTo(told.medal);
        assertThat(rows.medalIsPlain(row)).isEqualTo(told.medalIsPlain);
        assertThat(rows.medalSeries(row)).isEqualTo(told.medalSeries());
        assertThat(rows.ordinal(row)).isEqualTo(told.ordinal);
        assertThat(rows.ordinalInferred(row)).isEqualTo(told.ordinalInferred);
        assertThat(rows.decreeDay(row)).isEqualTo(told.hasDecreeDay() ? told.decreeFirst : Features.NONE);
    }
}
