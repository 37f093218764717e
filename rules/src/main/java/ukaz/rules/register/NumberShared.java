package ukaz.rules.register;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.InsigniaNumber;
import ukaz.model.Severity;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.SharedRule;

/** A numbered medal or order was handed over to one person. */
public final class NumberShared implements SharedRule {

    private final What what;
    private final Field field;

    private NumberShared(What what, Field field) {
        this.what = what;
        this.field = field;
    }

    public static NumberShared medal() {
        return new NumberShared(What.MEDAL, Field.MEDAL_NUMBER);
    }

    public static NumberShared orderOfLenin() {
        return new NumberShared(What.ORDER_OF_LENIN, Field.ORDER_OF_LENIN_NUMBER);
    }

    @Override
    public What shared() {
        return what;
    }

    @Override
    public Judgement check(List<Holding> holdings) {
        List<Holding> inOrder = holdings.stream()
                .sorted(Comparator.comparing((Holding each) -> each.record().at())
                        .thenComparing(each -> each.record().group()))
                .toList();
        Holding first = inOrder.get(0);
        Holding second = inOrder.stream()
                .filter(each -> !each.person().equals(first.person()))
                .findFirst()
                .orElse(null);
        if (second == null) {
            return Judgement.PASS;
        }
        List<AwardRecord> records = inOrder.stream().map(Holding::record).toList();
        Discrepancy shared = Discrepancy.of(
                second.record(),
                field,
                Map.of(
                        "number", String.valueOf(number(second.record()).number()),
                        "name", second.record().name().display(),
                        "others",
                                inOrder.stream()
                                        .filter(each -> !each.person().equals(second.person()))
                                        .map(each -> each.record().name().display())
                                        .distinct()
                                        .limit(10)
                                        .toList()),
                records);
        boolean replaced = records.stream().anyMatch(record -> number(record).duplicate());
        return Judgement.of(replaced ? shared.as(Severity.WARNING) : shared);
    }

    private InsigniaNumber number(AwardRecord record) {
        InsigniaNumber number = what == What.MEDAL ? record.medalNumber() : record.orderOfLeninNumber();
        if (number == null) {
            throw new IllegalArgumentException("no number in " + record);
        }
        return number;
    }
}
