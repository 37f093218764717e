package ukaz.model.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;

/** Reads the file of one award and lays its provisions out as regimes. */
final class AwardFile {

    private static final HistoricalDate OPEN = HistoricalDate.parse("0001/..");
    private static final Map<Topic, List<String>> KEYS = Map.of(
            Topic.STANDING, List.of("is"),
            Topic.CONFERRED_BY, List.of("organs"),
            Topic.ELIGIBLE, List.of("who"),
            Topic.SERVICE_YEARS, List.of("at-least"),
            Topic.INSIGNIA, List.of("for", "certificate", "order-of-lenin", "medal", "bust"),
            Topic.REPEATS, List.of("allowed", "limit", "doubted"),
            Topic.UNPRECEDENTED, List.of("ordinal"),
            Topic.POSTHUMOUS, List.of("cases"));

    /** A provision with the node that holds what the law of its topic says in figures. */
    private record Entry(Provision provision, DataNode node) {

        boolean holdsOn(LocalDate day) {
            return provision.holdsOn(day);
        }
    }

    private final DataNode file;
    private final Map<String, Basis> bases;
    private final Map<String, String> readings;

    AwardFile(DataNode file, Map<String, Basis> bases, Map<String, String> readings) {
        this.file = file.only("code", "name", "genitive", "short", "medal", "provisions");
        this.bases = bases;
        this.readings = readings;
    }

    Award award() {
        String code = file.get("code").text();
        List<Entry> entries = new ArrayList<>();
        for (DataNode node : file.get("provisions").items()) {
            if (isChosen(node)) {
                entries.add(new Entry(provision(node), node));
            }
        }
        List<Provision> awarding = entries.stream()
                .filter(entry -> entry.provision.topic() == Topic.STANDING)
                .filter(entry -> standing(entry.node).compareTo(Standing.PRACTICE) > 0)
                .map(Entry::provision)
                .sorted(Comparator.comparing(provision -> provision.from().earliest()))
                .toList();
        if (awarding.isEmpty()) {
            throw file.error("no provision says when the award was in force");
        }
        DataNode medal = file.find("medal");
        return new Award(
                code,
                file.get("name").bilingual(),
                file.get("genitive").bilingual(),
                file.get("short").bilingual(),
                medal == null
                        ? null
                        : new Medal(
                                medal.only("code", "name").get("code").text(),
                                medal.get("name").bilingual()),
                awarding.get(0).from(),
                awarding.get(awarding.size() - 1).to(),
                entries.stream().map(Entry::provision).toList(),
                regimes(code, entries));
    }

    private boolean isChosen(DataNode node) {
        DataNode when = node.find("when");
        if (when == null) {
            return true;
        }
        for (Map.Entry<String, DataNode> condition : when.entries().entrySet()) {
            String id = condition.getKey();
            String reading = condition.getValue().text();
            if (!(bases.get(id) instanceof Disagreement disagreement)) {
                throw when.unknown("disagreement", "разногласия", id, readings.keySet());
            }
            if (!disagreement.readings().containsKey(reading)) {
                throw when.unknown(
                        "reading of " + id,
                        "прочтения " + id,
                        reading,
                        disagreement.readings().keySet());
            }
            if (!reading.equals(readings.get(id))) {
                return false;
            }
        }
        return true;
    }

    private Provision provision(DataNode node) {
        Topic topic = word(Topic.class, node.get("topic"));
        List<String> keys = new ArrayList<>(List.of("topic", "from", "to", "when", "basis", "ru", "en"));
        keys.addAll(KEYS.getOrDefault(topic, List.of()));
        node.only(keys);
        List<String> basis = node.get("basis").texts();
        for (String id : basis) {
            if (!bases.containsKey(id)) {
                throw node.get("basis").unknown("basis", "основания", id, bases.keySet());
            }
        }
        if (basis.isEmpty()) {
            throw node.get("basis").error("a provision needs a basis");
        }
        return new Provision(
                topic,
                date(node.get("from")),
                node.has("to") ? date(node.get("to")) : OPEN,
                new Bilingual(
                        node.get("ru").text().strip(), node.get("en").text().strip()),
                basis);
    }

