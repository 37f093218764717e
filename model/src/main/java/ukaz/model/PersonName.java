package ukaz.model;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's name in the nominative, its parts apart; a part that is not known is null, initials stand with their full
 * stop ("И.").
 */
public record PersonName(
        @Nullable String surname,
        @Nullable String givenName,
        @Nullable String patronymic,
        @Nullable String formerName) {

    public static final PersonName UNKNOWN = new PersonName(null, null, null, null);

    public boolean isUnknown() {
        return surname == null && givenName == null && patronymic == null;
    }

    /** Surname first, as registers write it; empty for an unknown name. */
    public String display() {
        return Stream.of(surname, givenName, patronymic)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
