package ukaz.app.job;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.table.Mapping;
import ukaz.report.correction.Corrections;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/**
 * How a file is read and its rows are judged: all that two machines must agree on.
 *
 * @param settings the text that the rule book was made with; empty for none
 * @param mappingText the text that the mapping was made with; empty for none
 * @param corrections what cells are to say in place of what they do
 * @param today the day of the run, for rules on dates that have not come yet
 */
public record Reading(
        String settings,
        RuleBook book,
        String mappingText,
        Mapping mapping,
        Corrections corrections,
        OpenOptions options,
        LocalDate today) {

    private static final int ROUNDS = 20_000;
    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;

    /**
     * What a manager has written down for its workers.
     *
     * @param places where the manager has the files
     */
    record Told(Reading reading, SourceFiles.Places places) {}

    /** A worker must not read for a run: what it finds would not be what the manager would have found. */
    public static final class UnfitException extends Exception {

        private final String key;
        private final String theirs;
        private final String mine;

        UnfitException(String key, String theirs, String mine) {
            super(key + " " + theirs);
            this.key = key;
            this.theirs = theirs;
            this.mine = mine;
        }

        /** The key of the sentence. */
        public String key() {
            return key;
        }

        public String theirs() {
            return theirs;
        }

        public String mine() {
            return mine;
        }
    }

    /** The texts from which a worker of the same version makes the same. A password does not stand in them. */
    List<String> written(String version, SourceFiles.Places places) {
        Limits limits = options.limits();
        List<String> texts = new ArrayList<>(List.of(
                version,
                options.password() == null ? "" : proof(options.password(), salt()),
                text(places.shared()),
                text(places.objects()),
                today.toString(),
                settings,
                mappingText,
                Long.toString(limits.maxFileBytes()),
                Long.toString(limits.maxEntryBytes()),
                Integer.toString(limits.maxRatio()),
                Integer.toString(limits.maxRows()),
                Integer.toString(limits.maxColumns()),
                Integer.toString(limits.maxCellChars()),
                Long.toString(limits.maxSharedStringBytes())));
        texts.addAll(corrections.texts());
        return texts;
    }

    /**
     * What the texts say.
     *
     * @param version of this program
     * @param password for files that need one, as this worker was told; null where it was not
     * @throws UnfitException where this program would read otherwise
     */
    static Told told(List<String> texts, String version, @Nullable String password) throws UnfitException {
        if (!texts.get(0).equals(version)) {
            // What comes after may mean something else.
            throw new UnfitException("worker.otherVersion", texts.get(0), version);
        }
        Iterator<String> each = texts.subList(1, texts.size()).iterator();
        String proof = each.next();
        if (!proof.isEmpty() && (password == null || !isProofOf(password, proof))) {
            throw new UnfitException("worker.otherPassword", "", "");
        }
        SourceFiles.Places places = new SourceFiles.Places(path(each.next()), path(each.next()));
        LocalDate today = LocalDate.parse(each.next());
        String settings = each.next();
        String mapping = each.next();
        Limits limits = new Limits(
                Long.parseLong(each.next()),
                Long.parseLong(each.next()),
                Integer.parseInt(each.next()),
                Integer.parseInt(each.next()),
                Integer.parseInt(each.next()),
                Integer.parseInt(each.next()),
                Long.parseLong(each.next()));
        List<String> corrections = new ArrayList<>();
        each.forEachRemaining(corrections::add);
        Reading reading = new Reading(
                settings,
                RuleBook.of(
                        settings.isEmpty()
                                ? Settings.standard()
                                : Settings.read("settings", new StringReader(settings))),
                mapping,
                mapping.isEmpty() ? Mapping.NONE : Mapping.read("mapping", new StringReader(mapping)),
                Corrections.of(corrections),
                new OpenOptions(limits, proof.isEmpty() ? null : password),
                today);
        return new Told(reading, places);
    }

    private static String text(@Nullable Path path) {
        return path == null ? "" : path.toString();
    }

    private static @Nullable Path path(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /** Tells whether another password is the same, and not what it is. */
    private static String proof(String password, byte[] salt) {
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY_BITS))
                    .getEncoded();
            return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }

    private static boolean isProofOf(String password, String proof) {
        byte[] salt = HexFormat.of().parseHex(proof.substring(0, proof.indexOf(':')));
        return MessageDigest.isEqual(
                proof(password, salt).getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
    }
}
