package ukaz.ingest.normalise.record;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what was made of values that repeat in a column; forgets everything when it has grown too large. */
final class Memo<V> {

    private static final int MOST = 4096;

    private final Map<String, V> known = new HashMap<>();
    private final Function<String, V> reader;

    Memo(Function<String, V> reader) {
        this.reader = reader;
    }

    V of(String text) {
        V value = known.get(text);
        if (value == null) {
            value = reader.apply(text);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, value);
        }
        return value;
    }
}
