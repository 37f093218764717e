package ukaz.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Feeds a target with mutations of known inputs until the time is up: {@code fuzz.seconds}, by default a few. The same
 * {@code fuzz.seed} makes the same inputs. With {@code -Pjazzer} the inputs are {@link Guided} instead.
 *
 * <p>The inputs known are those a test gives, and those that Jazzer found and that lie in {@code corpus} beside the target,
 * a line of Base64 each. What made a target fail lies in {@code target/fuzz}, to be handed to it again.
 */
public final class Fuzz {

    /** What is tried. Whatever it throws is a failure. */
    public interface Target {

        void test(byte[] data) throws Exception;
    }

    static final int SECONDS = Integer.getInteger("fuzz.seconds", 2);
    static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final long SLOW_NANOS = 5_000_000_000L;
    static final int LONGEST = 1 << 16;
    private static final int FEWEST = 50;
    private static final int KEPT = 2_000;

    private final List<byte[]> corpus;
    private final boolean text;
    private final Random random = new Random(SEED);

    private Fuzz(List<byte[]> seeds, boolean text) {
        this.corpus = new ArrayList<>(seeds);
        this.text = text;
    }

    public static long texts(Class<?> targets, List<String> seeds, Target target) throws Exception {
        return run(
                targets,
                seeds.stream()
                        .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                true,
                target);
    }

    public static long bytes(Class<?> targets, List<byte[]> seeds, Target target) throws Exception {
        return run(targets, seeds, false, target);
    }

    private static long run(Class<?> targets, List<byte[]> given, boolean text, Target target) throws Exception {
        String name = targets.getSimpleName().replaceFirst("^Of", "").toLowerCase(Locale.ROOT);
        List<byte[]> seeds = new ArrayList<>(given);
        seeds.addAll(found(targets, name));
        return Guided.WANTED ? Guided.run(targets, name, seeds) : new Fuzz(seeds, text).run(name, target);
    }

    private static List<byte[]> found(Class<?> targets, String name) throws IOException {
        try (InputStream in = targets.getResourceAsStream("corpus/" + name + ".txt")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                            .lines()
                            .map(Base64.getDecoder()::decode)
                            .toList();
        }
    }

    /** How many inputs were tried. */
    private long run(String name, Target target) throws Exception {
        int seeds = corpus.size();
        int tried = 0;
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end || tried < seeds + FEWEST) {
            byte[] input = tried < seeds ? corpus.get(tried) : mutated();
            long began = System.nanoTime();
            try {
                target.test(input);
            } catch (Exception | Error e) {
                throw failure(name, input, e);
            }
            if (System.nanoTime() - began > SLOW_NANOS) {
                throw failure(name, input, null);
            }
            // some mutations are mutated again
            if (tried >= seeds && random.nextInt(50) == 0) {
                if (corpus.size() < seeds + KEPT) {
                    corpus.add(input);
                } else {
                    corpus.set(seeds + random.nextInt(KEPT), input);
                }
            }
            tried++;
        }
        if (SECONDS > 60) {
            System.out.println(name + ": " + tried + " inputs in " + SECONDS + " s, seed " + SEED);
        }
        return tried;
    }

    private static AssertionError failure(String name, byte[] input, Throwable cause) throws Exception {
        Path file = Files.createDirectories(Path.of("target", "fuzz"))
                .resolve(name + "-" + Integer.toHexString(Arrays.hashCode(input)));
        Files.write(file, input);
        String shown = input.length > 300
                ? input.length + " bytes"
                : "\"" + new String(input, StandardCharsets.UTF_8) + "\" = "
                        + HexFormat.of().formatHex(input);
        return new AssertionError(
                name + (cause == null ? " took seconds" : " failed") + " on " + shown + ", kept as " + file, cause);
    }

    private byte[] mutated() {
        byte[] input = corpus.get(random.nextInt(corpus.size()));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            input = text && random.nextInt(8) != 0 ? changedText(input) : changedBytes(input);
        }
        return input;
    }

    private byte[] changedBytes(byte[] input) {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(64));
        byte[] changed = input.clone();
        return switch (random.nextInt(6)) {
            case 0 -> {
                if (at < input.length) {
                    changed[at] = (byte) random.nextInt();
                }
                yield changed;
            }
            case 1 -> {
                if (at < input.length) {
                    changed[at] ^= (byte) (1 << random.nextInt(8));
                }
                yield changed;
            }
            case 2 -> joined(input, at, new byte[0], to);
            case 3 -> joined(input, at, Arrays.copyOfRange(input, at, to), at);
            case 4 -> {
                int from = random.nextInt(other.length + 1);
                int until = Math.min(other.length, from + random.nextInt(64));
                yield joined(input, at, Arrays.copyOfRange(other, from, until), to);
            }
            default -> {
                byte[] extremes = {0, 1, -1, 0x7F, (byte) 0x80};
                for (int i = at; i < Math.min(input.length, at + 1 + random.nextInt(8)); i++) {
                    changed[i] = extremes[random.nextInt(extremes.length)];
                }
                yield changed;
            }
        };
    }

    /** The beginning of the input, what is put in its middle, and the rest of the input from there on. */
    private static byte[] joined(byte[] input, int end, byte[] middle, int begin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, end);
        out.writeBytes(middle);
        out.write(input, begin, input.length - begin);
        return out.size() > LONGEST ? Arrays.copyOf(out.toByteArray(), LONGEST) : out.toByteArray();
    }

    private byte[] changedText(byte[] input) {
        StringBuilder changed = new StringBuilder(new String(input, StandardCharsets.UTF_8));
        String other = new String(corpus.get(random.nextInt(corpus.size())), StandardCharsets.UTF_8);
        int at = random.nextInt(changed.length() + 1);
        int to = Math.min(changed.length(), at + random.nextInt(8));
        String marks = "  .,-–—/()[]«»\";:?*№0123456789IVX\n\t\u00A0\u200BёЁaAаАoО\u0301\u00AD§'’=+";
        switch (random.nextInt(6)) {
            case 0 -> changed.insert(at, marks.charAt(random.nextInt(marks.length())));
            case 1 -> changed.delete(at, to);
            case 2 -> changed.insert(at, changed.substring(at, to));
            case 3 -> {
                int from = random.nextInt(other.length() + 1);
                changed.replace(at, to, other.substring(from, Math.min(other.length(), from + random.nextInt(20))));
            }
            case 4 -> {
                if (at < changed.length()) {
                    char c = changed.charAt(at);
                    changed.setCharAt(
                            at, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
                }
            }
            default -> changed.insert(at, Character.toChars(random.nextInt(0xD800)));
        }
        if (changed.length() > LONGEST) {
            changed.setLength(LONGEST);
        }
        return changed.toString().getBytes(StandardCharsets.UTF_8);
    }
}
