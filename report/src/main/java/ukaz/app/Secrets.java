package ukaz.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What must not stand on a command line, read from the files that it names. */
final class Secrets {

    /** Who one is to a server; null what is not said. */
    record Credentials(@Nullable String user, @Nullable String password) {}

    private final Messages messages;

    Secrets(Messages messages) {
        this.messages = messages;
    }

    /** The password in the file; null where there is no file. */
    @Nullable
    String password(@Nullable String file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The user and the password that the file has under these very names, or these variables of the environment.
     *
     * @param file null for the variables
     */
    Credentials credentials(@Nullable String file, String userVariable, String passwordVariable) {
        if (file == null) {
            return new Credentials(System.getenv(userVariable), System.getenv(passwordVariable));
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
        return new Credentials(properties.getProperty("user"), properties.getProperty("password"));
    }

    private UsageException unreadable(String file, Exception e) {
        return new UsageException(messages.text("error.unreadable", file, Reasons.of(e, messages)));
    }
}
