package ukaz.ingest.normalise.term;

import java.util.List;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;
import ukaz.model.Sex;

/** Reads the sex: "м", "муж.", "female". */
public final class Sexes {

    private Sexes() {}

    public static Reading<Sex> read(String text) {
        if (text.isBlank()) {
            return Reading.empty();
        }
        List<String> words = Words.of(text);
        if (words.isEmpty() || Unknowns.isUnknown(text)) {
            return Reading.unknown();
        }
        String word = words.get(0);
        Sex sex = switch (word) {
            case "м", "m", "муж", "мужской", "мужчина", "male", "man", "чол", "чоловіча" -> Sex.MALE;
            case "ж", "f", "жен", "женский", "женщина", "female", "woman", "w", "жін", "жіноча" -> Sex.FEMALE;
            default -> null;
        };
        if (sex == null) {
            return new Reading<>(null, Reading.State.UNREADABLE, List.of(), List.of());
        }
        return text.equals(sex.key()) ? Reading.of(sex) : Reading.of(sex, Change.Kind.VOCABULARY);
    }
}
