package ukaz.rules.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Each further award of a person has a later decree. */
public final class OrdinalOrder implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        boolean concerned = false;
        List<Discrepancy> found = new ArrayList<>();
        for (String award : dossier.awards()) {
            List<Conferral> stated = dossier.conferrals(award).stream()
                    .filter(each -> each.stated() > 0 && each.date() != null)
                    .sorted(Comparator.comparingInt(Conferral::stated))
                    .toList();
            for (int i = 1; i < stated.size(); i++) {
                Conferral before = stated.get(i - 1);
                Conferral after = stated.get(i);
                if (before.stated() < after.stated()) {
                    concerned = true;
                    HistoricalDate earlier = before.date();
                    HistoricalDate later = after.date();
                    if (earlier != null && later != null && isWrong(earlier, later)) {
                        found.add(Discrepancy.of(
                                after.first(),
                                Field.DECREE_DATE,
                                Map.of(
                                        "award",
                                        new Term(Term.Kind.AWARD, award),
                                        "ordinal",
                                        after.stated(),
                                        "date",
                                        later,
                                        "otherOrdinal",
                                        before.stated(),
                                        "otherDate",
                                        earlier),
                                List.of(before.first())));
                    }
                }
            }
        }
        return concerned ? Judgement.of(found) : Judgement.NOT_CONCERNED;
    }

    private static boolean isWrong(HistoricalDate earlier, HistoricalDate later) {
        return later.before(earlier).surely() || later.isDay() && later.equals(earlier);
    }
}
