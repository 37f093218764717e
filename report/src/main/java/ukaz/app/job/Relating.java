package ukaz.app.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.store.CrossRecords;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.model.AwardRecord;
import ukaz.model.Finding;
import ukaz.rules.RuleBook;
import ukaz.rules.identity.Dossier;
import ukaz.rules.identity.People;
import ukaz.rules.identity.Register;
import ukaz.rules.rule.SeriesRule;
import ukaz.rules.rule.SharedRule;

/** Finds who is who among all records, and judges what takes several records to see; all in one transaction. */
final class Relating implements Tasklet {

    /** So many people are looked at together. */
    private static final int PEOPLE_AT_ONCE = 5_000;

    private static final int FINDINGS_AT_ONCE = 1_000;
    private static final String SURETY = "duplicate-probable";

    private final CheckRequest request;
    private final Store store;
    private final Timings timings;

    Relating(CheckRequest request, Store store, Timings timings) {
        this.request = request;
        this.store = store;
        this.timings = timings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Run run = new Run();
        try (ReferenceRegister reference = ReferenceRegister.open(request)) {
            run.relate(reference);
        }
        run.flush();
        store.addTallies(0, run.session.drain());
        return RepeatStatus.FINISHED;
    }

    /** Where a file's sheet stands in the store. */
    private record Place(int source, int sheet) {}

    /** One relating of all records. */
    private final class Run {

        private final RuleBook.Session session = request.book().session();
        private final Register register = new Register();
        private final CrossRecords records = new CrossRecords(store);
        private final Map<String, Map<String, Place>> places = new HashMap<>();
        private final Map<Place, List<Finding>> findings = new HashMap<>();
        private int waiting;

        void relate(@Nullable ReferenceRegister reference) {
            boolean partial = false;
            for (SourceSummary source : store.sources()) {
                Map<String, Place> sheets = places.computeIfAbsent(source.path(), path -> new HashMap<>());
                for (SheetSummary sheet : source.sheets()) {
                    sheets.put(String.valueOf(sheet.name()), new Place(source.id(), sheet.index()));
                    partial |= request.mapping()
                            .isPartialRegister(source.path(), new Sheet(sheet.index(), sheet.name(), false, false));
                }
            }
            timings.time("relate-read", () -> records.read((record, number) -> register.add(record)));
            int own = register.size();
            Dossier.Setting setting = new Dossier.Setting(partial || register.hasNoFirst(), reference != null);
            if (reference != null) {
                reference.faults().forEach(fault -> session.report(fault, null, finding -> add(null, finding)));
                reference.records().read((record, number) -> register.add(record));
            }
            People people = timings.time(
                    "relate-people", () -> register.people(request.book().parameter(SURETY, "surety")));
            session.undecided(SURETY, people.notCompared());
            timings.time("relate-write", () -> records.people(number -> people.id(people.of(number))));
            timings.time("relate-dossiers", () -> dossiers(people, own, setting, reference));
            timings.time("relate-shared", () -> {
                shared(SharedRule.What.MEDAL, register.sharedMedals(), people, own);
                shared(SharedRule.What.ORDER_OF_LENIN, register.sharedOrders(), people, own);
                shared(SharedRule.What.DECREE, register.sharedDecrees(), people, own);
                series(own);
            });
        }

        private void dossiers(People people, int own, Dossier.Setting setting, @Nullable ReferenceRegister reference) {
            List<int[]> fromStore = new ArrayList<>();
            List<int[]> fromReference = new ArrayList<>();
            long unremarkable = 0;
            for (int[] person : people.records()) {
                if (reference == null && person.length == 1 && !register.speaksOfMore(person[0])) {
                    unremarkable++;
                    continue;
                }
                fromStore.add(
                        Arrays.stream(person).filter(number -> number < own).toArray());
                fromReference.add(Arrays.stream(person)
                        .filter(number -> number >= own)
                        .map(number -> number - own)
                        .toArray());
            }
            session.unremarkable(unremarkable);
            for (int from = 0; from < fromStore.size(); from += PEOPLE_AT_ONCE) {
                int to = Math.min(fromStore.size(), from + PEOPLE_AT_ONCE);
                List<List<AwardRecord>> known = new ArrayList<>();
                if (reference != null) {
                    reference.records().groups(fromReference.subList(from, to), (index, group) -> known.add(group));
                }
                records.groups(
                        fromStore.subList(from, to),
                        (index, group) -> session.check(
                                Dossier.of(
                                        group,
                                        known.isEmpty() ? List.of() : known.get(index),
                                        register::match,
                                        setting),
                                this::add));
            }
        }

        /** Groups that one person alone has need not be looked at, nor decrees of one day. */
        private void shared(SharedRule.What what, List<int[]> groups, People people, int own) {
            List<int[]> chosen = new ArrayList<>();
            for (int[] all : groups) {
                int[] group = Arrays.stream(all).filter(number -> number < own).toArray();
                if (group.length > 1) {
                    long different = what == SharedRule.What.DECREE
                            ? Arrays.stream(group)
                                    .map(register::decreeDay)
                                    .distinct()
                                    .count()
                            : Arrays.stream(group).map(people::of).distinct().count();
                    if (different > 1) {
                        chosen.add(group);
                    } else {
                        session.unremarkable(what);
                    }
                }
            }
            records.groups(chosen, (index, group) -> {
                List<SharedRule.Holding> holdings = new ArrayList<>(group.size());
                for (int i = 0; i < group.size(); i++) {
                    holdings.add(new SharedRule.Holding(group.get(i), people.id(people.of(chosen.get(index)[i]))));
                }
                session.check(what, holdings, this::add);
            });
        }

        private void series(int own) {
            List<int[]> odd = new ArrayList<>();
            List<Integer> expected = new ArrayList<>();
            for (int[] all : register.series()) {
                int[] series = Arrays.stream(all).filter(number -> number < own).toArray();
                int[] days = Arrays.stream(series).map(register::decreeDay).toArray();
                for (SeriesRule.Outlier outlier : session.outliers(days)) {
                    odd.add(new int[] {series[outlier.index()]});
                    expected.add(outlier.expectedDay());
                }
            }
            records.groups(odd, (index, group) -> session.outlier(group.get(0), expected.get(index), this::add));
        }

        /** What is found in the reference register has no place in the store: it stands before the first file. */
        private void add(@Nullable AwardRecord record, Finding finding) {
            Place place = record == null
                    ? null
                    : places.getOrDefault(record.at().file(), Map.of())
                            .get(String.valueOf(record.at().sheet()));
            findings.computeIfAbsent(place == null ? new Place(0, -1) : place, key -> new ArrayList<>())
                    .add(finding);
            if (++waiting >= FINDINGS_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            findings.forEach((place, found) -> store.addFindings(place.source(), place.sheet(), found));
            findings.clear();
            waiting = 0;
        }
    }
}
