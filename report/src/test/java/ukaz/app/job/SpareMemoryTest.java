package ukaz.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareMemoryTest {

    /** A process of Linux may have 65,530 by default. */
    private static final int MORE_THAN_PIECES = 70_000;

    @TempDir
    Path folder;

    @Test
    void what_is_kept_is_read_again_whatever_its_size_and_nothing_stays_behind() throws IOException {
        Random random = new Random(1);
        List<byte[]> kept = new ArrayList<>();
        List<ByteBuffer> read = new ArrayList<>();
        List<IntBuffer> numbers = new ArrayList<>();
        try (SpareMemory memory = SpareMemory.in(folder)) {
            for (int size : new int[] {0, 1, 300_000, 100, (1 << 18) - 1, 1 << 18, 5_000_000, 7}) {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                kept.add(bytes);
                read.add(memory.keep(bytes));
                numbers.add(memory.ints(1_000).put(999, size));
            }
            for (int i = 0; i < kept.size(); i++) {
                assertThat(read.get(i)).isEqualTo(ByteBuffer.wrap(kept.get(i)));
                assertThat(numbers.get(i).get(0)).isZero();
                assertThat(numbers.get(i).get(999)).isEqualTo(kept.get(i).length);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void as_many_small_sources_as_there_are_can_be_kept() throws IOException {
        byte[] bytes = new byte[100];
        try (SpareMemory memory = SpareMemory.in(folder)) {
            List<ByteBuffer> read = new ArrayList<>();
            for (int i = 0; i < MORE_THAN_PIECES; i++) {
                bytes[i % 100]++;
                read.add(memory.keep(bytes));
            }

            assertThat(read.get(MORE_THAN_PIECES - 1)).isEqualTo(ByteBuffer.wrap(bytes));
            assertThat(read.get(0).get(0)).isEqualTo((byte) 1);
        }
    }
}
