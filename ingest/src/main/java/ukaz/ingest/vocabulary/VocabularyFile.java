package ukaz.ingest.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A YAML file of words that belongs to the program. */
public final class VocabularyFile {

    private VocabularyFile() {}

    /** The file beside the class. */
    public static Map<String, Object> of(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no vocabulary " + name + " beside " + owner.getName());
            }
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping with text keys; empty where there is none. */
    public static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> map.put(String.valueOf(key), value == null ? Map.of() : value));
        }
        return map;
    }

    /** A list of texts; empty where there is none. */
    public static List<String> texts(@Nullable Object node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof List<?> items) {
            items.forEach(item -> texts.add(String.valueOf(item)));
        }
        return texts;
    }

    /** A list of phrases; empty where there is none. */
    public static List<Phrase> phrases(@Nullable Object node) {
        return texts(node).stream().map(Phrase::of).toList();
    }
}
