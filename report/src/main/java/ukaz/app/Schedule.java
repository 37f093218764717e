package ukaz.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** When the inbox is looked at: at the times of a cron expression in a time zone, or always anew after a while. */
final class Schedule {

    private final @Nullable CronExpression cron;
    private final ZoneId zone;
    private final int everySeconds;

    private Schedule(@Nullable CronExpression cron, ZoneId zone, int everySeconds) {
        this.cron = cron;
        this.zone = zone;
        this.everySeconds = everySeconds;
    }

    /** @throws IllegalArgumentException where it is no cron expression of six fields */
    static Schedule cron(String expression, ZoneId zone) {
        return new Schedule(CronExpression.parse(expression), zone, 0);
    }

    static Schedule every(int seconds, ZoneId zone) {
        return new Schedule(null, zone, seconds);
    }

    /** The first time after this one; null where there is none. */
    @Nullable
    Instant after(Instant time) {
        if (cron == null) {
            return time.plusSeconds(everySeconds);
        }
        ZonedDateTime next = cron.next(time.atZone(zone));
        return next == null ? null : next.toInstant();
    }

    /** True where a time was missed between the last look and now. */
    boolean isOverdue(@Nullable Instant last, Instant now) {
        if (cron == null) {
            return true;
        }
        Instant next = last == null ? null : after(last);
        return next != null && !next.isAfter(now);
    }
}
