package ukaz.app.operate;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.Outcome;

/**
 * How a run ended, for whoever was not there.
 *
 * @param command that ran: {@code import}, {@code watch}
 * @param run names the run, as in its reports; null where it failed before there was one
 * @param exitCode of the contract
 * @param reports the folder of the reports; null where there are none
 * @param outcome what the run came to; null where it failed
 * @param failure why the run failed, and how to go on; null where it did not
 */
public record Ending(
        String command,
        @Nullable String run,
        String version,
        Instant started,
        Instant finished,
        int exitCode,
        @Nullable Path reports,
        @Nullable Outcome outcome,
        @Nullable String failure) {}
