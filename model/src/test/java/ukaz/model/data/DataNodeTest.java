package ukaz.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataNodeTest {

    @Test
    void keeps_a_bare_day_as_it_is_written() {
        assertThat(read("day: 1943-11-08").get("day").text()).isEqualTo("1943-11-08");
    }

    @Test
    void gives_plain_values() {
        assertThat(read("{a: 1, b: true, c: [x, 2], d: {e: f}}").plain())
                .isEqualTo(Map.of("a", 1, "b", true, "c", List.of("x", 2), "d", Map.of("e", "f")));
    }

    @Test
    void names_the_place_of_what_is_wrong() {
        assertThatThrownBy(() -> read("a: 1\nb: [").plain())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("x.yaml, line 2, column 5: not YAML");
        assertThatThrownBy(() -> read("a: 1\na: 2").entries()).hasMessage("x.yaml, line 2, column 1: 'a' stands twice");
        assertThatThrownBy(() -> read("a: x").get("a").integer())
                .hasMessage("x.yaml, line 1, column 4: a whole number is expected here, not 'x'");
        assertThatThrownBy(() -> read("a: x").get("a").bool()).hasMessageContaining("true or false is expected");
        assertThatThrownBy(() -> read("a: x").get("a").items()).hasMessageContaining("a list is expected");
        assertThatThrownBy(() -> read("a: [x]").get("a").text()).hasMessageContaining("a text is expected");
        assertThatThrownBy(() -> read("[x]").find("a")).hasMessageContaining("keys with values are expected");
        assertThatThrownBy(() -> read("a: x").get("b")).hasMessageContaining("'b' is missing");
    }

    @Test
    void reads_no_more_than_settings_may_be_long() {
        assertThat(read("x: " + "y".repeat(262_141)).get("x").text()).hasSize(262_141);
        assertThatThrownBy(() -> read("x: " + "y".repeat(262_142)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 262144 characters");
    }

    @Test
    void says_it_in_russian_too() {
        assertThat(sentence(() -> read("a: 1\na: 2").entries()))
                .isEqualTo("x.yaml, строка 2, столбец 1: «a» указано дважды");
        assertThat(sentence(() -> read("enabeld: true").only("enabled", "severity")))
                .isEqualTo(
                        "x.yaml, строка 1, столбец 1: нет такого ключа: «enabeld»; возможно, имелось в виду «enabled»");
        assertThat(sentence(() -> read("zzz: true").only("enabled", "severity")))
                .endsWith("нет такого ключа: «zzz»; есть: enabled, severity");
        assertThat(sentence(() -> read("a: 1\nb: [")))
                .startsWith("x.yaml, строка 2, столбец 5: разметка YAML нарушена");
        assertThat(sentence(() -> read("a: x").get("a").integer()))
                .endsWith("столбец 4: здесь нужно целое число, а не «x»");
        assertThat(sentence(() -> read("a: [x]").get("a").text())).endsWith("здесь нужен текст");
        assertThat(sentence(() -> read("a: x").get("b"))).endsWith("нет ключа «b»");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [*x]",
                "a: &x {b: *x}",
                "a: &a [x, x]\nb: [*a, *a]",
            })
    void refuses_what_stands_in_itself_or_in_several_places(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(DataException.class).hasMessageContaining("not read");
    }

    private static String sentence(ThrowingCallable failing) {
        return catchThrowableOfType(DataException.class, failing).sentence().ru();
    }

    @Test
    void proposes_the_key_that_was_probably_meant() {
        assertThatThrownBy(() -> read("enabeld: true").only("enabled", "severity"))
                .hasMessage("x.yaml, line 1, column 1: unknown key 'enabeld'; did you mean 'enabled'?");
        assertThatThrownBy(() -> read("zzz: true").only("enabled", "severity"))
                .hasMessage("x.yaml, line 1, column 1: unknown key 'zzz'; there are enabled, severity");
    }

    @Test
    void finds_nothing_in_an_empty_file() {
        assertThat(DataNode.read("x.yaml", new StringReader("# nothing"))).isNull();
    }

    @Test
    void refuses_a_resource_that_is_not_there() {
        assertThatThrownBy(() -> DataNode.resource(DataNodeTest.class, "none.yaml"))
                .hasMessageContaining("none.yaml: no such resource");
    }

    private static DataNode read(String yaml) {
        return DataNode.read("x.yaml", new StringReader(yaml));
    }
}
