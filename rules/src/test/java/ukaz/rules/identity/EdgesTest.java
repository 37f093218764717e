package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdgesTest {

    @Test
    void the_surest_pairs_come_first_and_each_once() {
        Edges edges = new Edges(10, Memory.HEAP);
        edges.add(Edges.edge(1, 2, 0.5));
        edges.add(Edges.edge(0, 9, 30));
        edges.add(Edges.edge(1, 2, 0.5));
        edges.add(Edges.edge(0, 3, 30));

        edges.sort();

        assertThat(pairs(edges)).containsExactly("0-3", "0-9", "1-2");
        assertThat(edges.lessSure(0, 2)).isEqualTo(29.5);
    }

    @Test
    void however_many_pairs_there_are_a_few_of_each_record_are_kept_and_chains_stay_whole() {
        int records = 500;
        Edges edges = new Edges(records, Memory.HEAP);
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int a = random.nextInt(records - 1);
            edges.add(Edges.edge(a, a + 1 + random.nextInt(records - 1 - a), random.nextDouble() * 5));
        }
        for (int i = 0; i + 1 < records; i++) {
            edges.add(Edges.edge(i, i + 1, 100 + i / 64.0));
        }
        for (int i = 0; i < 100_000; i++) {
            int a = random.nextInt(records - 1);
            edges.add(Edges.edge(a, a + 1 + random.nextInt(records - 1 - a), random.nextDouble() * 5));
        }
        edges.sort();

        assertThat(edges.size()).isLessThanOrEqualTo(8 * records);
        Set<String> kept = new HashSet<>(pairs(edges));
        Groups groups = new Groups(records, Memory.HEAP);
        for (int edge = 0; edge < edges.size(); edge++) {
            groups.join(edges.a(edge), edges.b(edge));
        }
        for (int i = 0; i + 1 < records; i++) {
            assertThat(kept).contains(i + "-" + (i + 1));
            assertThat(groups.root(i + 1)).isZero();
        }
    }

    @Test
    void more_records_than_can_be_numbered_are_refused() {
        assertThatThrownBy(() -> new Edges(1 << 25, Memory.HEAP)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Keys(Memory.HEAP).clear(Keys.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> pairs(Edges edges) {
        List<String> pairs = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            pairs.add(edges.a(edge) + "-" + edges.b(edge));
        }
        return pairs;
    }
}
