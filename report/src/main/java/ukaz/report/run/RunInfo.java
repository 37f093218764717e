package ukaz.report.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ukaz.model.Severity;

/**
 * One run of the program, as its reports name it.
 *
 * @param id names the run in every output
 * @param version of the program
 * @param zone in which times are shown to people
 * @param arguments files and folders, as given; of those with a whole path the last name
 * @param settings what was set otherwise than by default, option to value, in the order to show
 * @param notRun reason codes ({@code off}, {@code no-reference} …) of rules that did not run, by rule id
 * @param config the text of the settings that the rules were made with; empty for the standard
 * @param failOn the lightest severity that fails the run; empty for never
 */
public record RunInfo(
        String id,
        String version,
        Instant started,
        Instant finished,
        ZoneId zone,
        List<String> arguments,
        Map<String, String> settings,
        Map<String, String> notRun,
        String config,
        Optional<Severity> failOn) {

    public RunInfo {
        arguments = arguments.stream().map(RunInfo::told).toList();
        Map<String, String> named = new LinkedHashMap<>();
        settings.forEach((option, value) -> named.put(option, told(value)));
        settings = Collections.unmodifiableMap(named);
        notRun = Map.copyOf(notRun);
    }

    /** A report is handed on: where the folders of a machine lie is nobody's business, only what they are called. */
    private static String told(String argument) {
        try {
            Path path = Path.of(argument);
            Path last = path.isAbsolute() ? path.getFileName() : null;
            return last == null ? argument : last.toString();
        } catch (InvalidPathException e) {
            return argument;
        }
    }

    /** The same run at its end. */
    public RunInfo ended(Instant end) {
        return new RunInfo(id, version, started, end, zone, arguments, settings, notRun, config, failOn);
    }

    /** True where the run found something at or above what fails it, and no reviewer has settled it. */
    public boolean fails(Totals totals) {
        Severity worst = totals.worstUnsettled();
        return worst != null && failOn.isPresent() && worst.compareTo(failOn.get()) <= 0;
    }
}
