package ukaz.rules.identity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ukaz.model.AwardRecord;
import ukaz.rules.ExampleRecord;

/**
 * Records as tests write them, {@code birthDate=1902-02-03; award=HSL}: all tell of Иван Петрович Жаворонков, whose surname is
 * rare and whose other names are common, as far as they do not say otherwise.
 */
final class Told {

    private Told() {}

    static AwardRecord record(String values) {
        return record(values, 2);
    }

    static AwardRecord record(String values, int row) {
        Map<String, Object> map = new LinkedHashMap<>(values(values));
        map.putIfAbsent("surname", "Жаворонков");
        map.putIfAbsent("givenName", "Иван");
        map.putIfAbsent("patronymic", "Петрович");
        return ExampleRecord.of(map, row);
    }

    static List<AwardRecord> records(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> record(values[i], i + 2))
                .toList();
    }

    static Register register(List<AwardRecord> records) {
        Register register = new Register();
        records.forEach(register::add);
        return register;
    }

    static Register register(String... values) {
        return register(records(values));
    }

    /** What is said beside the name, and the parts of the name that are said at all. */
    static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        for (String each : text.isBlank() ? new String[0] : text.split("; ")) {
            values.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return values;
    }

    static Features features(NameParts parts, String values) {
        return features(parts, record(values));
    }

    static Features features(NameParts parts, AwardRecord record) {
        return Features.of(record, parts);
    }

    static Rows rows(NameParts parts, List<AwardRecord> records) {
        Rows rows = new Rows(parts, Memory.HEAP);
        records.forEach(record -> rows.add(features(parts, record)));
        return rows;
    }
}
