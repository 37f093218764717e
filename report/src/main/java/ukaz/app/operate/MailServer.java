package ukaz.app.operate;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail, and whom it is for.
 *
 * @param user to log in as, with the password; empty for a server that asks for none
 */
record MailServer(
        String host,
        int port,
        Security security,
        Optional<String> user,
        Optional<String> password,
        String from,
        List<String> to) {

    private static final String PATIENCE_MILLIS = "20000";

    /** How the connection is kept from being read by others. */
    enum Security {
        /** Encrypted after a greeting in the clear, or not used at all. */
        STARTTLS(587),
        /** Encrypted from the first byte. */
        TLS(465),
        /** In the clear: for a server on this machine. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        int usualPort() {
            return port;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void send(Letter letter, Instant now) throws MessagingException {
        Session session = Session.getInstance(properties(), authenticator());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        for (String each : to) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(each));
        }
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setContentLanguage(new String[] {letter.language()});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        Transport.send(message);
    }

    private Properties properties() {
        String protocol = "mail.smtp.";
        Properties properties = new Properties();
        properties.setProperty(protocol + "host", host);
        properties.setProperty(protocol + "port", Integer.toString(port));
        properties.setProperty(protocol + "auth", Boolean.toString(user.isPresent()));
        properties.setProperty(protocol + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty(protocol + "starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty(protocol + "ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        properties.setProperty(protocol + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(protocol + "timeout", PATIENCE_MILLIS);
        properties.setProperty(protocol + "writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    private @Nullable Authenticator authenticator() {
        if (user.isEmpty()) {
            return null;
        }
        PasswordAuthentication known = new PasswordAuthentication(user.get(), password.orElse(""));
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return known;
            }
        };
    }
}
