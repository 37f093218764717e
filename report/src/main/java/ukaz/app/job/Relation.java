package ukaz.app.job;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.store.Cards;
import ukaz.ingest.store.CrossFindings;
import ukaz.ingest.store.CrossRecords;
import ukaz.ingest.store.Store;
import ukaz.model.AwardRecord;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.report.Behind;
import ukaz.rules.RuleBook;
import ukaz.rules.identity.Dossier;
import ukaz.rules.identity.Memory;
import ukaz.rules.identity.People;
import ukaz.rules.identity.Register;
import ukaz.rules.rule.SeriesRule;
import ukaz.rules.rule.SharedRule;

/** One relating: of all records, or of those that an import may have changed something for. */
final class Relation {

    /** So many people are looked at together. */
    private static final int PEOPLE_AT_ONCE = 1_000;

    private static final int GROUPS_AT_ONCE = 500;
    /** Nobody has as many rows, and no number as many holders: of more, so many are looked at. */
    private static final int MOST_ROWS = 1_000;
    /** Of a long one. */
    private static final int DAYS_OF_A_YEAR = 366;

    private static final String PERSON = "person";
    private static final String REGISTER = "register";
    private static final String SURETY = "duplicate-probable";

    /** Where a file's sheet stands in the store. */
    private record Place(int source, int sheet) {}

    private final CheckRequest request;
    private final Timings timings;
    private final Memory memory;
    private final RuleBook.Session session;
    private final Register register;
    private final @Nullable Known known;
    private final CrossRecords records;
    private final Cards cards;
    private final Map<String, Map<String, Place>> places = new HashMap<>();
    private final CrossFindings findings;
    /** Those that are judged anew, ascending; null for all. */
    private int @Nullable [] chosen;
    /** Those that this run has brought, and those it has ended. */
    private final BitSet fresh = new BitSet();

    private final BitSet gone = new BitSet();

    /** @param known what an archive knows already; null where there is none */
    Relation(
            CheckRequest request,
            CrossRecords records,
            Store store,
            Memory memory,
            @Nullable Known known,
            Timings timings) {
        this.request = request;
        this.timings = timings;
        this.memory = memory;
        this.session = request.book().session();
        this.register = new Register(memory);
        this.known = known;
        this.records = records;
        this.cards = new Cards(store);
        this.findings = new CrossFindings(store);
    }

    /** False where all have to be related though only some were meant to. */
    boolean relate(@Nullable ReferenceRegister reference) {
        boolean partial = partial();
        timings.time("relate-read", this::read);
        int own = register.size();
        boolean hasNoFirst = partial || register.hasNoFirst(gone);
        Dossier.Setting setting = new Dossier.Setting(hasNoFirst, reference != null);
        double surety = request.book().parameter(SURETY, "surety");
        if (known != null && !known.isAll()) {
            if (hasNoFirst || known.hasNoFirst()) {
                // What cannot be decided then is counted over all.
                return false;
            }
            timings.time("relate-near", () -> choose(surety));
            findings.expectRegister();
        } else if (known != null) {
            findings.expectAll();
        }
        if (reference != null) {
            reference.faults().forEach(fault -> session.report(fault, null, finding -> add(null, PERSON, finding)));
            reference.records().read((record, number) -> register.add(record));
        }
        int[] some = chosen;
        People people = timings.time(
                "relate-people", () -> some == null ? register.people(surety) : register.people(surety, some));
        if (known != null && some == null) {
            known.note(register, own, hasNoFirst);
        }
        session.undecided(SURETY, people.notCompared());
        timings.time("relate-dossiers", () -> dossiers(people, own, setting, reference));
        timings.time("relate-shared", () -> {
            shared(people, own);
            series(own);
        });
        // After what reads the records, for what has just been written is slower to find.
        timings.time("relate-write", () -> note(people, some == null ? IntStream.range(0, own) : Arrays.stream(some)));
        return true;
    }

    /** Ends what was not found again; answers what the rules have done. */
    List<RuleTally> complete() {
        findings.complete();
        return session.drain();
    }

    /** Notes the persons; a record that came with this run is noted as of somebody of its own. */
    private void note(People people, IntStream numbers) {
        records.people(
                numbers.filter(number -> known != null && !fresh.get(number)
                        || !register.alone(number).equals(person(people, number))),
                number -> person(people, number));
    }

    private String person(People people, int number) {
        return people.id(people.of(place(number)));
    }

