package ukaz.app.job;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.table.Mapping;
import ukaz.report.Format;
import ukaz.report.run.RunInfo;
import ukaz.rules.RuleBook;
import ukaz.rules.text.Language;

/**
 * What is to be checked, and how.
 *
 * @param reference a register to hold the records against; null for none
 * @param previous an earlier report to hold the findings against; null for none
 * @param reading how files are read and their rows judged
 * @param output the folder of the reports
 * @param annotate true to write marked copies of the sources
 * @param observations hears what Spring Batch tells of the job
 */
public record CheckRequest(
        List<InputFile> files,
        @Nullable InputFile reference,
        @Nullable Path previous,
        Reading reading,
        Path output,
        Set<Format> formats,
        boolean annotate,
        Language language,
        RunInfo info,
        Clock clock,
        Progress progress,
        ObservationRegistry observations) {

    public CheckRequest {
        files = List.copyOf(files);
        formats = Set.copyOf(formats);
    }

    RuleBook book() {
        return reading.book();
    }

    Mapping mapping() {
        return reading.mapping();
    }

    OpenOptions options() {
        return reading.options();
    }
}
