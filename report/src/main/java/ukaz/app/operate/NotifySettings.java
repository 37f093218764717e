package ukaz.app.operate;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where mail and calls about runs go, as an operator wrote it down: in a file of properties ({@code smtp.host=…}) or in the
 * environment ({@code UKAZ_SMTP_HOST}). What a file says goes before the environment; {@code …-file} names a file that holds the
 * value, as secrets are handed to containers.
 */
public final class NotifySettings {

    private static final List<String> KEYS = List.of(
            "smtp.host",
            "smtp.port",
            "smtp.security",
            "smtp.user",
            "smtp.password",
            "mail.from",
            "mail.to",
            "webhook.url",
            "webhook.token",
            "notify.when");
    private static final String FROM_FILE = "-file";

    private final Map<String, String> values;

    private NotifySettings(Map<String, String> values) {
        this.values = values;
    }

    /** A setting that cannot be right; the key is as the operator wrote it. */
    public static final class WrongSettingException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final String value;
        private final String possible;

        WrongSettingException(String key, String value, String possible) {
            super(key);
            this.key = key;
            this.value = value;
            this.possible = possible;
        }

        public String key() {
            return key;
        }

        public String value() {
            return value;
        }

        /** What it could be; empty where the key itself is unknown. */
        public String possible() {
            return possible;
        }
    }

    /**
     * Reads the settings.
     *
     * @param file of properties; null for none
     * @throws IOException where a file that is named cannot be read
     */
    public static Notify read(@Nullable Path file, Map<String, String> environment)
            throws IOException, WrongSettingException {
        Map<String, String> values = new TreeMap<>();
        for (String key : KEYS) {
            for (String each : List.of(key + FROM_FILE, key)) {
                String value = environment.get(variable(each));
                if (value != null && !value.isBlank()) {
                    values.put(key, each.equals(key) ? value : secret(Path.of(value)));
                }
            }
        }
        if (file != null) {
            Properties properties = new Properties();
            try (Reader text = Files.newBufferedReader(file)) {
                properties.load(text);
            }
            for (String name : properties.stringPropertyNames()) {
                String key = name.endsWith(FROM_FILE) ? name.substring(0, name.length() - FROM_FILE.length()) : name;
                if (!KEYS.contains(key)) {
                    throw new WrongSettingException(name, properties.getProperty(name), "");
                }
                String value = properties.getProperty(name).strip();
                values.put(key, key.equals(name) ? value : secret(file.resolveSibling(value)));
            }
        }
        return new NotifySettings(values).notifications();
    }

    /** The variable of the environment that says the same as this key. */
    static String variable(String key) {
        return "UKAZ_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String secret(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private Notify notifications() throws WrongSettingException {
        return new Notify(mail(), webhook(), when());
    }

    private Optional<MailServer> mail() throws WrongSettingException {
        if (!values.containsKey("smtp.host")) {
            return Optional.empty();
        }
        MailServer.Security security = security();
        List<String> to = Arrays.stream(needed("mail.to").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (to.isEmpty()) {
            throw new WrongSettingException("mail.to", needed("mail.to"), "name@example.org");
        }
        return Optional.of(new MailServer(
                needed("smtp.host"),
                port(security),
                security,
                value("smtp.user"),
                value("smtp.password"),
                value("mail.from").orElse(to.get(0)),
                to));
    }

    private MailServer.Security security() throws WrongSettingException {
        String wanted = value("smtp.security").orElse(MailServer.Security.STARTTLS.key());
        for (MailServer.Security security : MailServer.Security.values()) {
            if (security.key().equals(wanted.toLowerCase(Locale.ROOT))) {
                return security;
            }
        }
        throw new WrongSettingException("smtp.security", wanted, "starttls, tls, none");
    }

    private int port(MailServer.Security security) throws WrongSettingException {
        String wanted = value("smtp.port").orElse(Integer.toString(security.usualPort()));
        try {
            int port = Integer.parseInt(wanted);
            if (port > 0 && port < 1 << 16) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new WrongSettingException("smtp.port", wanted, "1–65535");
    }

    private Optional<Webhook> webhook() throws WrongSettingException {
        String wanted = values.get("webhook.url");
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(wanted);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return Optional.of(new Webhook(address, value("webhook.token")));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new WrongSettingException("webhook.url", wanted, "https://…, http://…");
    }

    private Notify.When when() throws WrongSettingException {
        String wanted = value("notify.when").orElse("always");
        for (Notify.When each : Notify.When.values()) {
            if (each.name().equalsIgnoreCase(wanted)) {
                return each;
            }
        }
        throw new WrongSettingException("notify.when", wanted, "always, findings, failure");
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private String needed(String key) throws WrongSettingException {
        return value(key).orElseThrow(() -> new WrongSettingException(key, "", "name@example.org"));
    }
}
