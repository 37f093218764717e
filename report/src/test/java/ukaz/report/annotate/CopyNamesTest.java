package ukaz.report.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CopyNamesTest {

    @Test
    void a_copy_bears_the_name_of_its_source() {
        CopyNames names = new CopyNames(List.of("герои/Герои.xlsx", "список.csv", "m.xlsm"));

        assertThat(names.of("герои/Герои.xlsx", "xlsx")).isEqualTo("Герои.xlsx");
        assertThat(names.of("список.csv", "xlsx")).isEqualTo("список.xlsx");
        assertThat(names.of("m.xlsm", "xlsm")).isEqualTo("m.xlsm");
    }

    @Test
    void sources_of_one_name_are_told_apart() {
        CopyNames names = new CopyNames(List.of("1950/list.xlsx", "1951/List.xlsx", "list.csv"));

        assertThat(names.of("1950/list.xlsx", "xlsx")).isEqualTo("1950 - list.xlsx");
        assertThat(names.of("1951/List.xlsx", "xlsx")).isEqualTo("1951 - List.xlsx");
        assertThat(names.of("list.csv", "xlsx")).isEqualTo("list.csv.xlsx");
    }

    @Test
    void no_name_leads_out_of_the_folder_or_is_too_long_for_it() {
        CopyNames names = new CopyNames(List.of());

        assertThat(names.of("../../etc/..", "xlsx")).isEqualTo("_..xlsx");
        assertThat(names.of("a\\..\\b:c*.xlsx", "xlsx")).isEqualTo("a_.._b_c_.xlsx");
        assertThat(names.of("ы".repeat(250) + ".xlsx", "xlsx").getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(210);
        assertThat(names.of("a_.._b_c_.csv", "xlsx")).isEqualTo("a_.._b_c_ (2).xlsx");
    }
}
