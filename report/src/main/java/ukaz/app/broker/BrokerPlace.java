package ukaz.app.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is.
 *
 * @param url {@code amqp://host:port/vhost}, or {@code amqps} to speak to it over TLS
 * @param authority the certificates, as PEM, of those who may vouch for the broker; null for those that Java knows
 */
public record BrokerPlace(
        String url, String user, String password, @Nullable Path authority) {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int HEARTBEAT_SECONDS = 10;

    /**
     * Connects.
     *
     * @param name by which the broker's own pages show it
     * @throws IOException with a sentence where it cannot be reached, or refuses
     */
    Connection connect(String name) throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(url);
            if (url.startsWith("amqps:")) {
                // In place of the context that trusts everybody, which a URI brings.
                factory.useSslProtocol(context());
                factory.enableHostnameVerification();
            }
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setConnectionTimeout(PATIENCE_MILLIS);
        factory.setHandshakeTimeout(PATIENCE_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        // Whoever uses a connection begins anew: what it had in hand is told by the archive, not by the connection.
        factory.setAutomaticRecoveryEnabled(false);
        // With what the client can do: a broker that is not told so hangs up on strangers without a word.
        Map<String, Object> properties = new HashMap<>(factory.getClientProperties());
        properties.put("product", "Ukaz");
        factory.setClientProperties(properties);
        try {
            return factory.newConnection(name);
        } catch (TimeoutException e) {
            throw new IOException("the broker does not answer", e);
        } catch (IOException e) {
            throw NotLetInException.of(e);
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        if (authority == null) {
            return SSLContext.getDefault();
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, each);
            }
            if (number == 0) {
                throw new CertificateException("there is none");
            }
        } catch (CertificateException e) {
            throw new IOException("there is no certificate in " + authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /**
     * Makes the queue where there is none; requests survive the broker.
     *
     * @throws NotLetInException where the queue is closed to the user
     */
    static void declare(Channel channel, String queue) throws IOException {
        try {
            channel.queueDeclare(queue, true, false, false, Map.of());
        } catch (IOException e) {
            throw NotLetInException.of(e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
