package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyMarksTest {

    private static final String ALL =
            "birthDate=1902-02-03; award=HSL; ordinal=1; medalNumber=21; orderOfLeninNumber=7;"
                    + " decreeDate=1957-05-02; decreeNumber=212/44; authority=PVS_USSR";

    private final NameParts parts = new NameParts();

    /** Where this fails, what archives hold is of no use any more: a new form of {@link Packed}, and a migration that drops it. */
    @Test
    void the_marks_that_archives_keep_never_change() {
        assertThat(marks(ALL))
                .containsExactly(
                        "5ffaa523",
                        "214cc2e3",
                        "fb2f9f4d",
                        "98b53f9d",
                        "aad93ec5",
                        "beafc7c7",
                        "f0487d0f",
                        "c8b94413",
                        "a3189499",
                        "ffffeded");
    }

    private String[] marks(String told) {
        IntBuffer marks = IntBuffer.allocate(2 * KeyMarks.WIDTH);
        KeyMarks.mark(Told.features(parts, told), marks, KeyMarks.WIDTH);
        assertThat(marks.slice(0, KeyMarks.WIDTH)).isEqualTo(IntBuffer.allocate(KeyMarks.WIDTH));
        return Arrays.stream(marks.array(), KeyMarks.WIDTH, 2 * KeyMarks.WIDTH)
                .mapToObj(Integer::toHexString)
                .toArray(String[]::new);
    }

    @Test
    void what_a_record_does_not_say_has_no_mark_and_a_former_surname_is_told_in_the_first() {
        String none = "0";
        assertThat(marks("surname=; patronymic=")).startsWith(none, none, none, none, none, none, none, none, none);
        assertThat(marks("formerName=Петрова")[0]).isEqualTo("2");
        assertThat(marks("formerName=Петрова; orderOfLeninNumber=7")[Candidates.ORDER])
                .isEqualTo(marks("orderOfLeninNumber=7")[Candidates.ORDER]);
        assertThat(marks("decreeDate=1957-05")[KeyMarks.WIDTH - 1]).isEqualTo(Integer.toHexString(Features.NONE));
    }

    @Test
    void every_sought_key_is_found_by_its_mark_and_hardly_another() {
        long[] keys = new Random(3).longs(20_000).toArray();
        KeyMarks.Sought sought = new KeyMarks.Sought(keys.length);
        Arrays.stream(keys).forEach(sought::add);
        sought.add(keys[0]);

        Set<Integer> slots = new HashSet<>();
        for (long key : keys) {
            int slot = sought.find(KeyMarks.mark(key));
            assertThat(slot).isNotNegative().isLessThan(sought.slots());
            slots.add(slot);
        }
        assertThat(slots).hasSizeGreaterThan(19_990);
        assertThat(sought.find(0)).isNegative();
        assertThat(new Random(4)
                        .longs(100_000)
                        .filter(key -> sought.find(KeyMarks.mark(key)) >= 0)
                        .count())
                .isLessThan(10);
    }
}
