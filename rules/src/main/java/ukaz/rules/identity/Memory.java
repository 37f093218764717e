package ukaz.rules.identity;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Gives memory for what is kept of each record; for a large register it lies beside the heap. */
public interface Memory {

    /** These bytes, to be read and left as they are. */
    ByteBuffer keep(byte[] bytes);

    /** So many zeros. */
    LongBuffer longs(int count);

    /** So many zeros. */
    IntBuffer ints(int count);

    /** On the heap. */
    Memory HEAP = new Memory() {
        @Override
        public ByteBuffer keep(byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }

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
