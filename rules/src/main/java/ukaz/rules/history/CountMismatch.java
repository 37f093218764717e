package ukaz.rules.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Who is called twice a hero has two conferrals. */
public final class CountMismatch implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        boolean concerned = false;
        List<Discrepancy> found = new ArrayList<>();
        boolean undecided = false;
        for (String award : dossier.awards()) {
            List<Conferral> conferrals = dossier.conferrals(award);
            AwardRecord most = null;
            for (Conferral conferral : conferrals) {
                for (AwardRecord record : conferral.records()) {
                    if (times(record) > (most == null ? 0 : times(most))) {
                        most = record;
                    }
                }
            }
            if (most != null && dossier.setting().isPartial() && conferrals.size() < times(most)) {
                undecided = true;
            } else if (most != null) {
                concerned = true;
                if (times(most) != conferrals.size() && !isGap(conferrals, times(most))) {
                    found.add(Discrepancy.of(
                            most,
                            most.timesAwarded() == null ? Field.REMARKS : Field.AWARD,
                            Map.of(
                                    "award", new Term(Term.Kind.AWARD, award),
                                    "stated", times(most),
                                    "found", conferrals.size()),
                            conferrals.stream().map(Conferral::first).toList()));
                }
            }
        }
        if (concerned) {
            return Judgement.of(found);
        }
        return undecided ? Judgement.UNDECIDED : Judgement.NOT_CONCERNED;
    }

    /** Then the ordinals say which one is missing, and history-ordinal-gap says so. */
    private static boolean isGap(List<Conferral> conferrals, int times) {
        return conferrals.size() < times
                && conferrals.stream().mapToInt(Conferral::stated).max().orElse(0) == times;
    }

    /** How many conferrals the row says the person has; 0 where it does not say. */
    private static int times(AwardRecord record) {
        Integer stated = record.timesAwarded();
        if (stated != null) {
            return stated;
        }
        Cell remarks = record.cell(Field.REMARKS);
        if (remarks == null || remarks.isEmpty()) {
            return 0;
        }
        String text = remarks.text().toLowerCase(Locale.ROOT);
        String title = "HSU".equals(record.award()) ? " геро(й|я|ю|ем) советского" : " геро(й|я|ю|ем) соц";
        if (text.matches("(?s).*трижды" + title + ".*")) {
            return 3;
        }
        return text.matches("(?s).*дважды" + title + ".*") ? 2 : 0;
    }
}