    /** Reads what is there: packed, as every run has packed it while it read. */
    private void read() {
        if (known == null) {
            add(records::read);
            return;
        }
        Consumer<byte[]> add = known.isAll() ? register::addUnpacked : register::add;
        addPacked(add, packed -> records.readPacked(!known.isAll(), packed));
        int packed = register.size();
        // Of before a change of how it is packed, and of runs that a version has begun which did not pack them.
        add(records::readUnpacked);
        int earlier = register.size();
        if (earlier == packed && cards.hasRun()) {
            addPacked(add, records::readFreshPacked);
        } else {
            add(records::readFresh);
            cards.dropRun();
            records.pack(packed, register::packed);
        }
        fresh.set(earlier, register.size());
        for (int number = 0; number < earlier; number++) {
            if (known.isEnded(records.source(number))) {
                gone.set(number);
            }
        }
    }

    private static void addPacked(Consumer<byte[]> add, Consumer<Consumer<byte[]>> reading) {
        try (Behind<byte[]> adding = new Behind<>(add)) {
            reading.accept(adding::accept);
        }
    }

    /** Adds records in a thread of its own while the next ones are read. */
    private void add(Consumer<CrossRecords.Reader> reading) {
        Behind.<AwardRecord>inLots(
                lot -> lot.forEach(register::add), to -> reading.accept((record, number) -> to.accept(record)));
    }

    /** Chooses who may be another person now, because of what came and what went. */
    private void choose(double surety) {
        Known weighed = Objects.requireNonNull(known);
        weighed.weigh(register);
        BitSet changed = (BitSet) fresh.clone();
        changed.or(gone);
        BitSet near = register.vicinity(changed, surety);
        BitSet companions = records.companions(near);
        companions.andNot(near);
        if (!companions.isEmpty()) {
            companions.or(near);
            near = register.vicinity(companions, surety);
        }
        findings.expect(PERSON, records, near.stream());
        near.andNot(gone);
        chosen = near.stream().toArray();
    }

    /** The number of a record among the chosen; negative where it is none of them. */
    private int place(int number) {
        return chosen == null ? number : Arrays.binarySearch(chosen, number);
    }

    /** Notes where everything stands, and tells whether earlier conferrals may be missing. */
    private boolean partial() {
        Set<Integer> parts = new LinkedHashSet<>();
        records.sheets((source, index, at, part) -> {
            places.computeIfAbsent(at.file(), path -> new HashMap<>())
                    .put(String.valueOf(at.sheet()), new Place(source, index));
            Sheet sheet = new Sheet(index, at.sheet(), false, false);
            if (part || request.mapping().isPartialRegister(at.file(), sheet)) {
                parts.add(source);
            }
        });
        parts.forEach(records::part);
        return !parts.isEmpty();
    }

    private void dossiers(People people, int own, Dossier.Setting setting, @Nullable ReferenceRegister reference) {
        List<int[]> waiting = new ArrayList<>();
        people.records(each -> {
            int[] some = chosen;
            int[] person = some == null
                    ? each
                    : Arrays.stream(each).map(place -> some[place]).toArray();
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
                    List.of(new int[] {later}),
                    (index, group, persons) -> session.sayUndecided(group.get(0), as(REGISTER)));
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
            reference.records().groups(theirs, (index, group, persons) -> known.add(group));
        }
        List<int[]> ours = people.stream()
                .map(person ->
                        Arrays.stream(person).filter(number -> number < own).toArray())
                .map(this::most)
                .toList();
        records.groups(
                ours,
                (index, group, persons) -> session.check(
                        Dossier.of(group, known.isEmpty() ? List.of() : known.get(index), register::match, setting),
                        as(PERSON)));
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
        if (chosen == null) {
            shared(SharedRule.What.MEDAL, register::sharedMedals, people, own);
            shared(SharedRule.What.ORDER_OF_LENIN, register::sharedOrders, people, own);
            shared(SharedRule.What.DECREE, register::sharedDecrees, people, own);
            return;
        }
        BitSet changed = (BitSet) fresh.clone();
        changed.or(gone);
        BitSet near = (BitSet) changed.clone();
        Arrays.stream(chosen).forEach(near::set);
        shared(SharedRule.What.MEDAL, group -> register.sharedMedals(near, group), people, own);
        shared(SharedRule.What.ORDER_OF_LENIN, group -> register.sharedOrders(near, group), people, own);
        shared(
                SharedRule.What.DECREE,
                group -> session.unremarkable(
                        SharedRule.What.DECREE, register.sharedDecrees(changed, gone, DAYS_OF_A_YEAR, group)),
                people,
                own);
    }

