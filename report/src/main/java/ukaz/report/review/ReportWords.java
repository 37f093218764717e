package ukaz.report.review;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of a report's workbook in every language, and what each stands for. */
public final class ReportWords {

    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, ReviewStatus> statuses = new HashMap<>();

    /** @param texts a text of the reports in every language, by its key */
    public ReportWords(List<String> columns, Function<String, List<String>> texts) {
        for (String column : columns) {
            texts.apply("col-" + column).forEach(title -> titles.put(plain(title), column));
        }
        for (Decision decision : Decision.values()) {
            decisions.put(decision.key(), decision);
            texts.apply("decision-" + decision.key()).forEach(word -> decisions.put(plain(word), decision));
        }
        for (ReviewStatus status : ReviewStatus.values()) {
            statuses.put(status.key(), status);
            texts.apply("status-" + status.key()).forEach(word -> statuses.put(plain(word), status));
            texts.apply("status-" + status.key() + "-rule").forEach(word -> statuses.put(plain(word), status));
        }
    }

    /** The key of the column that has this title; null where no report has one. */
    @Nullable
    String column(String title) {
        return titles.get(plain(title));
    }

    @Nullable
    Decision decision(String word) {
        return decisions.get(plain(word));
    }

    @Nullable
    ReviewStatus status(String word) {
        return statuses.get(plain(word));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("\\s+", " ");
    }
}
