package ukaz.rules.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ukaz.model.AwardRecord;
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
        boolean partial = isPartial(dossier);
        boolean concerned = false;
        boolean undecided = false;
        List<Discrepancy> found = new ArrayList<>();
        for (String award : dossier.awards()) {
            List<Conferral> conferrals = dossier.conferrals(award);
            List<Integer> stated = conferrals.stream()
                    .map(Conferral::stated)
                    .filter(ordinal -> ordinal > 0)
                    .sorted()
                    .toList();
            int highest = stated.isEmpty() ? 0 : stated.get(stated.size() - 1);
            int from = partial && highest > 0 ? stated.get(0) : 1;
            undecided |= from > 1;
            concerned |= highest > from;
            List<Integer> missing = IntStream.range(from, highest)
                    .filter(ordinal -> !stated.contains(ordinal))
                    .boxed()
                    .toList();
            if (missing.size() > conferrals.size() - stated.size()) {
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
                found.add(partial ? gap.as(Severity.INFO) : gap);
            }
        }
        if (concerned) {
            return Judgement.of(found);
        }
        return undecided ? Judgement.UNDECIDED : Judgement.NOT_CONCERNED;
    }

    private boolean isPartial(Dossier dossier) {
        return register.equals("partial")
                || register.equals("auto") && dossier.setting().isPartial();
    }

    /** In a part of a register, those of whom there are only later conferrals are not gone through one by one. */
    @Override
    public Optional<Discrepancy> onUndecided(AwardRecord example, long undecided) {
        return Optional.of(Discrepancy.of(
                        example,
                        Field.ORDINAL,
                        Map.of("later", (int) Math.min(Integer.MAX_VALUE, undecided)),
                        List.of())
                .as(Severity.INFO));
    }
}
