package ukaz.report.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An object of JSON; a member that is absent, null or of another kind than asked for is none. */
public record JsonObject(Map<String, @Nullable Object> members) {

    public @Nullable String text(String key) {
        return members.get(key) instanceof String text ? text : null;
    }

    /** The text, or an empty one. */
    public String textOrEmpty(String key) {
        return members.get(key) instanceof String text ? text : "";
    }

    /** @throws NoSuchElementException where there is no text */
    public String needed(String key) {
        if (members.get(key) instanceof String text) {
            return text;
        }
        throw new NoSuchElementException(key);
    }

    /** @throws NoSuchElementException where there is no object */
    public JsonObject neededObject(String key) {
        if (members.get(key) instanceof JsonObject object) {
            return object;
        }
        throw new NoSuchElementException(key);
    }

    /** The number, or 0. */
    public long number(String key) {
        return members.get(key) instanceof Number number ? number.longValue() : 0;
    }

    public @Nullable Integer integer(String key) {
        return members.get(key) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    public @Nullable Boolean flag(String key) {
        return members.get(key) instanceof Boolean flag ? flag : null;
    }

    public @Nullable JsonObject object(String key) {
        return members.get(key) instanceof JsonObject object ? object : null;
    }

    /** The objects of an array; none where there is no array. */
    public List<JsonObject> objects(String key) {
        List<JsonObject> objects = new ArrayList<>();
        if (members.get(key) instanceof List<?> array) {
            for (Object item : array) {
                if (item instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    /** The texts of an array; none where there is no array. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (members.get(key) instanceof List<?> array) {
            for (Object item : array) {
                if (item instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
