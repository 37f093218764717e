package ukaz.rules;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.life.ConferralAge;
import ukaz.rules.life.ConferralBeforeBirth;
import ukaz.rules.life.DeathBeforeBirth;
import ukaz.rules.life.Posthumous;
import ukaz.rules.life.ServiceExceedsAge;
import ukaz.rules.life.Span;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.ShapeCheck;
import ukaz.rules.shape.Constraints;
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

    static final List<Entry> RULES = List.of(
            reading("source-unreadable"),
            reading("source-encrypted"),
            reading("source-unsupported"),
            reading("source-too-large"),
            reading("source-duplicate-file"),
            reading("source-active"),
            reading("sheet-no-table"),
            reading("column-missing"),
            reading("column-unmapped"),
            reading("column-repeated"),
            reading("row-rejected"),
            reading("row-not-data"),
            reading("cell-formula-error"),
            reading("cell-hidden"),
            reading("cell-struck"),
            reading("cell-comment"),
            reading("text-homoglyph"),
            reading("text-mojibake"),
            reading("text-invisible"),
            shape("field-missing"),
            reading("date-unparseable"),
            reading("date-impossible"),
            reading("date-ambiguous"),
            reading("date-calendar-mismatch"),
            reading("date-serial-suspect"),
            reading("date-future"),
            reading("name-incomplete"),
            reading("name-declined"),
            reading("name-order"),
            reading("name-gender"),
            shape("name-malformed"),
            reading("award-unknown"),
            reading("award-ambiguous"),
            reading("award-foreign"),
            reading("authority-unknown"),
            reading("citizenship-unknown"),
            shape("number-malformed"),
            reading("column-shift"),
            rule("life-death-before-birth", DeathBeforeBirth::new),
            rule("life-span", (statutes, parameters) -> new Span(parameters)),
            rule("life-conferral-before-birth", ConferralBeforeBirth::new),
            rule("life-conferral-age", (statutes, parameters) -> new ConferralAge(parameters)),
            rule("life-posthumous", Posthumous::new),
            rule("life-service-exceeds-age", (statutes, parameters) -> new ServiceExceedsAge(parameters)),
            rule("statute-before-establishment", BeforeEstablishment::new));

    /** What judges every rule of kind {@link Kind#SHAPE}. */
    static final ShapeCheck SHAPE = new Constraints();

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
