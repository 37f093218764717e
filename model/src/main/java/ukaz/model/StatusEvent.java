package ukaz.model;

import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a conferral.
 *
 * @param status what it became; never {@link Status#VALID}
 * @param date when; null where the source gives none
 * @param authority code of the organ; null where the source names none
 */
public record StatusEvent(
        Status status,
        @Nullable HistoricalDate date,
        @Nullable String authority) {}
