package ukaz.rules.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.PersonRule;

/** A second award presupposes a first; part of a register need not have it. */
public final class OrdinalGap implements PersonRule {

    private final String register;

    public OrdinalGap(Parameters parameters) {
        this.register = parameters.text("register");
    }

    @Override
    public Judgement check(Dossier dossier) {
        boolean concerned = false;
        List<Discrepancy> found = new ArrayList<>();
        for (String award : dossier.awards()) {
            List<Conferral> conferrals = dossier.conferrals(award);
            int highest = conferrals.stream().mapToInt(Conferral::stated).max().orElse(0);
            concerned |= highest > 1;
            List<Integer> missing = IntStream.range(1, highest)
                    .filter(ordinal -> conferrals.stream().noneMatch(each -> each.stated() == ordinal))
                    .boxed()
                    .toList();
            long unstated =
                    conferrals.stream().filter(each -> each.stated() == 0).count();
            if (missing.size() > unstated) {
                Conferral above = conferrals.stream()
                        .filter(each -> each.stated() > missing.get(0))
                        .findFirst()
                        .orElseThrow();
                Discrepancy gap = Discrepancy.of(
                        above.first(),
                        Field.ORDINAL,
                        Map.of(
                                "award",
                                new Term(Term.Kind.AWARD, award),
                                "ordinal",
                                above.stated(),
                                "missing",
                                missing),
                        List.of());
                found.add(isPartial(dossier) ? gap.as(Severity.INFO) : gap);
            }
        }
        return concerned ? Judgement.of(found) : Judgement.NOT_CONCERNED;
    }

    private boolean isPartial(Dossier dossier) {
        return register.equals("partial")
                || register.equals("auto") && dossier.setting().hasNoFirst();
    }
}
