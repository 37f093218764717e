package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/**
 * What a report says that does not depend on how and when its files came.
 *
 * @param persons the records of each person, by their ids
 */
record Reported(List<String> findings, List<String> records, Set<Set<Object>> persons) {

    static Reported in(Path folder) {
        Outputs outputs = new Outputs(folder);
        List<Map<String, Object>> records = outputs.records();
        return new Reported(
                sorted(outputs.findings()),
                sorted(records),
                records.stream()
                        .collect(Collectors.groupingBy(
                                record -> String.valueOf(record.get("person")),
                                Collectors.mapping(record -> record.get("id"), Collectors.toSet())))
                        .values()
                        .stream()
                        .collect(Collectors.toSet()));
    }

    /** All that an archive holds. */
    static Reported of(ArchiveAddress archive, Path out, Object... more) {
        Ukaz report = Ukaz.run(
                archive.arguments(Stream.concat(Stream.of("report", "--out", out, "--format", "jsonl"), Stream.of(more))
                        .toArray()));
        assertThat(report.exitCode()).as(report.err()).isZero();
        return in(out);
    }

    private static List<String> sorted(List<Map<String, Object>> lines) {
        return lines.stream()
                .map(line -> new TreeMap<>(line).toString())
                .sorted()
                .toList();
    }

    void assertEqualTo(Reported other) {
        assertEqualTo(other, "");
    }

    void assertEqualTo(Reported other, String when) {
        assertThat(records).as(when + " records").containsExactlyElementsOf(other.records);
        assertThat(persons).as(when + " persons").isEqualTo(other.persons);
        assertThat(findings).as(when + " findings").containsExactlyElementsOf(other.findings);
    }
}