    static HistoricalDate date(DataNode node) {
        try {
            return HistoricalDate.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, DataNode node) {
        String text = node.text();
        for (E constant : type.getEnumConstants()) {
            if (key(constant).equals(text)) {
                return constant;
            }
        }
        throw node.unknown(
                "word",
                "слова",
                text,
                Arrays.stream(type.getEnumConstants()).map(AwardFile::key).toList());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Standing standing(DataNode node) {
        return word(Standing.class, node.get("is"));
    }

    /** Cuts time at every day on which a provision begins or ends, and joins neighbours that say the same. */
    private List<Regime> regimes(String code, List<Entry> entries) {
        TreeSet<LocalDate> starts = new TreeSet<>(Set.of(LocalDate.MIN));
        for (Entry entry : entries) {
            starts.add(entry.provision.from().earliest());
            LocalDate last = entry.provision.to().latest();
            if (last.isBefore(LocalDate.MAX)) {
                starts.add(last.plusDays(1));
            }
        }
        List<Regime> regimes = new ArrayList<>();
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            Regime regime = regime(code, start, next == null ? LocalDate.MAX : next.minusDays(1), entries);
            int last = regimes.size() - 1;
            if (last >= 0 && regimes.get(last).sameLaw(regime)) {
                regimes.set(last, regimes.get(last).until(regime.to()));
            } else {
                regimes.add(regime);
            }
        }
        return regimes;
    }

    private Regime regime(String code, LocalDate from, LocalDate to, List<Entry> entries) {
        List<Entry> holding =
                entries.stream().filter(entry -> entry.holdsOn(from)).toList();
        Set<String> organs = new HashSet<>();
        for (Entry entry : holding) {
            if (entry.provision.topic() == Topic.CONFERRED_BY) {
                organs.addAll(entry.node.get("organs").texts());
            }
        }
        DataNode standing = only(holding, Topic.STANDING);
        DataNode eligible = only(holding, Topic.ELIGIBLE);
        DataNode repeats = only(holding, Topic.REPEATS);
        LocalDate firstKnown = null;
        for (Entry entry : holding) {
            if (entry.provision.topic() == Topic.NONE_KNOWN) {
                firstKnown = entry.provision.to().latest().plusDays(1);
            }
        }
        return new Regime(
                code,
                from,
                to,
                standing == null ? Standing.NONE : standing(standing),
                organs,
                eligible == null ? null : word(Eligible.class, eligible.get("who")),
                figure(only(holding, Topic.SERVICE_YEARS), "at-least"),
                insignia(holding, "first"),
                insignia(holding, "repeat"),
                repeats == null
                        ? Repeats.NONE
                        : new Repeats(repeats.get("allowed").bool(), figure(repeats, "limit"), repeats.has("doubted")),
                figure(only(holding, Topic.UNPRECEDENTED), "ordinal"),
                figure(only(holding, Topic.POSTHUMOUS), "cases"),
                firstKnown);
    }

    private static @Nullable Integer figure(@Nullable DataNode node, String key) {
        DataNode figure = node == null ? null : node.find(key);
        return figure == null ? null : Integer.valueOf(figure.integer());
    }

    private static @Nullable DataNode only(List<Entry> holding, Topic topic) {
        DataNode found = null;
        for (Entry entry : holding) {
            if (entry.provision.topic() == topic
                    && KEYS.getOrDefault(topic, List.of()).stream().anyMatch(entry.node::has)) {
                if (found != null) {
                    throw entry.node.error("another provision of topic '" + topic.key() + "' holds on the same day");
                }
                found = entry.node;
            }
        }
        return found;
    }

    private static Insignia insignia(List<Entry> holding, String ordinal) {
        DataNode found = null;
        for (Entry entry : holding) {
            if (entry.provision.topic() == Topic.INSIGNIA
                    && entry.node.get("for").text().equals(ordinal)) {
                if (found != null) {
                    throw entry.node.error("another provision says what comes with the same conferral");
                }
                found = entry.node;
            }
        }
        return found == null
                ? Insignia.NOTHING
                : new Insignia(
                        word(Issue.class, found.get("certificate")),
                        word(Issue.class, found.get("order-of-lenin")),
                        word(Issue.class, found.get("medal")),
                        word(Issue.class, found.get("bust")));
    }
}
