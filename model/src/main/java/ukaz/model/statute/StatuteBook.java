package ukaz.model.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ukaz.model.HistoricalDate;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;

/**
 * The law of all awards, as data with a typed view.
 *
 * <p>Immutable. Where the sources disagree, a book holds one reading of each {@link Disagreement}: the source text's, unless
 * {@link #reading} chose another.
 */
public final class StatuteBook {

    private static final StatuteBook DEFAULT = new StatuteBook(Map.of());

    private final Map<String, Basis> bases = new LinkedHashMap<>();
    private final Map<String, String> readings = new LinkedHashMap<>();
    private final List<Award> awards = new ArrayList<>();
    private final Map<String, Timeline> timelines = new LinkedHashMap<>();

    private StatuteBook(Map<String, String> chosen) {
        readStatements();
        readActs();
        readDisagreements();
        chosen.forEach(this::choose);
        for (String file : DataNode.resource(StatuteBook.class, "awards.yaml").texts()) {
            Award award = new AwardFile(DataNode.resource(StatuteBook.class, file), bases, readings).award();
            awards.add(award);
            timelines.put(award.code(), new Timeline(award));
        }
    }

    /** The book as the source text reads the law. */
    public static StatuteBook load() {
        return DEFAULT;
    }

    /**
     * The book with other readings of some disagreements.
     *
     * @param chosen key of a reading by id of the disagreement: {@code D1} to {@code repeats}
     * @throws IllegalArgumentException where there is no such disagreement or reading
     */
    public static StatuteBook reading(Map<String, String> chosen) {
        return chosen.isEmpty() ? DEFAULT : new StatuteBook(chosen);
    }

    public List<Award> awards() {
        return List.copyOf(awards);
    }

    public Optional<Award> award(String code) {
        Timeline timeline = timelines.get(code);
        return timeline == null ? Optional.empty() : timeline.award;
    }

    /**
     * The law of the award on that day.
     *
     * @throws IllegalArgumentException where the book has no such award
     */
    public Regime inForce(String award, LocalDate day) {
        return timeline(award).on(day);
    }

    /**
     * Every law of the award that was in force on some day of the date, in order.
     *
     * @throws IllegalArgumentException where the book has no such award
     */
    public List<Regime> over(String award, HistoricalDate date) {
        return timeline(award).over(date);
    }

    /** Every act, statement and disagreement. */
    public Collection<Basis> bases() {
        return Collections.unmodifiableCollection(bases.values());
    }

    public Optional<Basis> basis(String id) {
        return Optional.ofNullable(bases.get(id));
    }

    /** The key of the reading this book holds of each disagreement. */
    public Map<String, String> readings() {
        return Collections.unmodifiableMap(readings);
    }

    private Timeline timeline(String award) {
        Timeline timeline = timelines.get(award);
        if (timeline == null) {
            throw new IllegalArgumentException("no award '" + award + "' in the statute book");
        }
        return timeline;
    }

    private void readStatements() {
        DataNode.resource(StatuteBook.class, "statements.yaml").entries().forEach((id, node) -> {
            node.only("ru", "en", "confidence");
            add(node, new Statement(id, texts(node), confidence(node)));
        });
    }

    private void readActs() {
        DataNode.resource(StatuteBook.class, "acts.yaml").entries().forEach((id, node) -> {
            node.only("date", "title", "effect", "publication", "confidence");
            DataNode publication = node.find("publication");
            add(
                    node,
                    new Act(
                            id,
                            AwardFile.date(node.get("date")),
                            node.get("title").bilingual(),
                            node.get("effect").bilingual(),
                            publication == null ? null : publication.bilingual(),
                            confidence(node)));
        });
    }

    private void readDisagreements() {
        DataNode.resource(StatuteBook.class, "disagreements.yaml").entries().forEach((id, node) -> {
            node.only("ru", "en", "readings");
            Map<String, Bilingual> answers = new LinkedHashMap<>();
            node.get("readings").entries().forEach((key, answer) -> answers.put(key, answer.bilingual()));
            Disagreement disagreement =
                    new Disagreement(id, texts(node), Collections.unmodifiableMap(answers), Confidence.C);
            add(node, disagreement);
            readings.put(id, disagreement.defaultReading());
        });
    }

    private void add(DataNode node, Basis basis) {
        if (bases.put(basis.id(), basis) != null) {
            throw node.error("'" + basis.id() + "' stands twice");
        }
    }

    private void choose(String id, String reading) {
        if (!(bases.get(id) instanceof Disagreement disagreement)) {
            throw new IllegalArgumentException(
                    "no disagreement '" + id + "'; there are " + String.join(", ", readings.keySet()));
        }
        if (!disagreement.readings().containsKey(reading)) {
            throw new IllegalArgumentException("no reading '" + reading + "' of " + id + "; there are "
                    + String.join(", ", disagreement.readings().keySet()));
        }
        readings.put(id, reading);
    }

    private static Bilingual texts(DataNode node) {
        return new Bilingual(
                node.get("ru").text().strip(), node.get("en").text().strip());
    }

    private static Confidence confidence(DataNode node) {
        DataNode confidence = node.get("confidence");
        return switch (confidence.text()) {
            case "A" -> Confidence.A;
            case "B" -> Confidence.B;
            case "C" -> Confidence.C;
            default -> throw confidence.error("A, B or C is expected here, not '" + confidence.text() + "'");
        };
    }

    /** The regimes of one award, found by day; asked by many rules for every record, so it makes no garbage. */
    private static final class Timeline {
        private final Optional<Award> award;
        private final List<Regime> regimes;

        /** The regimes from one to another, by the numbers of both. */
        private final List<List<List<Regime>>> spans = new ArrayList<>();

        Timeline(Award award) {
            this.award = Optional.of(award);
            this.regimes = award.regimes();
            for (int first = 0; first < regimes.size(); first++) {
                List<List<Regime>> from = new ArrayList<>();
                for (int last = 0; last < regimes.size(); last++) {
                    from.add(last < first ? List.of() : List.copyOf(regimes.subList(first, last + 1)));
                }
                spans.add(from);
            }
        }

        Regime on(LocalDate day) {
            return regimes.get(index(day));
        }

        List<Regime> over(HistoricalDate date) {
            int first = index(date.earliest());
            boolean alone = !regimes.get(first).to().isBefore(date.latest());
            return spans.get(first).get(alone ? first : index(date.latest()));
        }

        private int index(LocalDate day) {
            int low = 0;
            int high = regimes.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (regimes.get(middle).to().isBefore(day)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
