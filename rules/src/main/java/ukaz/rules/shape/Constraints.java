package ukaz.rules.shape;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import ukaz.model.AwardRecord;
import ukaz.model.Certainty;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.Term;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Holds a record against the constraints on its shape; shared by all threads. */
public final class Constraints {

    /** In the order of the fields; constraint violations come in none. */
    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::field)
            .thenComparing(Fault::rule)
            .thenComparing(fault -> fault.violation().values().toString());

    /** Built when the first record is checked: commands that check nothing start without it. */
    private static final class Lazy {
        private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
        private static final Validator VALIDATOR = FACTORY.getValidator();
    }

    private record Fault(String rule, Field field, Violation violation) {}

    /** Makes ready what the first record that is not plainly in order would wait for. */
    public void prepare() {
        Lazy.VALIDATOR.getConstraintsForClass(RecordShape.class).isBeanConstrained();
    }

    /** The verdict by rule id; a rule that is not among them passes. */
    public Map<String, Verdict> check(AwardRecord record) {
        if (PlainShape.isPlain(record)) {
            return Map.of();
        }
        Set<ConstraintViolation<RecordShape>> violated = Lazy.VALIDATOR.validate(RecordShape.of(record));
        if (violated.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Violation>> byRule = new LinkedHashMap<>();
        violated.stream()
                .map(violation -> fault(violation, record))
                .sorted(ORDER)
                .forEach(fault -> byRule.computeIfAbsent(fault.rule(), rule -> new ArrayList<>())
                        .add(fault.violation()));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        byRule.forEach((rule, violations) -> verdicts.put(rule, Verdict.violated(violations)));
        return verdicts;
    }

    private static Fault fault(ConstraintViolation<RecordShape> violation, AwardRecord record) {
        String rule = violation.getMessage();
        Field part = Field.of(violation.getPropertyPath().toString()).orElseThrow();
        Field field = RecordShape.columnOf(record, part);
        boolean expected = violation.getConstraintDescriptor().getPayload().contains(ExpectedByStatute.Warning.class);
        return new Fault(
                rule,
                part,
                new Violation(
                        field,
                        Certainty.CERTAIN,
                        expected ? Severity.WARNING : null,
                        switch (rule) {
                            case RecordShape.MISSING ->
                                Map.of(
                                        "field",
                                        new Term(Term.Kind.FIELD, field.key()),
                                        "importance",
                                        phrase(expected ? "expected" : "required"));
                            case RecordShape.NAME ->
                                Map.of(
                                        "part",
                                        new Term(Term.Kind.FIELD, part.key()),
                                        "reason",
                                        phrase(isOfSize(violation) ? "name-too-long" : "name-letters"));
                            default -> Map.of("reason", phrase(reason(violation)));
                        }));
    }

    private static boolean isOfSize(ConstraintViolation<RecordShape> violation) {
        return violation.getConstraintDescriptor().getAttributes().containsKey("max");
    }

    private static String reason(ConstraintViolation<RecordShape> violation) {
        if (isOfSize(violation)) {
            return "number-too-long";
        }
        Object value = violation.getInvalidValue();
        if (value instanceof Integer number) {
            return number <= 0 ? "number-negative" : "number-too-large";
        }
        return "number-letters";
    }

    private static Term phrase(String code) {
        return new Term(Term.Kind.PHRASE, code);
    }
}
