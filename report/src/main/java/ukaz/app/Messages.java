package ukaz.app;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import ukaz.rules.text.Language;

/** The sentences of the command line in one language. */
public final class Messages {

    private static final int MOST_WORKERS = 8;

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

    /** How far workers on other machines are. */
    String workers(Map<String, Long> rows, int ended, int all) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(language.locale());
        String each = rows.entrySet().stream()
                .limit(MOST_WORKERS)
                .map(worker -> worker.getKey() + ": " + numbers.format(worker.getValue()))
                .collect(Collectors.joining(", "));
        long sum = rows.values().stream().mapToLong(Long::longValue).sum();
        return text("progress.workers", ended, all, sum, rows.size() > MOST_WORKERS ? each + ", …" : each);
    }

    /** The sentence under this key, its {@code {0}} filled; numbers are grouped as the language does. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }
}
