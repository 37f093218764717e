package ukaz.rules.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** An ordinal belongs to one conferral. */
public final class OrdinalRepeated implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        List<Discrepancy> found = new ArrayList<>();
        for (String award : dossier.awards()) {
            Map<Integer, List<Conferral>> byOrdinal = dossier.conferrals(award).stream()
                    .filter(each -> each.stated() > 0)
                    .collect(Collectors.groupingBy(Conferral::stated, java.util.TreeMap::new, Collectors.toList()));
            byOrdinal.forEach((ordinal, conferrals) -> {
                if (conferrals.size() > 1) {
                    found.add(Discrepancy.of(
                            conferrals.get(1).first(),
                            Field.ORDINAL,
                            Map.of(
                                    "award",
                                    new Term(Term.Kind.AWARD, award),
                                    "ordinal",
                                    ordinal,
                                    "dates",
                                    conferrals.stream()
                                            .map(Conferral::date)
                                            .filter(Objects::nonNull)
                                            .toList()),
                            conferrals.stream().map(Conferral::first).toList()));
                }
            });
        }
        return dossier.conferrals().isEmpty() ? Judgement.NOT_CONCERNED : Judgement.of(found);
    }
}
