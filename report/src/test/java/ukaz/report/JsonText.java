package ukaz.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads JSON as what it also is, YAML, so that a reader other than the writer's maker judges it. */
final class JsonText {

    private JsonText() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String json) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return (Map<String, Object>) new Yaml(options).load(json);
    }

    static Map<String, Object> file(Path file) throws IOException {
        return object(Files.readString(file));
    }

    static List<Map<String, Object>> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JsonText::object).toList();
    }
}
