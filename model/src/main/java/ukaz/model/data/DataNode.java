package ukaz.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file that knows where it stands; every failure is a {@link DataException} naming that place. */
public final class DataNode {

    private static final String NOT_YAML = "разметка YAML нарушена: проверьте отступы, кавычки и скобки";
    private static final int MOST_CHARACTERS = 1 << 18;

    private final String file;
    private final Node node;

    private DataNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads one YAML document; null where it is empty. */
    public static @Nullable DataNode read(String file, Reader reader) {
        String text = text(file, reader);
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                return null;
            }
            refuseAliases(file, root, Collections.newSetFromMap(new IdentityHashMap<>()));
            return new DataNode(file, root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String problem = "not YAML: " + e.getProblem();
            throw mark == null
                    ? new DataException(new Bilingual(file + ": " + NOT_YAML, file + ": " + problem))
                    : at(file, mark, problem, NOT_YAML);
        } catch (YAMLException e) {
            throw new DataException(new Bilingual(file + ": " + NOT_YAML, file + ": not YAML: " + e.getMessage()));
        }
    }

    /** A value of megabytes would take minutes, the square of its length: so nothing longer is begun. */
    private static String text(String file, Reader reader) {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[8192];
        try {
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                text.append(piece, 0, read);
                if (text.length() > MOST_CHARACTERS) {
                    throw new DataException(new Bilingual(
                            file + ": больше " + MOST_CHARACTERS + " знаков: для настроек и соответствий слишком много",
                            file + ": more than " + MOST_CHARACTERS
                                    + " characters, too many for settings or a mapping"));
                }
            }
        } catch (IOException e) {
            throw new DataException(new Bilingual(file + ": " + NOT_YAML, file + ": not YAML: " + e.getMessage()));
        }
        return text.toString();
    }

    /** What stands in several places can stand within itself, or grow beyond all measure when it is written out. */
    private static void refuseAliases(String file, Node node, Set<Node> seen) {
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            throw new DataNode(file, node)
                    .error("an anchor (&) that is used again (*) is not read", "повтор через & и * не читается");
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseAliases(file, tuple.getKeyNode(), seen);
                refuseAliases(file, tuple.getValueNode(), seen);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> refuseAliases(file, item, seen));
        }
    }

    /** Reads a YAML resource beside the class; it must be there and not be empty. */
    public static DataNode resource(Class<?> beside, String name) {
        InputStream stream = beside.getResourceAsStream(name);
        if (stream == null) {
            throw new DataException(name + ": no such resource beside " + beside.getName());
        }
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            DataNode root = read(name, reader);
            if (root == null) {
                throw new DataException(name + ": empty");
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value under the key; null where the mapping has no such key. */
    public @Nullable DataNode find(String key) {
        for (NodeTuple tuple : mapping().getValue()) {
            if (keyOf(tuple).equals(key)) {
                return new DataNode(file, tuple.getValueNode());
            }
        }
        return null;
    }

    public DataNode get(String key) {
        DataNode value = find(key);
        if (value == null) {
            throw error("'" + key + "' is missing", "нет ключа «" + key + "»");
        }
        return value;
    }

    public boolean has(String key) {
        return find(key) != null;
    }

    /** The entries of a mapping in the order of the file. */
    public Map<String, DataNode> entries() {
        Map<String, DataNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping().getValue()) {
            DataNode value = new DataNode(file, tuple.getValueNode());
            if (entries.put(keyOf(tuple), value) != null) {
                throw new DataNode(file, tuple.getKeyNode()).twice(keyOf(tuple));
            }
        }
        return entries;
    }

    /** Fails where the mapping has a key that is not among these, and proposes the nearest. */
    public DataNode only(String... keys) {
        return only(List.of(keys));
    }

    /** Fails where the mapping has a key that is not among these, and proposes the nearest. */
    public DataNode only(Collection<String> keys) {
        entries();
        for (NodeTuple tuple : mapping().getValue()) {
            if (!keys.contains(keyOf(tuple))) {
                throw new DataNode(file, tuple.getKeyNode()).unknown("key", "ключа", keyOf(tuple), keys);
            }
        }
        return this;
    }

    public List<DataNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("a list is expected here", "здесь нужен список");
        }
        List<DataNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new DataNode(file, item));
        }
        return items;
    }

    /** A list of texts. */
    public List<String> texts() {
        return items().stream().map(DataNode::text).toList();
    }

    /** The text of a scalar, whatever its type. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error("a text is expected here", "здесь нужен текст");
        }
        return scalar.getValue();
    }

    public int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw error(
                    "a whole number is expected here, not '" + text() + "'",
                    "здесь нужно целое число, а не «" + text() + "»");
        }
    }

    public boolean bool() {
        return switch (text()) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default ->
                throw error(
                        "true or false is expected here, not '" + text() + "'",
                        "здесь нужно true или false, а не «" + text() + "»");
        };
    }

    /** A mapping of {@code ru} and {@code en}. */
    public Bilingual bilingual() {
        only("ru", "en");
        return new Bilingual(get("ru").text().strip(), get("en").text().strip());
    }

    /** As plain Java: String, Integer, Boolean, List or Map. */
    public Object plain() {
        if (node instanceof MappingNode) {
            Map<String, Object> map = new LinkedHashMap<>();
            entries().forEach((key, value) -> map.put(key, value.plain()));
            return map;
        }
        if (node instanceof SequenceNode) {
            return items().stream().map(DataNode::plain).toList();
        }
        if (node.getTag().equals(Tag.INT)) {
            return integer();
        }
        return node.getTag().equals(Tag.BOOL) ? (Object) bool() : text();
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** A failure at this place in data of the program's own. */
    public DataException error(String what) {
        return error(what, what);
    }

    /** A failure at this place. */
    public DataException error(String en, String ru) {
        return at(file, node.getStartMark(), en, ru);
    }

    /** A failure: this name is there already. */
    public DataException twice(String name) {
        return error("'" + name + "' stands twice", "«" + name + "» указано дважды");
    }

    /**
     * A failure: this word is not among those known; the nearest of them is proposed.
     *
     * @param en what it should be: "key"
     * @param ru the same in the genitive: "ключа"
     */
    public DataException unknown(String en, String ru, String word, Collection<String> known) {
        Optional<String> near = Nearest.to(word, known);
        String all = String.join(", ", known);
        return error(
                "unknown " + en + " '" + word + "'"
                        + near.map(one -> "; did you mean '" + one + "'?").orElse("; there are " + all),
                "нет такого " + ru + ": «" + word + "»"
                        + near.map(one -> "; возможно, имелось в виду «" + one + "»")
                                .orElse("; есть: " + all));
    }

    private static DataException at(String file, Mark mark, String en, String ru) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return new DataException(new Bilingual(
                file + ", строка " + line + ", столбец " + column + ": " + ru,
                file + ", line " + line + ", column " + column + ": " + en));
    }

    private MappingNode mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("keys with values are expected here", "здесь нужны ключи со значениями");
        }
        return mapping;
    }

    private String keyOf(NodeTuple tuple) {
        return new DataNode(file, tuple.getKeyNode()).text();
    }
}
