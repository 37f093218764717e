package ukaz.app.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int PEOPLE_AT_ONCE = 1_000;

    private static final int GROUPS_AT_ONCE = 500;
    /** Nobody has as many rows, and no number as many holders: of more, so many are looked at. */
    private static final int MOST_ROWS = 1_000;

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
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        try (SpareMemory memory = SpareMemory.in(request.output(), Register.PIECE);
                ReferenceRegister reference = ReferenceRegister.open(request)) {
            Run run = new Run(memory);
            run.relate(reference);
            run.flush();
            store.addTallies(0, run.session.drain());
        }
        return RepeatStatus.FINISHED;
    }

    /** Where a file's sheet stands in the store. */
    private record Place(int source, int sheet) {}

    /** One relating of all records. */
    private final class Run {

        private final RuleBook.Session session = request.book().session();
        private final Register register;
        private final CrossRecords records = new CrossRecords(store);
        private final Map<String, Map<String, Place>> places = new HashMap<>();
        private final Map<Place, List<Finding>> findings = new HashMap<>();
        private int waiting;

        Run(SpareMemory memory) {
            register = new Register(memory::piece);
        }

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
                shared(people, own);
                series(own);
            });
        }

        private void dossiers(People people, int own, Dossier.Setting setting, @Nullable ReferenceRegister reference) {
            List<int[]> waiting = new ArrayList<>();
            people.records(person -> {
                if (reference == null && person.length == 1 && !register.speaksOfMore(person[0])) {
                    session.unremarkable(1);
                } else {
                    waiting.add(person);
                    if (waiting.size() == PEOPLE_AT_ONCE) {
                        look(waiting, own, setting, reference);
                        waiting.clear();
                    }
                }
            });
            look(waiting, own, setting, reference);
            int later = register.firstLater();
            if (later >= 0 && later < own) {
                records.groups(
                        List.of(new int[] {later}), (index, group) -> session.sayUndecided(group.get(0), this::add));
            }
        }

        private void look(List<int[]> people, int own, Dossier.Setting setting, @Nullable ReferenceRegister reference) {
            List<List<AwardRecord>> known = new ArrayList<>();
            if (reference != null) {
                List<int[]> theirs = people.stream()
                        .map(person -> Arrays.stream(person)
                                .filter(number -> number >= own)
                                .limit(MOST_ROWS)
                                .map(number -> number - own)
                                .toArray())
                        .toList();
                reference.records().groups(theirs, (index, group) -> known.add(group));
            }
            List<int[]> ours = people.stream()
                    .map(person ->
                            Arrays.stream(person).filter(number -> number < own).toArray())
                    .map(this::most)
                    .toList();
            records.groups(
                    ours,
                    (index, group) -> session.check(
                            Dossier.of(group, known.isEmpty() ? List.of() : known.get(index), register::match, setting),
                            this::add));
        }

        /** Of more rows than anybody has the first are looked at, and the rest counted. */
        private int[] most(int[] rows) {
            if (rows.length <= MOST_ROWS) {
                return rows;
            }
            session.undecided(SURETY, rows.length - MOST_ROWS);
            return Arrays.copyOf(rows, MOST_ROWS);
        }

        private void shared(People people, int own) {
            shared(SharedRule.What.MEDAL, register::sharedMedals, people, own);
            shared(SharedRule.What.ORDER_OF_LENIN, register::sharedOrders, people, own);
            shared(SharedRule.What.DECREE, register::sharedDecrees, people, own);
        }

        /** Groups that one person alone has need not be looked at, nor decrees of one day. */
        private void shared(SharedRule.What what, Consumer<Consumer<int[]>> groups, People people, int own) {
            IntUnaryOperator differs = what == SharedRule.What.DECREE ? register::decreeDay : people::of;
            List<int[]> waiting = new ArrayList<>();
            groups.accept(all -> {
                int[] group = Arrays.stream(all).filter(number -> number < own).toArray();
                if (Arrays.stream(group).map(differs).distinct().count() > 1) {
                    waiting.add(group.length <= MOST_ROWS ? group : mostDifferent(group, differs));
                    if (waiting.size() == GROUPS_AT_ONCE) {
                        look(what, waiting, people);
                        waiting.clear();
                    }
                } else if (group.length > 1) {
                    session.unremarkable(what);
                }
            });
            look(what, waiting, people);
        }

        private static int[] mostDifferent(int[] group, IntUnaryOperator differs) {
            Set<Integer> seen = new HashSet<>();
            Map<Boolean, List<Integer>> byNovelty = Arrays.stream(group)
                    .boxed()
                    .collect(Collectors.partitioningBy(row -> seen.add(differs.applyAsInt(row))));
            return Stream.of(true, false)
                    .flatMap(isNew -> byNovelty.getOrDefault(isNew, List.of()).stream())
                    .limit(MOST_ROWS)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private void look(SharedRule.What what, List<int[]> groups, People people) {
            records.groups(groups, (index, group) -> {
                List<SharedRule.Holding> holdings = new ArrayList<>(group.size());
                for (int i = 0; i < group.size(); i++) {
                    holdings.add(new SharedRule.Holding(group.get(i), people.id(people.of(groups.get(index)[i]))));
                }
                session.check(what, holdings, this::add);
            });
        }

        private void series(int own) {
            register.series(all -> {
                int[] series = Arrays.stream(all).filter(number -> number < own).toArray();
                int[] days = Arrays.stream(series).map(register::decreeDay).toArray();
                List<SeriesRule.Outlier> outliers = session.outliers(days);
                for (int from = 0; from < outliers.size(); from += GROUPS_AT_ONCE) {
                    List<SeriesRule.Outlier> some =
                            outliers.subList(from, Math.min(outliers.size(), from + GROUPS_AT_ONCE));
                    records.groups(
                            some.stream()
                                    .map(outlier -> new int[] {series[outlier.index()]})
                                    .toList(),
                            (index, group) -> session.outlier(
                                    group.get(0), some.get(index).expectedDay(), this::add));
                }
            });
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
