package ukaz.app.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.Archive;
import ukaz.rules.Card;
import ukaz.rules.identity.Register;

/**
 * What an archive knows from its last relating: as long as it is true, only what an import may have changed something for is
 * related anew.
 *
 * <p>How common a name is is counted when all are related: in an archive of few records with every import, in a larger one
 * when it has doubled. Between, all pairs are weighed alike, so that their order does not matter.
 */
final class Known {

    private static final String NAME = "relate";
    /** So few are all related in a moment. */
    private static final int FEW = Integer.getInteger("ukaz.archive.few", 20_000);

    private final Importing importing;
    private final Set<Integer> ended;
    private final String rules;
    private final boolean all;
    private final boolean hasNoFirst;
    private final byte @Nullable [] weights;

    private Known(
            Importing importing,
            Set<Integer> ended,
            String rules,
            boolean all,
            boolean hasNoFirst,
            byte @Nullable [] weights) {
        this.importing = importing;
        this.ended = ended;
        this.rules = rules;
        this.all = all;
        this.hasNoFirst = hasNoFirst;
        this.weights = weights;
    }

    /** Takes up what the run has read, in the transaction of the thread. */
    static Known of(Importing importing, CheckRequest request) {
        Archive archive = importing.archive();
        Set<Integer> ended = Set.copyOf(archive.takeUp(importing.run()));
        String rules = rules(request);
        List<String> noted = lines(archive.note(NAME));
        byte[] weights = archive.data(NAME);
        boolean usable = weights != null && noted.size() == 3 && noted.get(0).equals(rules);
        long then = usable ? Long.parseLong(noted.get(1)) : 0;
        long now = archive.heldRecords(importing.run());
        boolean all = !usable || request.reference() != null || now <= FEW || now > then * 2 || now < then / 2;
        return new Known(importing, ended, rules, all, usable && noted.get(2).equals("no-first"), weights);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    /** Changes where a rule that looks at several records does, or the program. */
    private static String rules(CheckRequest request) {
        StringBuilder text = new StringBuilder(request.info().version());
        for (Card card : request.book().cards()) {
            text.append('\n')
                    .append(card.id())
                    .append(request.book().isEnabled(card.id()))
                    .append(request.book().mark(card.id()));
        }
        text.append(request.reference() != null);
        CRC32 sum = new CRC32();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** The same, where it turned out to be true no longer after all was read. */
    Known nothing() {
        return new Known(importing, ended, rules, true, false, null);
    }

    boolean isAll() {
        return all;
    }

    boolean hasNoFirst() {
        return hasNoFirst;
    }

    /** True of a source that the run has ended. */
    boolean isEnded(int source) {
        return ended.contains(source);
    }

    /** Lets pairs be weighed as when all were related. */
    void weigh(Register register) {
        if (weights == null) {
            throw new IllegalStateException("nothing is known");
        }
        register.weigh(weights);
    }

    /** Notes what is known now that all are related. */
    void note(Register register, int records, boolean noFirst) {
        importing
                .archive()
                .note(NAME, rules + "\n" + records + "\n" + (noFirst ? "no-first" : "first"), register.weights());
    }
}
