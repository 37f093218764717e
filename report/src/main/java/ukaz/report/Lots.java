package ukaz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers things to be handed on some hundred at a time, as another thread takes them best. */
final class Lots<T> {

    private static final int SIZE = 512;

    private final Consumer<List<T>> to;
    private List<T> lot = new ArrayList<>(SIZE);

    Lots(Consumer<List<T>> to) {
        this.to = to;
    }

    void add(T thing) {
        lot.add(thing);
        if (lot.size() == SIZE) {
            end();
        }
    }

    /** Hands on what is left. */
    void end() {
        List<T> full = lot;
        lot = new ArrayList<>(SIZE);
        to.accept(full);
    }
}
