package ukaz.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.InsigniaNumber.Kind;
import ukaz.model.PersonName;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

class ConstraintsTest {

    private final Constraints constraints = new Constraints();

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void says_everything_that_is_missing_in_the_order_of_the_fields() {
        AwardRecord record = empty(Field.DECREE_DATE, Field.AUTHORITY, Field.AWARD, Field.FULL_NAME)
                .build();
        assertThat(missing(record)).containsExactly("fullName", "award", "decreeDate", "authority");
    }

    @Test
    void keeps_silent_about_columns_the_table_does_not_have() {
        assertThat(constraints.check(empty().build())).isEmpty();
    }

    @Test
    void does_not_call_missing_what_is_typed_and_not_understood() {
        AwardRecord record = empty(Field.FULL_NAME, Field.AWARD)
                .cell(Field.DECREE_DATE, new Cell(3, "Дата указа", "см. дело"))
                .unreadable(Field.DECREE_DATE)
                .build();
        assertThat(missing(record)).containsExactly("fullName", "award");
    }

    @Test
    void asks_for_a_citizenship_only_where_only_citizens_were_eligible() {
        assertThat(missing(conferral("HSL", "1976-03-05", Field.CITIZENSHIP))).containsExactly("citizenship");
        assertThat(missing(conferral("HSU", "1976-03-05", Field.CITIZENSHIP))).isEmpty();
    }

    @Test
    void finds_the_part_of_a_name_in_the_column_it_came_from() {
        AwardRecord record = empty().name(new PersonName("Иванов2", "И".repeat(201), null, null))
                .cell(Field.FULL_NAME, new Cell(0, "ФИО", "…"))
                .build();
        List<Violation> violations = violations(record, RecordShape.NAME);
        assertThat(violations).allMatch(violation -> violation.field() == Field.FULL_NAME);
        assertThat(violations.stream().map(violation -> violation.values().get("reason")))
                .containsExactly(
                        new Term(Term.Kind.PHRASE, "name-letters"), new Term(Term.Kind.PHRASE, "name-too-long"));
    }

    @Test
    void knows_every_rule_its_constraints_name() {
        Set<String> ids = new TreeSet<>();
        validator
                .getConstraintsForClass(RecordShape.class)
                .getConstrainedProperties()
                .forEach(property -> property.getConstraintDescriptors()
                        .forEach(constraint -> ids.add(constraint.getMessageTemplate())));
        validator
                .getConstraintsForClass(RecordShape.class)
                .getConstraintDescriptors()
                .forEach(constraint -> ids.add(constraint.getMessageTemplate()));
        assertThat(ids).hasSize(3);
        assertThat(RuleBook.of(Settings.standard()).cards().stream().map(Card::id))
                .containsAll(ids);
    }

    @Test
    void never_takes_for_plain_what_breaks_a_constraint() {
        Random random = new Random(20261122);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            AwardRecord record = anything(random);
            if (PlainShape.isPlain(record)) {
                plain++;
                assertThat(validator.validate(RecordShape.of(record)))
                        .as(record.raw().toString())
                        .isEmpty();
            }
        }
        assertThat(plain).isGreaterThan(500);
    }

    private static AwardRecord anything(Random random) {
        AwardRecord.Builder record = AwardRecord.builder("0", new SourceRef("a.xlsx", "Лист1", 2, -1))
                .name(new PersonName(
                        any(random, "Иванов", "Сидоров1", "", null, "Д’Арк-Петрова", "И".repeat(300)),
                        any(random, "Иван", "И.", "Иван/Пётр", null),
                        any(random, "Иванович", null),
                        any(random, null, "Сидорова")))
                .award(any(random, "HSL", "HSL", "HOL", "HSU", null))
                .decreeDate(any(random, HistoricalDate.of(1976, 3, 5), HistoricalDate.parse("1930"), null))
                .authority(any(random, "PVS_USSR", null))
                .citizenship(any(random, "SU", null))
                .ordinal(any(random, 1, null, 0, 2))
                .serviceYears(any(random, 40, null, null, -1, 200))
                .decreeNumber(any(random, "12", null, "1".repeat(200)))
                .medalNumber(any(
                        random,
                        InsigniaNumber.of("123"),
                        null,
                        InsigniaNumber.of("А"),
                        InsigniaNumber.of(""),
                        InsigniaNumber.stated(Kind.UNKNOWN)));
        for (Field field : Field.values()) {
            if (random.nextInt(4) == 0) {
                record.cell(field, new Cell(0, field.key(), any(random, "", "x")));
            }
        }
        return record.build();
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private List<String> missing(AwardRecord record) {
        return violations(record, RecordShape.MISSING).stream()
                .map(violation -> violation.field().key())
                .toList();
    }

    private List<Violation> violations(AwardRecord record, String rule) {
        Map<String, Verdict> verdicts = constraints.check(record);
        return verdicts.containsKey(rule) ? new ArrayList<>(verdicts.get(rule).violations()) : List.of();
    }

    private static AwardRecord conferral(String award, String decree, Field empty) {
        return empty(empty)
                .name(new PersonName("Иванов", "Иван", null, null))
                .award(award)
                .decreeDate(HistoricalDate.parse(decree))
                .build();
    }

    private static AwardRecord.Builder empty(Field... columns) {
        AwardRecord.Builder record = AwardRecord.builder("0", new SourceRef("a.xlsx", "Лист1", 2, -1));
        int column = 0;
        for (Field field : columns) {
            record.cell(field, new Cell(column++, field.key(), ""));
        }
        return record;
    }
}
