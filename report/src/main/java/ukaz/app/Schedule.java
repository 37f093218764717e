package ukaz.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import ukaz.app.broker.Waits;

/** When the inbox is looked at: at the times of a cron expression in a time zone, or always anew after a while. */
final class Schedule {

    private static final int FIRST_SECONDS_AGAIN = 2;
    private static final int MOST_SECONDS_AGAIN = 300;
    private static final int MOST_DOUBLINGS = 10;

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

    /** The first time that was missed between the last look and now; null where none was. */
    @Nullable
    Instant missed(@Nullable Instant last, Instant now) {
        Instant next = cron == null || last == null ? null : after(last);
        return next == null || next.isAfter(now) ? null : next;
    }

    /** When to try again what has failed so many times in a row: at the next time at the latest, however rare the times are. */
    Instant again(Instant now, int failures) {
        long wait = Math.min(MOST_SECONDS_AGAIN, FIRST_SECONDS_AGAIN << Math.min(failures, MOST_DOUBLINGS));
        Instant again = now.plusMillis(Waits.of(TimeUnit.SECONDS.toMillis(wait)));
        Instant next = after(now);
        if (next == null) {
            return again;
        }
        return (cron == null) == next.isAfter(again) ? next : again;
    }

    ZoneId zone() {
        return zone;
    }
}
