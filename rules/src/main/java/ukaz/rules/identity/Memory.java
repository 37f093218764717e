package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Gives memory, all zeros, for what is kept of each record; for a large register it lies beside the heap. */
public interface Memory {

    LongBuffer longs(int count);

    IntBuffer ints(int count);

    /** On the heap. */
    Memory HEAP = new Memory() {
        @Override
        public LongBuffer longs(int count) {
            return LongBuffer.allocate(count);
        }

        @Override
        public IntBuffer ints(int count) {
            return IntBuffer.allocate(count);
        }
    };
}
