package ukaz.ingest.normalise.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.Table;
import ukaz.model.Change;
import ukaz.model.Term;

class TextsTest {

    private static final String ALPHABET =
            "ИванСр Рёв.-№«»?12 ABCеоXIIVÐÑ°ІіїÈâ\u00A0\u00AD\u200B\uFFFD\t\n\u0301\u0306кшЂѓ†╚трp\uD83D\u0000";

    static List<String[]> texts() {
        return Table.read(TextsTest.class, "texts.tsv", 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void texts_are_cleaned(String typed, String cleaned, String remarks) {
        Reading<String> reading = Texts.clean(typed);

        assertThat(reading.value() == null ? reading.state().name() : reading.value())
                .isEqualTo(cleaned);
        assertThat(reading.remarks().stream().map(TextsTest::shown).collect(Collectors.joining("; ")))
                .isEqualTo(remarks);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void a_change_is_noted_if_and_only_if_there_is_one(String typed, String cleaned, String remarks) {
        Reading<String> reading = Texts.clean(typed);

        if (reading.value() != null) {
            assertThat(reading.changes().isEmpty()).isEqualTo(reading.value().equals(typed));
        }
        assertThat(Texts.isClean(typed) && !typed.equals(reading.value())).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void cleaning_twice_changes_nothing_more(String typed, String cleaned, String remarks) {
        assertStable(typed);
    }

    @Test
    void any_text_can_be_cleaned_and_stays_clean() {
        Random random = new Random(1938);
        for (int i = 0; i < 50_000; i++) {
            assertStable(text(random));
        }
    }

    @Test
    void what_the_fast_path_passes_is_what_the_long_one_leaves() {
        Random random = new Random(1940);
        for (int i = 0; i < 50_000; i++) {
            String text = text(random);
            if (Texts.isClean(text) && !text.isEmpty()) {
                assertThat(Texts.slowly(text)).as(text).isEqualTo(Reading.of(text));
            }
        }
    }

    @Test
    void the_wrong_letters_are_named_with_their_code_points() {
        Remark remark = Texts.clean("Cидоров").remarks().get(0);

        assertThat(remark.values()).containsEntry("letters", List.of("C U+0043 → U+0421"));
        assertThat(Texts.clean("Cидоров").changes()).containsExactly(Change.Kind.HOMOGLYPH);
    }

    private static void assertStable(String typed) {
        Reading<String> once = Texts.clean(typed);
        if (once.value() == null) {
            assertThat(once.state()).isIn(State.EMPTY, State.UNREADABLE);
            return;
        }
        Reading<String> twice = Texts.clean(once.value());
        assertThat(twice.value()).as("%s", typed).isEqualTo(once.value());
        assertThat(twice.changes()).as("%s", typed).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String shown(Remark remark) {
        Object detail = remark.values().get("repaired");
        if (detail == null) {
            detail = remark.values().get("corrected");
        }
        if (detail == null && remark.values().get("what") instanceof List<?> what) {
            detail = what.stream().map(term -> ((Term) term).code()).collect(Collectors.joining(","));
        }
        return detail == null ? remark.rule() : remark.rule() + '=' + detail;
    }
}
