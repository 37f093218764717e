package ukaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ukaz.identity.PeopleFile;

/**
 * What who is who, and the rules on several records, take of a whole check, and how much of the heap is held when it is
 * cleared: {@code relating 1000000 256m}.
 */
final class Relations {

    private static final Pattern STAGE = Pattern.compile("(?m)^( *)(\\S.*?) +([\\d.]+) +([\\d.]+)$");
    /** How much was left when the whole heap was cleared. */
    private static final Pattern CLEARED = Pattern.compile("Pause Full .*->(\\d+)M\\(");

    private Relations() {}

    static void run(Path work, int rows, String heap) throws IOException, InterruptedException {
        System.out.println("| list | stage | wall, s | cpu, s |\n| --- | --- | ---: | ---: |");
        for (Path list : List.of(PeopleFile.of(work, rows), Register.file(work, Register.Format.CSV, rows))) {
            Path log = work.resolve("relating.log");
            Path collected = work.resolve("relating-heap.log");
            List<String> command = new ArrayList<>(List.of("env"));
            command.add("UKAZ_JAVA_OPTS=-Xmx" + heap + " -XX:+UseSerialGC -Xlog:gc:file=" + collected);
            command.add(System.getProperty("bench.ukaz", "../bin/ukaz"));
            command.addAll(List.of(
                    "check", list.toString(), "--out", work.resolve("relating").toString()));
            command.addAll(List.of("--format", "xlsx,html,jsonl", "--lang", "en", "--no-progress", "--timings"));
            Measured measured = Measured.run(command, log);
            Matcher stage = STAGE.matcher(Files.readString(log));
            while (stage.find()) {
                String indent = stage.group(1).isEmpty() ? "" : "– ";
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s%s | %s | %s |%n",
                        list.getFileName(),
                        indent,
                        stage.group(2),
                        stage.group(3),
                        stage.group(4));
            }
            long most = CLEARED.matcher(Files.readString(collected))
                    .results()
                    .mapToLong(each -> Long.parseLong(each.group(1)))
                    .max()
                    .orElse(0);
            System.out.printf("%s: %s, at most %d MB held when cleared%n", list.getFileName(), measured, most);
        }
    }
}
