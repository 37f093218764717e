package ukaz.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Certainty;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.SeriesRule;
import ukaz.rules.rule.SharedRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/**
 * The catalogue with a user's settings: judges records, and signs faults with the cards of their rules.
 *
 * <p>Immutable and shared by all threads; each thread judges in a {@link Session} of its own.
 */
public final class RuleBook {

    private static final Field[] FIELDS = Field.values();

    private final Settings settings;
    private final StatuteBook statutes;
    private final Rule[] rules;
    private final Map<String, Rule> byId;
    private final boolean shaped;

    /** A rule with its card and its place in the catalogue; the class is null where the faults come from elsewhere. */
    private record Rule(
            int index,
            Card card,
            Catalogue.Kind kind,
            ukaz.rules.rule.@Nullable Rule judge,
            boolean enabled,
            long fields) {}

    private RuleBook(Settings settings) {
        this.settings = settings;
        this.statutes = StatuteBook.reading(settings.readings());
        this.rules = new Rule[Catalogue.RULES.size()];
        for (int i = 0; i < rules.length; i++) {
            Catalogue.Entry entry = Catalogue.RULES.get(i);
            Card card = CardFile.read(entry.id());
            rules[i] = new Rule(
                    i,
                    card,
                    entry.kind(),
                    entry.maker() == null ? null : entry.maker().apply(statutes, settings.parameters(card)),
                    settings.isEnabled(entry.id()),
                    mask(card.fields()));
        }
        this.byId = List.of(rules).stream().collect(Collectors.toUnmodifiableMap(rule -> rule.card.id(), rule -> rule));
        this.shaped = List.of(rules).stream().anyMatch(rule -> rule.kind == Catalogue.Kind.SHAPE && rule.enabled);
    }

    /** Reads the law, the cards and the constraints, so that a book asked for later finds them read; for any thread. */
    public static void prepare() {
        StatuteBook.load();
        Catalogue.RULES.forEach(entry -> CardFile.read(entry.id()));
        Catalogue.SHAPE.prepare();
    }

    /** The catalogue as the user set it. */
    public static RuleBook of(Settings settings) {
        return new RuleBook(settings);
    }

    /** The law as the user reads it. */
    public StatuteBook statutes() {
        return statutes;
    }

    /** Every card, in the order of the catalogue. */
    public List<Card> cards() {
        return List.of(rules).stream().map(Rule::card).toList();
    }

    public Optional<Card> card(String id) {
        return Optional.ofNullable(byId.get(id)).map(Rule::card);
    }

    /** The severity of the rule's findings where nothing special is the matter. */
    public Severity severity(String id) {
        Severity chosen = settings.severity(id);
        return chosen == null ? rule(id).card.severity() : chosen;
    }

    /** A whole-number parameter of a rule as the user set it. */
    public int parameter(String id, String name) {
        return settings.parameters(rule(id).card).integer(name);
    }

    public boolean isEnabled(String id) {
        return rule(id).enabled;
    }

