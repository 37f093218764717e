package ukaz.app.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests, and knows how many wait; connects anew where a connection was lost. For one thread. */
public final class Requests implements AutoCloseable {

    private static final long CONFIRM_MILLIS = 30_000;
    private static final int CLOSE_MILLIS = 2_000;

    private final BrokerPlace place;
    private final String queue;
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    public Requests(BrokerPlace place, String queue) {
        this.place = place;
        this.queue = queue;
    }

    /**
     * What the broker says of the queue.
     *
     * @param waiting requests that no worker has
     * @param workers how many listen, one for each thread
     */
    public record Queue(int waiting, int workers) {}

    /**
     * Sends them, and returns when the broker has them on its disk.
     *
     * @throws IOException where it is not certain that it has
     */
    public void send(Collection<Request> requests) throws IOException {
        try {
            Channel open = open();
            for (Request request : requests) {
                open.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, request.bytes());
            }
            open.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (ShutdownSignalException | TimeoutException e) {
            throw lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Sees whether the broker lets us in. */
    public void reach() throws IOException {
        place.connect("ukaz manager").abort(CLOSE_MILLIS);
    }

    public Queue queue() throws IOException {
        try {
            AMQP.Queue.DeclareOk told = open().queueDeclarePassive(queue);
            return new Queue(told.getMessageCount(), told.getConsumerCount());
        } catch (ShutdownSignalException e) {
            throw lost(e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Channel open() throws IOException {
        Channel open = channel;
        if (open != null && open.isOpen()) {
            return open;
        }
        close();
        connection = place.connect("ukaz manager");
        open = connection.createChannel();
        BrokerPlace.declare(open, queue);
        open.confirmSelect();
        channel = open;
        return open;
    }

    private IOException lost(Exception e) {
        close();
        return new IOException("the connection to the broker was lost", e);
    }

    @Override
    public void close() {
        channel = null;
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.abort(CLOSE_MILLIS);
        }
    }
}
