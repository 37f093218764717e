package ukaz.rules.conflict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.rules.identity.Competing;
import ukaz.rules.identity.Conferral;

/** The rows of one conferral, those that say the same put together. */
final class Duplicates {

    private Duplicates() {}

    /** Groups of rows with one person's name, written alike, and one date. */
    static List<List<AwardRecord>> alike(Conferral conferral) {
        Map<List<String>, List<AwardRecord>> groups = new LinkedHashMap<>();
        for (AwardRecord record : conferral.records()) {
            groups.computeIfAbsent(
                            List.of(
                                    record.name().display().toUpperCase(Locale.ROOT),
                                    Objects.toString(record.decreeDate(), "")),
                            key -> new ArrayList<>())
                    .add(record);
        }
        return List.copyOf(groups.values());
    }

    /** Whether no field of the rows contradicts another. */
    static boolean agree(List<AwardRecord> rows) {
        return Stream.concat(FieldConflict.FIELDS.stream(), Stream.of(Field.BIRTH_DATE, Field.DEATH_DATE, Field.SEX))
                .allMatch(field -> Competing.of(field, rows) == null);
    }
}
