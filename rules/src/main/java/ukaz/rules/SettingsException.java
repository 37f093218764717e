package ukaz.rules;

/** The settings file asks for something that does not exist or cannot be; the message is one sentence with the place. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
