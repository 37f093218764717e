package ukaz.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
