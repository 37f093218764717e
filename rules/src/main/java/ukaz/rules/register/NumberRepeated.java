package ukaz.rules.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.InsigniaNumber;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Each conferral comes with a medal and an order of its own. */
public final class NumberRepeated implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        if (dossier.conferrals().size() < 2) {
            return Judgement.NOT_CONCERNED;
        }
        List<Discrepancy> found = new ArrayList<>();
        for (String award : dossier.awards()) {
            repeated(dossier.conferrals(award), Field.MEDAL_NUMBER, found);
        }
        repeated(dossier.conferrals(), Field.ORDER_OF_LENIN_NUMBER, found);
        return Judgement.of(found);
    }

    private static void repeated(List<Conferral> conferrals, Field field, List<Discrepancy> found) {
        Map<String, AwardRecord> seen = new LinkedHashMap<>();
        for (Conferral conferral : conferrals) {
            Map<String, AwardRecord> own = new LinkedHashMap<>();
            for (AwardRecord record : conferral.records()) {
                InsigniaNumber number = number(record, field);
                if (number != null) {
                    number.numbers().forEach(each -> own.putIfAbsent(each, record));
                }
            }
            own.forEach((number, record) -> {
                AwardRecord other = seen.get(number);
                if (other != null) {
                    found.add(Discrepancy.of(record, field, Map.of("number", number), List.of(other)));
                }
            });
            own.forEach(seen::putIfAbsent);
        }
    }

    private static @Nullable InsigniaNumber number(AwardRecord record, Field field) {
        return field == Field.MEDAL_NUMBER ? record.medalNumber() : record.orderOfLeninNumber();
    }
}
