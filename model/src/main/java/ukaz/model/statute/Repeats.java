package ukaz.model.statute;

import org.jspecify.annotations.Nullable;

/**
 * Whether one person could receive the award again.
 *
 * @param limit the highest ordinal allowed; null where there is no limit
 * @param doubted true where one reading of the law is that repeats had ended
 */
public record Repeats(boolean allowed, @Nullable Integer limit, boolean doubted) {

    public static final Repeats NONE = new Repeats(false, null, false);
}
