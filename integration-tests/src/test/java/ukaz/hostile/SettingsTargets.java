package ukaz.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ukaz.report.Reports;
import ukaz.report.correction.Corrections;
import ukaz.report.in.JsonLines;
import ukaz.report.review.EarlierReport;

/** What is fuzzed of the files beside the sources; see {@link ukaz.ingest.fuzz.Targets}. */
public final class SettingsTargets {

    private SettingsTargets() {}

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }

    private interface Work {
        void on(Path file) throws IOException;
    }

    /** Does something with a file that has this content; what it refuses has a reason. */
    private static void with(String ending, byte[] data, Work work) throws IOException {
        Path memory = Path.of("/dev/shm");
        Path file = Files.isWritable(memory)
                ? Files.createTempFile(memory, "ukaz-fuzz", ending)
                : Files.createTempFile("ukaz-fuzz", ending);
        try {
            Files.write(file, data);
            work.on(file);
        } catch (IOException e) {
            require(e.getMessage() != null && !e.getMessage().isBlank(), "no reason in " + e);
        } finally {
            Files.delete(file);
        }
    }

    private static void earlier(Path file) throws IOException {
        EarlierReport report = Reports.earlier(file);
        IOException refused = null;
        try {
            report.check();
        } catch (IOException e) {
            refused = e;
        }
        report.read(finding -> require(finding.rule() != null, "a finding of no rule"));
        report.remarks().forEach(remark -> require(!remark.where().isEmpty(), "a remark on no place"));
        if (refused != null) {
            throw refused;
        }
    }

    /** A line of JSON. */
    public static final class OfJson {

        private OfJson() {}

        public static void fuzzerTestOneInput(byte[] data) {
            try {
                JsonLines.object(new String(data, StandardCharsets.UTF_8), Path.of("line"), 1);
            } catch (IOException e) {
                require(e.getMessage().startsWith("line:1"), "no place in " + e);
            }
        }
    }

    /** The findings of an earlier run, line by line. */
    public static final class OfEarlierLines {

        private OfEarlierLines() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            with(".jsonl", data, SettingsTargets::earlier);
        }
    }

    /** The report workbook of an earlier run, of whichever format it was saved in; text is the least of them. */
    public static final class OfEarlierWorkbooks {

        private OfEarlierWorkbooks() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            with(".xlsx", data, SettingsTargets::earlier);
        }
    }

    /** A reviewed list of corrections. */
    public static final class OfCorrections {

        private OfCorrections() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            with(".csv", data, Corrections::read);
        }
    }
}
