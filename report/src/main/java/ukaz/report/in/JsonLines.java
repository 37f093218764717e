package ukaz.report.in;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import ukaz.report.in.DamagedFileException.Kind;

/** Reads JSON into maps, lists, texts, numbers, booleans and nulls, a line or a file at a time. */
public final class JsonLines {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A summary has some kilobytes for each sheet that was read. */
    private static final long LONGEST_FILE = 1L << 28;

    private JsonLines() {}

    /** Makes of a line what it says. */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * @return null where the line is to be passed over
         * @throws RuntimeException where it does not say what it must
         */
        @Nullable
        T of(JsonObject line);
    }

    /**
     * Every object of a file that has one on each line.
     *
     * @throws DamagedFileException naming the line that is no JSON object, or that cannot be understood
     */
    public static <T> void read(Path file, Reading<T> reading, Consumer<? super T> to) throws IOException {
        try (Lines lines = new Lines(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    T read = understood(object(line, file, lines.number()), reading, file, lines.number());
                    if (read != null) {
                        to.accept(read);
                    }
                }
            }
        } catch (NoSuchFileException e) {
            throw new DamagedFileException(file, 0, Kind.MISSING);
        }
    }

    private static <T> @Nullable T understood(JsonObject line, Reading<T> reading, Path file, long number)
            throws DamagedFileException {
        try {
            return reading.of(line);
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            throw new DamagedFileException(file, number, Kind.MEMBER);
        }
    }

    /** The object on the first line; null where there is no line. */
    public static @Nullable JsonObject first(Path file) throws IOException {
        try (Lines lines = new Lines(file)) {
            String line = lines.next();
            return line == null ? null : object(line, file, 1);
        }
    }

    /** The object that the whole file is. */
    public static JsonObject file(Path file) throws IOException {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new DamagedFileException(file, 0, Kind.TOO_LONG);
            }
            return object(Files.readString(file), file, 0);
        } catch (CharacterCodingException e) {
            throw new DamagedFileException(file, 0, Kind.NOT_TEXT);
        } catch (NoSuchFileException e) {
            throw new DamagedFileException(file, 0, Kind.MISSING);
        }
    }

    /**
     * The object that this text is.
     *
     * @param line names its place in the file; 0 for the whole of it
     */
    public static JsonObject object(String text, Path file, long line) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            if (value(parser) instanceof JsonObject object && parser.nextToken() == null) {
                return object;
            }
        } catch (JacksonException e) {
            // without the cause, whose words are of a parser and not of a file
        }
        throw new DamagedFileException(file, line, Kind.NO_OBJECT);
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield new JsonObject(object);
            }
            case START_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
