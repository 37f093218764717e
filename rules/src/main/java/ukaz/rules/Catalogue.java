package ukaz.rules;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.conflict.DuplicateExact;
import ukaz.rules.conflict.DuplicateProbable;
import ukaz.rules.conflict.FieldConflict;
import ukaz.rules.history.BothTitles;
import ukaz.rules.history.CountMismatch;
import ukaz.rules.history.IdentityConflict;
import ukaz.rules.history.OrdinalGap;
import ukaz.rules.history.OrdinalOrder;
import ukaz.rules.history.OrdinalRepeated;
import ukaz.rules.history.StatusConflict;
import ukaz.rules.life.ConferralAge;
import ukaz.rules.life.ConferralBeforeBirth;
import ukaz.rules.life.DeathBeforeBirth;
import ukaz.rules.life.Posthumous;
import ukaz.rules.life.ServiceExceedsAge;
import ukaz.rules.life.Span;
import ukaz.rules.reference.Absent;
import ukaz.rules.reference.ReferenceConflict;
import ukaz.rules.reference.Uncovered;
import ukaz.rules.register.DecreeConflict;
import ukaz.rules.register.MedalNumberOrder;
import ukaz.rules.register.MedalNumberRange;
import ukaz.rules.register.NumberRepeated;
import ukaz.rules.register.NumberShared;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.PersonRule;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Rule;
import ukaz.rules.rule.SharedRule;
import ukaz.rules.shape.Constraints;
import ukaz.rules.statute.AfterAbolition;
import ukaz.rules.statute.Authority;
import ukaz.rules.statute.BeforeEstablishment;
import ukaz.rules.statute.BeforeFirst;
import ukaz.rules.statute.Certificate;
import ukaz.rules.statute.ForeignCitizen;
import ukaz.rules.statute.Honorary;
import ukaz.rules.statute.MedalKind;
import ukaz.rules.statute.MedalMissing;
import ukaz.rules.statute.MedalRetroactive;
import ukaz.rules.statute.MedalUnexpected;
import ukaz.rules.statute.OrderOfLeninMissing;
import ukaz.rules.statute.OrderOfLeninUnexpected;
import ukaz.rules.statute.RarePosthumous;
import ukaz.rules.statute.Repeat;
import ukaz.rules.statute.RepeatEnded;
import ukaz.rules.statute.RepeatLimit;
import ukaz.rules.statute.ServiceYears;
import ukaz.rules.statute.StatusHistory;
import ukaz.rules.statute.Unprecedented;

/** Every rule there is, in the order in which reports list them. */
final class Catalogue {

    /** Makes a rule for one reading of the law and one set of parameters. */
    @FunctionalInterface
    interface Maker extends BiFunction<StatuteBook, Parameters, Rule> {}

    /** Where a rule's faults come from. */
    enum Kind {
        /** From whoever reads the file, the table or the value. */
        READING,
        /** From the constraints on the record's shape. */
        SHAPE,
        /** From a class that judges the record. */
        RECORD,
        /** From a class that judges all records of a person. */
        PERSON,
        /** From a class that judges the records that share a number. */
        SHARED,
        /** From a class that judges a series of numbers. */
        SERIES
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
            reading("column-shift"),
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
            rule("life-death-before-birth", DeathBeforeBirth::new),
            rule("life-span", (statutes, parameters) -> new Span(parameters)),
            rule("life-conferral-before-birth", ConferralBeforeBirth::new),
            rule("life-conferral-age", (statutes, parameters) -> new ConferralAge(parameters)),
            rule("life-posthumous", Posthumous::new),
            rule("life-service-exceeds-age", (statutes, parameters) -> new ServiceExceedsAge(parameters)),
            rule("statute-before-establishment", BeforeEstablishment::new),
            rule("statute-before-first", BeforeFirst::new),
            rule("statute-honorary", Honorary::new),
            rule("statute-after-abolition", AfterAbolition::new),
            rule("statute-foreign-citizen", ForeignCitizen::new),
            rule("statute-authority", Authority::new),
            rule("statute-service-years", ServiceYears::new),
            rule("statute-order-of-lenin-missing", OrderOfLeninMissing::new),
            rule("statute-order-of-lenin-unexpected", OrderOfLeninUnexpected::new),
            rule("statute-medal-missing", MedalMissing::new),
            rule("statute-medal-retroactive", MedalRetroactive::new),
            rule("statute-medal-unexpected", MedalUnexpected::new),
            rule("statute-medal-kind", MedalKind::new),
            rule("statute-certificate", Certificate::new),
            rule("statute-repeat", Repeat::new),
            rule("statute-repeat-limit", RepeatLimit::new),
            rule("statute-unprecedented", Unprecedented::new),
            rule("statute-repeat-ended", RepeatEnded::new),
            rule("statute-posthumous", RarePosthumous::new),
            rule("statute-status", StatusHistory::new),
            person("history-ordinal-gap", OrdinalGap::new),
            person("history-ordinal-order", parameters -> new OrdinalOrder()),
            person("history-ordinal-repeated", parameters -> new OrdinalRepeated()),
            person("history-count-mismatch", parameters -> new CountMismatch()),
            person("history-identity-conflict", parameters -> new IdentityConflict()),
            person("history-status-conflict", parameters -> new StatusConflict()),
            person("history-both-titles", parameters -> new BothTitles()),
            shared("register-medal-number-shared", NumberShared.medal()),
            shared("register-order-number-shared", NumberShared.orderOfLenin()),
            person("register-number-repeated", parameters -> new NumberRepeated()),
            rule("register-medal-number-range", (statutes, parameters) -> new MedalNumberRange(parameters)),
            new Entry(
                    "register-medal-number-order",
                    Kind.SERIES,
                    (statutes, parameters) -> new MedalNumberOrder(parameters)),
            shared("register-decree-conflict", new DecreeConflict()),
            person("duplicate-exact", parameters -> new DuplicateExact()),
            person("duplicate-probable", parameters -> new DuplicateProbable()),
            person("conflict-field", parameters -> new FieldConflict()),
            person("conflict-reference", parameters -> new ReferenceConflict()),
            person("reference-absent", parameters -> new Absent()),
            person("reference-uncovered", parameters -> new Uncovered()));

    /** What judges every rule of kind {@link Kind#SHAPE}. */
    static final Constraints SHAPE = new Constraints();

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

    private static Entry person(String id, Function<Parameters, PersonRule> maker) {
        return new Entry(id, Kind.PERSON, (statutes, parameters) -> maker.apply(parameters));
    }

    private static Entry shared(String id, SharedRule rule) {
        return new Entry(id, Kind.SHARED, (statutes, parameters) -> rule);
    }

    private static Entry rule(String id, Maker maker) {
        return new Entry(id, Kind.RECORD, maker);
    }
}
