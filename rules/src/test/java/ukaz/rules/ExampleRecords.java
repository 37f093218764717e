package ukaz.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import ukaz.model.AwardRecord;
import ukaz.model.Finding;
import ukaz.rules.identity.Dossier;
import ukaz.rules.identity.Register;
import ukaz.rules.rule.SharedRule;

/** Puts the records of a card's example before the rules on several records; the example says who is who. */
final class ExampleRecords {

    private final List<AwardRecord> records = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Map<String, List<AwardRecord>> ofPerson = new TreeMap<>();
    private final Map<String, List<AwardRecord>> reference = new TreeMap<>();
    private final Register register = new Register();
    private final boolean hasReference;

    ExampleRecords(Card.Example example) {
        Map<Object, Integer> rows = new HashMap<>();
        hasReference = !example.reference().isEmpty();
        for (Map<String, Object> values : example.records()) {
            String person = values.getOrDefault("person", "A").toString();
            int row = rows.merge(values.getOrDefault("from", ""), 1, Integer::sum) + 1;
            AwardRecord record = ExampleRecord.of(values, row);
            records.add(record);
            people.add(person);
            register.add(record);
            ofPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(record);
        }
        for (Map<String, Object> values : example.reference()) {
            String person = values.getOrDefault("person", "A").toString();
            reference
                    .computeIfAbsent(person, key -> new ArrayList<>())
                    .add(ExampleRecord.of(values, rows.merge("reference", 1, Integer::sum) + 1));
            ofPerson.computeIfAbsent(person, key -> new ArrayList<>());
        }
    }

    void check(RuleBook.Session session, Consumer<Finding> findings) {
        Dossier.Setting setting = new Dossier.Setting(register.hasNoFirst(new BitSet()), hasReference);
        ofPerson.forEach((person, own) -> session.check(
                Dossier.of(own, reference.getOrDefault(person, List.of()), register::match, setting),
                (record, finding) -> findings.accept(finding)));
        if (register.firstLater() >= 0) {
            session.sayUndecided(records.get(register.firstLater()), (record, finding) -> findings.accept(finding));
        }
        register.sharedMedals(group -> share(SharedRule.What.MEDAL, group, session, findings));
        register.sharedOrders(group -> share(SharedRule.What.ORDER_OF_LENIN, group, session, findings));
        register.sharedDecrees(group -> share(SharedRule.What.DECREE, group, session, findings));
        register.series(series -> {
            session.outliers(series.limit(), i -> register.decreeDay(series.get(i)))
                    .forEach(outlier -> session.outlier(
                            records.get(series.get(outlier.index())),
                            outlier.expectedDay(),
                            (record, finding) -> findings.accept(finding)));
        });
    }

    private void share(SharedRule.What what, int[] group, RuleBook.Session session, Consumer<Finding> findings) {
        List<SharedRule.Holding> holdings = new ArrayList<>();
        for (int index : group) {
            holdings.add(new SharedRule.Holding(records.get(index), people.get(index)));
        }
        session.check(what, holdings, (record, finding) -> findings.accept(finding));
    }
}
