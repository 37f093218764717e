package ukaz.app.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The broker does not let a user in. */
public final class NotLetInException extends IOException {

    private final Why why;

    private NotLetInException(Why why, String message, IOException cause) {
        super(message, cause);
        this.why = why;
    }

    /** How it said so. */
    public enum Why {
        /** It does not know this user with this password. */
        UNKNOWN,
        /** It hung up when it was told who it is. */
        HUNG_UP,
        /** It knows the user, and says what the user may not use: a virtual host, a queue. */
        REFUSED
    }

    /** The failure in these terms; itself where it is of another kind. */
    static IOException of(IOException failure) {
        if (failure instanceof AuthenticationFailureException) {
            return new NotLetInException(Why.UNKNOWN, String.valueOf(failure.getMessage()), failure);
        }
        if (failure instanceof PossibleAuthenticationFailureException) {
            return new NotLetInException(Why.HUNG_UP, String.valueOf(failure.getMessage()), failure);
        }
        String refusal = failure.getCause() instanceof ShutdownSignalException signal ? refusal(signal) : null;
        return refusal == null ? failure : new NotLetInException(Why.REFUSED, refusal, failure);
    }

    /** As "access to vhost '/' refused for user 'ukaz'"; null where it only hung up. */
    private static @Nullable String refusal(ShutdownSignalException signal) {
        String text = null;
        if (signal.getReason() instanceof AMQP.Connection.Close close) {
            text = close.getReplyText();
        } else if (signal.getReason() instanceof AMQP.Channel.Close close) {
            text = close.getReplyText();
        }
        return text == null ? null : text.replaceFirst("^[A-Z_]+ - ", "");
    }

    public Why why() {
        return why;
    }

    /** In the broker's own words, where it has any. */
    public String said() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
