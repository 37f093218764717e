package ukaz.rules.text;

import java.util.Locale;
import ukaz.model.data.Bilingual;

/** A language reports are written in. */
public enum Language {
    RU("ru", "RU"),
    EN("en", "GB");

    private final String key;
    private final Locale locale;

    Language(String key, String country) {
        this.key = key;
        this.locale = new Locale.Builder().setLanguage(key).setRegion(country).build();
    }

    /** {@code ru} or {@code en}, as in cards and on the command line. */
    public String key() {
        return key;
    }

    /** For names the JDK knows, of months and states. */
    public Locale locale() {
        return locale;
    }

    /** The text in this language. */
    public String of(Bilingual text) {
        return this == RU ? text.ru() : text.en();
    }

    /** Russian for a Russian locale, English for every other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(RU.key) ? RU : EN;
    }
}
