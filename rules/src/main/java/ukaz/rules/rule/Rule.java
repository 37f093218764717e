package ukaz.rules.rule;

/** Whatever judges: one record, one person, records that share a number, or a series of numbers. */
public sealed interface Rule permits RecordRule, PersonRule, SharedRule, SeriesRule {}
