package ukaz.app;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import ukaz.rules.text.Language;

/** The sentences of the command line in one language. */
public final class Messages {

    private final Language language;
    private final ResourceBundle bundle;

    private Messages(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "ukaz.app.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Messages in(Language language) {
        return new Messages(language);
    }

    public Language language() {
        return language;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The sentence under this key, its {@code {0}} filled; numbers are grouped as the language does. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }
}
