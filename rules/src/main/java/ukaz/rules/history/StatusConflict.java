package ukaz.rules.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Sources that speak of deprivation agree on it. */
public final class StatusConflict implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        boolean concerned = false;
        List<Discrepancy> found = new ArrayList<>();
        for (Conferral conferral : dossier.conferrals()) {
            List<AwardRecord> speaking = conferral.records().stream()
                    .filter(record -> Stream.of(Field.STATUS, Field.DEPRIVED, Field.ANNULLED, Field.RESTORED)
                            .anyMatch(record::hasColumn))
                    .toList();
            concerned |= speaking.size() > 1;
            AwardRecord first = speaking.isEmpty() ? null : speaking.get(0);
            List<AwardRecord> others = speaking.stream()
                    .filter(record -> first != null && record.status() != first.status())
                    .toList();
            if (first != null && !others.isEmpty()) {
                found.add(Discrepancy.of(
                        first,
                        field(first),
                        Map.of(
                                "award", new Term(Term.Kind.AWARD, conferral.award()),
                                "status", status(first),
                                "otherStatus", status(others.get(0)),
                                "other", others.get(0).at().file()),
                        others));
            }
        }
        return concerned ? Judgement.of(found) : Judgement.NOT_CONCERNED;
    }

    private static Term status(AwardRecord record) {
        return new Term(Term.Kind.STATUS, record.status().key());
    }

    private static Field field(AwardRecord record) {
        return Stream.of(Field.STATUS, Field.DEPRIVED, Field.ANNULLED, Field.RESTORED)
                .filter(record::hasColumn)
                .findFirst()
                .orElse(Field.STATUS);
    }
}
