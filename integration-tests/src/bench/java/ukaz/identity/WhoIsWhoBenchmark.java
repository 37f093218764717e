package ukaz.identity;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import ukaz.identity.InventedPeople.Labelled;
import ukaz.rules.identity.Register;

/** How well Ukaz and Duke 1.2 find the people of the labelled records again, and how long it takes them. */
public final class WhoIsWhoBenchmark {

    private static final int PEOPLE = 14_000;
    private static final double SURETY = 8;

    private WhoIsWhoBenchmark() {}

    public static void main(String[] seeds) {
        List<Labelled> first = InventedPeople.records(Long.parseLong(seeds[0]), PEOPLE);
        Duke tuned = new Duke(first);
        tuned.tune(truth(first));
        System.out.println("| records | | precision | recall | F1 | cpu s |\n| --- | --- | --- | --- | --- | --- |");
        for (String seed : seeds) {
            List<Labelled> labelled = InventedPeople.records(Long.parseLong(seed), PEOPLE);
            line(seed, labelled, "Ukaz", () -> ukaz(labelled));
            line(seed, labelled, "Duke 1.2", () -> new Duke(labelled, tuned).run(truth(labelled)));
        }
    }

    private static long truth(List<Labelled> labelled) {
        return Pairs.of(labelled, i -> 0).truePairs();
    }

    private static Pairs ukaz(List<Labelled> labelled) {
        Register register = new Register();
        labelled.forEach(each -> register.add(each.record()));
        return Pairs.of(labelled, register.people(SURETY)::of);
    }

    private static void line(String seed, List<Labelled> labelled, String name, Supplier<Pairs> run) {
        double before = cpu();
        Pairs pairs = run.get();
        System.out.printf(
                Locale.ROOT,
                "| seed %s, %,d | %s | %.5f | %.5f | %.5f | %.1f |%n",
                seed,
                labelled.size(),
                name,
                pairs.precision(),
                pairs.recall(),
                2.0 * pairs.rightPairs() / (pairs.foundPairs() + pairs.truePairs()),
                cpu() - before);
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }
}
