package ukaz.rules.text;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;
import ukaz.model.data.Bilingual;
import ukaz.model.statute.Act;
import ukaz.model.statute.Award;
import ukaz.model.statute.Basis;
import ukaz.model.statute.Disagreement;
import ukaz.model.statute.Provision;
import ukaz.model.statute.Standing;
import ukaz.model.statute.StatuteBook;
import ukaz.model.statute.Topic;

/** What the law said of an award, over time or on one day, as plain text for a terminal. */
public final class StatutePage {

    private final Language language;
    private final StatuteBook statutes;
    private final Words words;
    private final DateText dates;
    private final int width;

    private StatutePage(Language language, StatuteBook statutes, int width) {
        this.width = width;
        this.language = language;
        this.statutes = statutes;
        this.words = Words.of(statutes);
        this.dates = new DateText(language, words);
    }

    /** @param width of the lines, in characters */
    public static StatutePage of(Language language, StatuteBook statutes, int width) {
        return new StatutePage(language, statutes, width);
    }

    /**
     * Everything, each provision with the time it held.
     *
     * @throws IllegalArgumentException where the book has no such award
     */
    public String overTime(String award) {
        return page(award(award), null);
    }

    /**
     * What held on that day.
     *
     * @throws IllegalArgumentException where the book has no such award
     */
    public String on(String award, LocalDate day) {
        return page(award(award), day);
    }

    private Award award(String code) {
        return statutes.award(code).orElseThrow(() -> new IllegalArgumentException("no award '" + code + "'"));
    }

    private String page(Award award, @Nullable LocalDate day) {
        Lines page = new Lines(width);
        page.line(language.of(award.name()) + " (" + language.of(award.shortName()) + ")");
        page.line(period(award.established(), award.abolished()));
        Predicate<Provision> holds = provision -> true;
        if (day != null) {
            holds = provision -> provision.holdsOn(day);
            page.blank().line(word("on") + " " + dates.of(day) + ":");
            if (statutes.inForce(award.code(), day).standing() == Standing.NONE) {
                page.paragraph(2, word(day.isBefore(award.established().earliest()) ? "not-yet" : "no-longer"));
            }
        }
        Set<String> basis = new LinkedHashSet<>();
        for (Topic topic : Topic.values()) {
            List<Provision> provisions = award.provisions().stream()
                    .filter(provision -> provision.topic() == topic)
                    .filter(holds)
                    .toList();
            if (!provisions.isEmpty()) {
                page.heading(words.word("topics", topic.key(), language));
                provisions.forEach(provision -> provision(page, provision, day == null));
                provisions.forEach(provision -> basis.addAll(provision.basis()));
            }
        }
        basis(page, basis);
        return page.toString();
    }

    private void provision(Lines page, Provision provision, boolean dated) {
        String period = dated ? period(provision.from(), provision.to()) : "";
        String text = language.of(provision.text());
        String sources = provision.basis().isEmpty() ? "" : " [" + String.join(",\u00a0", provision.basis()) + "]";
        if (period.isEmpty()) {
            page.paragraph(2, text + sources);
        } else {
            page.paragraph(2, period).paragraph(6, text + sources);
        }
    }

    private void basis(Lines page, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        page.heading(
                words.word("pages", "basis", language) + " (" + words.word("pages", "confidence-key", language) + ")");
        ids.stream()
                .sorted((a, b) -> a.charAt(0) != b.charAt(0)
                        ? Character.compare(b.charAt(0), a.charAt(0))
                        : Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1))))
                .forEach(id -> statutes.basis(id)
                        .ifPresent(basis -> page.entry(2, id + " " + basis.confidence(), 9, citation(basis))));
    }

    private String citation(Basis basis) {
        String title = language.of(basis.title());
        if (basis instanceof Act act) {
            Bilingual publication = act.publication();
            return publication == null ? title : title + " (" + language.of(publication) + ")";
        }
        if (basis instanceof Disagreement disagreement) {
            Bilingual reading = disagreement.readings().get(statutes.readings().get(disagreement.id()));
            return reading == null
                    ? title
                    : title + "; " + words.word("statute", "reading", language) + ": " + language.of(reading);
        }
        return title;
    }

    /** Empty where it always holds. */
    private String period(HistoricalDate from, HistoricalDate to) {
        boolean begins = !from.earliest().equals(LocalDate.MIN);
        boolean ends = !to.latest().equals(LocalDate.MAX);
        if (begins && ends) {
            return from.equals(to) ? dates.of(from) : dates.of(from) + " — " + dates.of(to);
        }
        if (begins) {
            return word("from") + " " + dates.of(from);
        }
        return ends ? word("until") + " " + dates.of(to) : "";
    }

    private String word(String code) {
        return words.word("statute", code, language);
    }
}
