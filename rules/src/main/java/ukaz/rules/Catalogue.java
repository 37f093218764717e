package ukaz.rules;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.ShapeCheck;
import ukaz.rules.statute.BeforeEstablishment;

/** Every rule there is, in the order in which reports list them. */
final class Catalogue {

    /** Makes a rule for one reading of the law and one set of parameters. */
    @FunctionalInterface
    interface Maker extends BiFunction<StatuteBook, Parameters, RecordRule> {}

    /** Where a rule's faults come from. */
    enum Kind {
        /** From whoever reads the file, the table or the value. */
        READING,
        /** From the constraints on the record's shape. */
        SHAPE,
        /** From a class that judges the record. */
        RECORD
    }

    /** A rule; its maker is null unless it is a class. */
    record Entry(String id, Kind kind, @Nullable Maker maker) {}

    static final List<Entry> RULES = List.of(rule("statute-before-establishment", BeforeEstablishment::new));

    /** What judges every rule of kind {@link Kind#SHAPE}. */
    static final ShapeCheck SHAPE = record -> Map.of();

    private Catalogue() {}

    private static Entry reading(String id) {
        return new Entry(id, Kind.READING, null);
    }

    private static Entry shape(String id) {
        return new Entry(id, Kind.SHAPE, null);
    }

    private static Entry rule(String id, Supplier<RecordRule> maker) {
        return new Entry(id, Kind.RECORD, (statutes, parameters) -> maker.get());
    }

    private static Entry rule(String id, Function<StatuteBook, RecordRule> maker) {
        return new Entry(id, Kind.RECORD, (statutes, parameters) -> maker.apply(statutes));
    }

    private static Entry rule(String id, Maker maker) {
        return new Entry(id, Kind.RECORD, maker);
    }
}
