package ukaz.app.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ukaz.model.RowCounts;
import ukaz.model.Severity;

/**
 * What a run came to.
 *
 * @param failedFiles how many files could not be read, or not to their end
 * @param written the reports
 */
public record Outcome(
        int files,
        int failedFiles,
        RowCounts rows,
        long records,
        Map<Severity, Long> findings,
        Duration duration,
        List<Path> written) {

    public Outcome {
        findings = Map.copyOf(findings);
        written = List.copyOf(written);
    }

    public long count(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }

    /** How many findings weigh as much as this or more. */
    public long atLeast(Severity threshold) {
        return findings.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(threshold) <= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
