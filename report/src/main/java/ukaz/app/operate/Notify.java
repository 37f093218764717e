package ukaz.app.operate;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is told how runs end: people by mail, programs by a web address.
 *
 * <p>A notice that cannot be delivered is a problem to tell of, never a reason for the run to fail.
 */
public final class Notify {

    /** Tells nobody. */
    public static final Notify NOBODY = new Notify(Optional.empty(), Optional.empty(), When.FAILURE);

    private final Optional<MailServer> mail;
    private final Optional<Webhook> webhook;
    private final When when;

    /** Which endings are worth telling. */
    enum When {
        /** Every one. */
        ALWAYS,
        /** Those with an exit code other than 0. */
        FINDINGS,
        /** Those in which something could not be processed, or the run failed. */
        FAILURE;

        boolean includes(int exitCode) {
            return switch (this) {
                case ALWAYS -> true;
                case FINDINGS -> exitCode > 0;
                case FAILURE -> exitCode > 1;
            };
        }
    }

    /**
     * A notice that did not arrive.
     *
     * @param to where it was to go
     */
    public record Undelivered(String to, Exception cause) {}

    Notify(Optional<MailServer> mail, Optional<Webhook> webhook, When when) {
        this.mail = mail;
        this.webhook = webhook;
        this.when = when;
    }

    /** Tells everybody, and returns what did not arrive. */
    public List<Undelivered> tell(Ending ending, Supplier<Letter> letter, Instant now) {
        List<Undelivered> undelivered = new ArrayList<>();
        if (!when.includes(ending.exitCode())) {
            return undelivered;
        }
        mail.ifPresent(server -> {
            try {
                server.send(letter.get(), now);
            } catch (MessagingException | RuntimeException e) {
                undelivered.add(new Undelivered(server.host() + ":" + server.port(), e));
            }
        });
        webhook.ifPresent(hook -> {
            try {
                hook.tell(ending);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                undelivered.add(new Undelivered(hook.shown(), e));
            } catch (IOException | RuntimeException e) {
                undelivered.add(new Undelivered(hook.shown(), e));
            }
        });
        return undelivered;
    }
}
