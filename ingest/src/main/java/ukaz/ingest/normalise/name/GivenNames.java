package ukaz.ingest.normalise.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ukaz.model.NameKey;
import ukaz.model.Sex;

/** Given names of Russia, of the peoples of the USSR and of their neighbours, and whose they are. */
final class GivenNames {

    private static final int MALE = 1;
    private static final int FEMALE = 2;

    /** By the name in small letters, е for ё. */
    private static final Map<String, Integer> NAMES = new HashMap<>();

    /** By matching key, for names in Latin letters. */
    private static final Map<String, Integer> KEYS = new HashMap<>();

    static {
        read("given-names-male.txt", MALE);
        read("given-names-female.txt", FEMALE);
    }

    private GivenNames() {}

    static boolean contains(String name) {
        return bits(name) != 0;
    }

    static boolean isOf(String name, Sex sex) {
        return (bits(name) & (sex == Sex.MALE ? MALE : FEMALE)) != 0;
    }

    /** Null for a name of both sexes or of none known. */
    static @Nullable Sex sexOf(String name) {
        return switch (bits(name)) {
            case MALE -> Sex.MALE;
            case FEMALE -> Sex.FEMALE;
            default -> null;
        };
    }

    private static int bits(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        Integer bits = NAMES.get(plain(name));
        if (bits == null && name.charAt(0) < 0x250) {
            bits = KEYS.get(NameKey.matching(name));
        }
        if (bits == null) {
            int hyphen = name.indexOf('-');
            return hyphen > 0 ? bits(name.substring(0, hyphen)) & bits(name.substring(hyphen + 1)) : 0;
        }
        return bits;
    }

    /** Small letters, е for ё. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static void read(String file, int bit) {
        try (InputStream in =
                Objects.requireNonNull(GivenNames.class.getResourceAsStream("/ukaz/ingest/normalise/name/" + file))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> {
                        NAMES.merge(plain(line), bit, (a, b) -> a | b);
                        KEYS.merge(NameKey.matching(line), bit, (a, b) -> a | b);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