    /**
     * Eight hexadecimal digits that change where the rule does: its version, severity, parameters, basis, or the reading
     * chosen of a disagreement it rests on.
     */
    public String mark(String id) {
        Card card = rule(id).card;
        CRC32 sum = new CRC32();
        String text = card.since() + '\n' + severity(id).key() + '\n' + settings.parameters(card) + '\n' + card.basis();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        for (String disagreement : card.restsOn()) {
            String reading = statutes.readings().get(disagreement);
            if (reading != null) {
                sum.update((disagreement + '=' + reading).getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Starts judging, for one thread. */
    public Session session() {
        return new Session();
    }

    /**
     * Puts severity, basis and fingerprint to a fault; empty where its rule is switched off.
     *
     * @param record the record at fault; null for a fault of a file, a table or a row without a record
     * @throws IllegalArgumentException where the catalogue has no such rule
     */
    public Optional<Finding> sign(Fault fault, @Nullable AwardRecord record) {
        Rule rule = rule(fault.rule());
        return rule.enabled ? Optional.of(signed(rule, fault, record)) : Optional.empty();
    }

    private Finding signed(Rule rule, Fault fault, @Nullable AwardRecord record) {
        Severity chosen = settings.severity(fault.rule());
        Severity severity =
                chosen != null ? chosen : fault.severity() != null ? fault.severity() : rule.card.severity();
        return new Finding(
                fault,
                fault.certainty() == Certainty.POSSIBLE ? severity.oneLower() : severity,
                rule.card.basis(),
                record == null ? "" : record.id(),
                Fingerprint.of(fault, record));
    }

    private Rule rule(String id) {
        Rule rule = byId.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule '" + id + "' in the catalogue");
        }
        return rule;
    }

    /** Sets of fields are compared for every rule and record, so they are bits; they never leave this class. */
    @SuppressWarnings("EnumOrdinal")
    private static long bit(Field field) {
        return 1L << field.ordinal();
    }

    private static long mask(Iterable<Field> fields) {
        long mask = 0;
        for (Field field : fields) {
            mask |= bit(field);
        }
        return mask;
    }

    /** One thread's judging, with its counts; not thread-safe. */
    public final class Session {
        private final long[] checked = new long[rules.length];
        private final long[] found = new long[rules.length];
        private final long[] undecided = new long[rules.length];

        private Session() {}

        /** Judges a record by every rule in the order of the catalogue. */
        public void check(AwardRecord record, Consumer<Finding> findings) {
            Map<String, Verdict> shapes = shaped ? Catalogue.SHAPE.check(record) : Map.of();
            long filled = filled(record);
            for (Rule rule : rules) {
                if (rule.enabled) {
                    if (rule.judge instanceof RecordRule judge) {
                        count(rule, judge.check(record), record, findings);
                    } else if (rule.kind == Catalogue.Kind.SHAPE) {
                        count(rule, shapes.getOrDefault(rule.card.id(), Verdict.PASS), record, findings);
                    } else if (rule.judge == null && (rule.fields & filled) != 0) {
                        checked[rule.index]++;
                    }
                }
            }
        }

        /** Judges all that is known of a person. */
        public void check(Dossier dossier, BiConsumer<AwardRecord, Finding> findings) {
            for (Rule rule : rules) {
                if (rule.enabled && rule.judge instanceof PersonRule judge) {
                    count(rule, judge.check(dossier), findings);
                }
            }
        }

        /**
         * Says once what the rules on people could not decide.
         *
         * @param example a record of a later conferral
         */
        public void sayUndecided(AwardRecord example, BiConsumer<AwardRecord, Finding> findings) {
            for (Rule rule : rules) {
                if (rule.judge instanceof PersonRule judge && undecided[rule.index] > 0) {
                    judge.onUndecided(example, undecided[rule.index]).ifPresent(each -> report(rule, each, findings));
                }
            }
        }

        /** Judges the records that have a number in common. */
        public void check(
                SharedRule.What what, List<SharedRule.Holding> holdings, BiConsumer<AwardRecord, Finding> findings) {
            for (Rule rule : rules) {
                if (rule.enabled && rule.judge instanceof SharedRule judge && judge.shared() == what) {
                    count(rule, judge.check(holdings), findings);
                }
            }
        }

        /** The places of a series of medals that are out of step, by the days of the decrees in order of the numbers. */
        public List<SeriesRule.Outlier> outliers(int count, IntUnaryOperator day) {
            List<SeriesRule.Outlier> outliers = new ArrayList<>();
            for (Rule rule : rules) {
                if (rule.enabled && rule.judge instanceof SeriesRule judge) {
                    checked[rule.index] += count;
                    outliers.addAll(judge.outliers(count, day));
                }
            }
            return outliers;
        }

        /** Reports a place of a series that is out of step. */
        public void outlier(AwardRecord record, int expectedDay, BiConsumer<AwardRecord, Finding> findings) {
            for (Rule rule : rules) {
                if (rule.enabled && rule.judge instanceof SeriesRule judge) {
                    report(rule, judge.discrepancy(record, expectedDay), findings);
                }
            }
        }

        /** Counts people of whom one record alone is known that speaks of no other conferral: there is nothing to find. */
        public void unremarkable(long people) {
            for (String id : List.of(
                    "history-ordinal-repeated", "history-both-titles", "duplicate-exact", "duplicate-probable")) {
                if (isEnabled(id)) {
                    checked[rule(id).index] += people;
                }
            }
        }

        /** Counts groups in which there is nothing to find: one person's number, a decree of one day. */
        public void unremarkable(SharedRule.What what, long groups) {
            for (Rule rule : rules) {
                if (rule.enabled && rule.judge instanceof SharedRule judge && judge.shared() == what) {
                    checked[rule.index] += groups;
                }
            }
        }

        /** Counts cases that a rule could not look at. */
        public void undecided(String id, long cases) {
            undecided[rule(id).index] += cases;
        }

        private void count(Rule rule, Judgement judgement, BiConsumer<AwardRecord, Finding> findings) {
            if (judgement == Judgement.UNDECIDED) {
                undecided[rule.index]++;
            } else if (judgement != Judgement.NOT_CONCERNED) {
                checked[rule.index]++;
                judgement.discrepancies().forEach(each -> report(rule, each, findings));
            }
        }

        private void report(Rule rule, Discrepancy discrepancy, BiConsumer<AwardRecord, Finding> findings) {
            found[rule.index]++;
            AwardRecord record = discrepancy.record();
            Fault fault = fault(rule, discrepancy.violation(), record, discrepancy.related());
            findings.accept(record, signed(rule, fault, record));
        }

        /** Signs and counts a fault that a reader found; nothing where its rule is switched off. */
        public void report(Fault fault, @Nullable AwardRecord record, Consumer<Finding> findings) {
            Rule rule = rule(fault.rule());
            if (rule.enabled) {
                found[rule.index]++;
                findings.accept(signed(rule, fault, record));
            }
        }

        /** Counts cases that a rule of the file or the table looked at. */
        public void looked(String id, long cases) {
            Rule rule = rule(id);
            checked[rule.index] += rule.enabled ? cases : 0;
        }

        /** The counts since the last time, for every rule of the catalogue. */
        public List<RuleTally> drain() {
            List<RuleTally> tallies = new ArrayList<>(rules.length);
            for (Rule rule : rules) {
                int i = rule.index;
                tallies.add(
                        new RuleTally(rule.card.id(), checked[i], found[i], undecided[i], rule.enabled ? null : "off"));
                checked[i] = 0;
                found[i] = 0;
                undecided[i] = 0;
            }
            return tallies;
        }

        private void count(Rule rule, Verdict verdict, AwardRecord record, Consumer<Finding> findings) {
            if (verdict == Verdict.UNDECIDED) {
                undecided[rule.index]++;
            } else if (verdict == Verdict.PASS) {
                checked[rule.index]++;
            } else if (verdict != Verdict.NOT_CONCERNED) {
                checked[rule.index]++;
                for (Violation violation : verdict.violations()) {
                    found[rule.index]++;
                    findings.accept(signed(rule, fault(rule, violation, record, List.of()), record));
                }
            }
        }

        private Fault fault(Rule rule, Violation violation, AwardRecord record, List<SourceRef> related) {
            Field field = violation.field();
            Cell cell = field == null ? null : record.cell(field);
            return new Fault(
                    rule.card.id(),
                    field == null ? record.at() : record.at(field),
                    field,
                    cell == null ? null : cell.title(),
                    cell == null ? null : cell.text(),
                    violation.certainty(),
                    violation.severity(),
                    violation.values(),
                    related);
        }

        private long filled(AwardRecord record) {
            long filled = 0;
            for (Field field : FIELDS) {
                Cell cell = record.cell(field);
                if (cell != null && !cell.isEmpty()) {
                    filled |= bit(field);
                }
            }
            return filled;
        }
    }
}
