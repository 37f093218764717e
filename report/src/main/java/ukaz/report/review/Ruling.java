package ukaz.report.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision with what stands beside it.
 *
 * @param until the last day on which it holds; null for ever
 */
public record Ruling(
        Decision decision,
        String reason,
        String reviewer,
        @Nullable LocalDate until) {

    boolean expired(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}