    /** Groups that one person alone has need not be looked at, nor decrees whose days are one or years apart. */
    private void shared(SharedRule.What what, Consumer<Consumer<int[]>> groups, People people, int own) {
        IntUnaryOperator differs = what == SharedRule.What.DECREE
                ? register::decreeDay
                : number -> place(number) < 0 ? ~number : people.of(place(number));
        Predicate<int[]> remarkable =
                what == SharedRule.What.DECREE ? this::hasDaysNear : group -> hasSeveral(group, differs);
        List<int[]> waiting = new ArrayList<>();
        groups.accept(all -> {
            int[] group = standing(all, own);
            if (chosen != null && remarkable.test(all)) {
                findings.expect(scope(what), records, Arrays.stream(all));
            }
            if (remarkable.test(group)) {
                waiting.add(group.length <= MOST_ROWS ? group : mostDifferent(group, differs));
                if (waiting.size() == GROUPS_AT_ONCE) {
                    look(what, waiting, people);
                    waiting.clear();
                }
            } else if (group.length > 1) {
                session.unremarkable(what, 1);
            }
        });
        look(what, waiting, people);
    }

    /** Those of the register that no run has ended. */
    private int[] standing(int[] group, int own) {
        int[] standing = new int[group.length];
        int count = 0;
        for (int number : group) {
            if (number < own && !gone.get(number)) {
                standing[count++] = number;
            }
        }
        return count == group.length ? group : Arrays.copyOf(standing, count);
    }

    private static boolean hasSeveral(int[] group, IntUnaryOperator differs) {
        for (int i = 1; i < group.length; i++) {
            if (differs.applyAsInt(group[i]) != differs.applyAsInt(group[0])) {
                return true;
            }
        }
        return false;
    }

    /** True where two days of a decree are not more than a year apart: those further apart are of two decrees. */
    private boolean hasDaysNear(int[] decree) {
        int[] days = new int[decree.length];
        int count = 0;
        for (int number : decree) {
            int day = register.decreeDay(number);
            if (day != Register.NO_DAY) {
                days[count++] = day;
            }
        }
        Arrays.sort(days, 0, count);
        for (int i = 1; i < count; i++) {
            if (days[i] != days[i - 1] && days[i] - days[i - 1] <= DAYS_OF_A_YEAR) {
                return true;
            }
        }
        return false;
    }

    private static String scope(SharedRule.What what) {
        return what.name().toLowerCase(Locale.ROOT);
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
        records.groups(groups, (index, group, persons) -> {
            List<SharedRule.Holding> holdings = new ArrayList<>(group.size());
            for (int i = 0; i < group.size(); i++) {
                int number = groups.get(index)[i];
                holdings.add(new SharedRule.Holding(
                        group.get(i), place(number) < 0 ? persons.get(i) : person(people, number)));
            }
            session.check(what, holdings, as(scope(what)));
        });
    }

    private void series(int own) {
        register.series(all -> {
            IntBuffer numbers = memory.ints(all.limit());
            IntBuffer days = memory.ints(all.limit());
            while (all.hasRemaining()) {
                int number = all.get();
                if (number < own && !gone.get(number)) {
                    numbers.put(number);
                    days.put(register.decreeDay(number));
                }
            }
            List<SeriesRule.Outlier> outliers = session.outliers(numbers.position(), days::get);
            for (int from = 0; from < outliers.size(); from += GROUPS_AT_ONCE) {
                List<SeriesRule.Outlier> some =
                        outliers.subList(from, Math.min(outliers.size(), from + GROUPS_AT_ONCE));
                records.groups(
                        some.stream()
                                .map(outlier -> new int[] {numbers.get(outlier.index())})
                                .toList(),
                        (index, group, persons) ->
                                session.outlier(group.get(0), some.get(index).expectedDay(), as(REGISTER)));
            }
        });
    }

    /** What is found in the reference register has no place in the store: it stands before the first file. */
    private BiConsumer<AwardRecord, Finding> as(String scope) {
        return (record, finding) -> add(
                places.getOrDefault(record.at().file(), Map.of())
                        .get(String.valueOf(record.at().sheet())),
                scope,
                finding);
    }

    private void add(@Nullable Place place, String scope, Finding finding) {
        findings.add(
                place == null ? Store.WHOLE_RUN : place.source(), place == null ? -1 : place.sheet(), scope, finding);
    }
}
