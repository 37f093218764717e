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
 * @param failed the files that could not be read, or not to their end
 * @param settled the findings among them that a reviewer has settled, so that they fail no run
 * @param written the reports
 * @param stages how long what took
 */
public record Outcome(
        int files,
        List<String> failed,
        RowCounts rows,
        long records,
        Map<Severity, Long> findings,
        Map<Severity, Long> settled,
        Duration duration,
        List<Path> written,
        List<Timings.Stage> stages) {

    public Outcome {
        // a clock may be set back while it runs
        duration = duration.isNegative() ? Duration.ZERO : duration;
        failed = List.copyOf(failed);
        findings = Map.copyOf(findings);
        settled = Map.copyOf(settled);
        written = List.copyOf(written);
        stages = List.copyOf(stages);
    }

    public int failedFiles() {
        return failed.size();
    }

    public long count(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }

    public long settledInAll() {
        return settled.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many findings that nobody has settled weigh as much as this or more. */
    public long atLeast(Severity threshold) {
        return findings.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(threshold) <= 0)
                .mapToLong(entry -> entry.getValue() - settled.getOrDefault(entry.getKey(), 0L))
                .sum();
    }
}
