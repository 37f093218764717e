package ukaz.report.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.AwardRecord;

/**
 * Holds two versions of a source against each other: rows that say the same are passed over wherever they stand, the others
 * are paired by whom and what they tell of, then by their row where something of the person is still the same.
 */
public final class Revisions {

    /** What two records that tell of one thing have in common, the surest first; null where a record lacks it. */
    private static final List<Function<AwardRecord, @Nullable String>> KEYS = List.of(
            Revisions::conferral,
            Revisions::person,
            record -> inItsRow(record, record.name().surname()),
            record -> inItsRow(record, names(record)),
            record -> inItsRow(record, record.birthDate()),
            record -> inItsRow(record, record.medalNumber()));

    private final Store store;

    private Revisions(Store store) {
        this.store = store;
    }

    /** Tells what the new versions of sources in this part of an archive have changed, in the order of sources and rows. */
    public static void tell(Store store, Consumer<? super Revision> to) {
        Revisions revisions = new Revisions(store);
        store.versions((before, now) -> revisions.compare(before, now).forEach(to));
    }

    private List<Revision> compare(int before, int now) {
        Map<Long, Integer> rows = new HashMap<>();
        store.contents().records(before, stored -> rows.merge(content(stored.record()), 1, Integer::sum));
        List<AwardRecord> added = new ArrayList<>();
        store.contents().records(now, stored -> {
            if (!takeOne(rows, content(stored.record()))) {
                added.add(stored.record());
            }
        });
        List<AwardRecord> removed = new ArrayList<>();
        store.contents().records(before, stored -> leftOver(rows, stored, removed));
        List<Revision> revisions = new ArrayList<>();
        KEYS.forEach(key -> pair(removed, added, key, revisions));
        removed.forEach(record -> revisions.add(new Revision(record, null, Map.of())));
        added.forEach(record -> revisions.add(new Revision(null, record, Map.of())));
        revisions.sort(
                Comparator.comparing((Revision revision) -> revision.record().at())
                        .thenComparing(revision -> revision.kind() != Revision.Kind.REMOVED)
                        .thenComparing(revision -> revision.record().group()));
        return revisions;
    }

    private static boolean takeOne(Map<Long, Integer> rows, long content) {
        Integer left = rows.get(content);
        if (left == null || left == 0) {
            return false;
        }
        rows.put(content, left - 1);
        return true;
    }

    private static void leftOver(Map<Long, Integer> rows, StoredRecord stored, List<AwardRecord> removed) {
        if (takeOne(rows, content(stored.record()))) {
            removed.add(stored.record());
        }
    }

    /** The same for rows that say the same; their place is no matter. */
    private static long content(AwardRecord record) {
        long hash = record.group();
        for (Map.Entry<String, String> cell : record.raw().entrySet()) {
            if (!cell.getValue().isBlank()) {
                hash = hash * 0x9E3779B97F4A7C15L + text(cell.getKey());
                hash = (hash ^ hash >>> 29) * 0x100000001B3L + text(cell.getValue());
            }
        }
        return hash;
    }

    private static long text(String text) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private static String person(AwardRecord record) {
        return record.name().display().toUpperCase(Locale.ROOT).replace('Ё', 'Е') + '\n' + record.award();
    }

    private static String conferral(AwardRecord record) {
        return person(record) + '\n' + (record.ordinal() == null ? record.decreeDate() : record.ordinal());
    }

    private static @Nullable String names(AwardRecord record) {
        String patronymic = record.name().patronymic();
        return patronymic == null ? null : record.name().givenName() + ' ' + patronymic;
    }

    private static @Nullable String inItsRow(AwardRecord record, @Nullable Object what) {
        return what == null ? null : record.at() + "\n" + record.group() + '\n' + what;
    }

    /** Takes those out of both lists that have the same key, in their order. */
    private static void pair(
            List<AwardRecord> removed,
            List<AwardRecord> added,
            Function<AwardRecord, @Nullable String> key,
            List<Revision> revisions) {
        Map<String, Deque<AwardRecord>> waiting = new HashMap<>();
        List<AwardRecord> unpaired = new ArrayList<>();
        for (AwardRecord before : removed) {
            String its = key.apply(before);
            if (its == null) {
                unpaired.add(before);
            } else {
                waiting.computeIfAbsent(its, each -> new ArrayDeque<>()).add(before);
            }
        }
        List<AwardRecord> left = new ArrayList<>();
        for (AwardRecord now : added) {
            String its = key.apply(now);
            Deque<AwardRecord> candidates = its == null ? null : waiting.get(its);
            AwardRecord before = candidates == null ? null : candidates.poll();
            if (before == null) {
                left.add(now);
            } else {
                revisions.add(new Revision(before, now, cells(before, now)));
            }
        }
        added.clear();
        added.addAll(left);
        removed.clear();
        removed.addAll(unpaired);
        waiting.values().forEach(removed::addAll);
        removed.sort(Comparator.comparing((AwardRecord record) -> record.at()).thenComparing(AwardRecord::group));
    }

    private static Map<String, Revision.Said> cells(AwardRecord before, AwardRecord now) {
        Map<String, Revision.Said> cells = new LinkedHashMap<>();
        now.raw().forEach((title, text) -> put(cells, title, before.raw().getOrDefault(title, ""), text));
        for (String title : new TreeSet<>(before.raw().keySet())) {
            if (!now.raw().containsKey(title)) {
                put(cells, title, Objects.requireNonNullElse(before.raw().get(title), ""), "");
            }
        }
        return cells;
    }

    private static void put(Map<String, Revision.Said> cells, String title, String before, String now) {
        if (!before.equals(now)) {
            cells.put(title, new Revision.Said(before, now));
        }
    }
}
