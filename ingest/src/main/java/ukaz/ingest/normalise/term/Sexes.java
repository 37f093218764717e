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
        List<String> words = Words.of(text);
        Reading<Sex> instead = Unknowns.read(text, words);
        if (instead != null) {
            return instead;
        }
        Sex sex = switch (words.get(0)) {
            case "м", "m", "муж", "мужской", "мужчина", "male", "man", "чол", "чоловіча" -> Sex.MALE;
            case "ж", "f", "жен", "женский", "женщина", "female", "woman", "w", "жін", "жіноча" -> Sex.FEMALE;
            default -> null;
        };
        if (sex == null) {
            return Reading.unreadable();
        }
        return text.equals(sex.key()) ? Reading.of(sex) : Reading.of(sex, Change.Kind.VOCABULARY);
    }
}
