package ukaz.app.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a worker: takes one request at a time, and tells the broker only when it has been seen to; a request of a
 * worker that dies goes to another.
 */
public final class Listener {

    private static final int CLOSE_MILLIS = 2_000;
    private static final long LOOK_MILLIS = Waits.of(300);
    private static final long PAUSE_MILLIS = Waits.of(2_000);

    /** Sees to requests. */
    public interface Handling {

        /**
         * Sees to one.
         *
         * @return false where it is to be given to somebody again
         */
        boolean handle(Request request) throws InterruptedException;

        /** A message was thrown away that is no request. */
        void foreign(String what);

        /** The broker was lost and is looked for, or was found. */
        void connected(boolean now);
    }

    private final BrokerPlace place;
    private final String queue;
    private final String name;
    private final Handling handling;
    private volatile boolean stopped;

    public Listener(BrokerPlace place, String queue, String name, Handling handling) {
        this.place = place;
        this.queue = queue;
        this.name = name;
        this.handling = handling;
    }

    /** Connects once, so that what is wrong with the broker's name or password is said at once. */
    public void tryOut() throws IOException {
        try (Connection connection = place.connect(name);
                Channel channel = connection.createChannel()) {
            BrokerPlace.declare(channel, queue);
        } catch (java.util.concurrent.TimeoutException | ShutdownSignalException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Lets it end when what it has in hand is seen to. */
    public void stop() {
        stopped = true;
    }

    /** Listens until it is stopped, to whatever connection there is. */
    public void listen() throws InterruptedException {
        boolean connected = true;
        while (!stopped) {
            @Nullable Connection connection = null;
            try {
                connection = place.connect(name);
                if (!connected) {
                    handling.connected(true);
                    connected = true;
                }
                listen(connection.createChannel());
            } catch (IOException | ShutdownSignalException e) {
                if (connected && !stopped) {
                    handling.connected(false);
                    connected = false;
                }
            } finally {
                if (connection != null) {
                    connection.abort(CLOSE_MILLIS);
                }
            }
            for (long waited = 0; waited < PAUSE_MILLIS && !stopped; waited += LOOK_MILLIS) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private void listen(Channel channel) throws IOException, InterruptedException {
        BrokerPlace.declare(channel, queue);
        channel.basicQos(1);
        BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                deliveries.add(new Delivery(envelope, properties, body));
            }

            @Override
            public void handleCancel(String tag) throws IOException {
                // Somebody has deleted the queue.
                channel.abort();
            }
        });
        while (!stopped && channel.isOpen()) {
            Delivery delivery = deliveries.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (delivery != null) {
                see(channel, delivery);
            }
        }
        if (!stopped) {
            throw new IOException("the connection to the broker was lost");
        }
    }

    private void see(Channel channel, Delivery delivery) throws IOException, InterruptedException {
        Request request;
        try {
            request = Request.of(delivery.getBody());
        } catch (IOException e) {
            handling.foreign(String.valueOf(e.getMessage()));
            channel.basicReject(delivery.getEnvelope().getDeliveryTag(), false);
            return;
        }
        if (handling.handle(request)) {
            channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
        } else {
            channel.basicNack(delivery.getEnvelope().getDeliveryTag(), false, true);
        }
    }
}
