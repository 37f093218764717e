package ukaz.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRefTest {

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "16383, XFD"})
    void columns_have_the_letters_of_excel(int column, String letters) {
        assertThat(SourceRef.columnLetters(column)).isEqualTo(letters);
    }

    @Test
    void only_a_row_and_a_column_are_a_cell() {
        SourceRef row = new SourceRef("a", "S", 1, -1);

        assertThat(row.column(0).cell()).isEqualTo("A1");
        assertThat(row.column(0).file()).isEqualTo("a");
        assertThat(row.cell()).isNull();
        assertThat(SourceRef.sheet("a", "S").column(0).cell()).isNull();
        assertThat(SourceRef.file("a")).isEqualTo(new SourceRef("a", null, 0, -1));
        assertThat(SourceRef.sheet("a", "S")).isEqualTo(new SourceRef("a", "S", 0, -1));
    }

    @Test
    void places_are_in_the_order_in_which_one_reads() {
        List<SourceRef> ordered = List.of(
                SourceRef.file("a"),
                new SourceRef("a", null, 5, 2),
                SourceRef.sheet("a", "S"),
                new SourceRef("a", "S", 2, 7),
                new SourceRef("a", "S", 10, -1),
                new SourceRef("a", "S", 10, 0),
                new SourceRef("a", "T", 1, 0),
                SourceRef.file("b"));

        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
                        .as(ordered.get(i) + " and " + ordered.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }
}
