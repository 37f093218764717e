package ukaz.model.data;

/** A data file does not say what it must; the message names file, line and column. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual sentence;

    /** @param sentence with the place; a program that has no language shows the English one */
    public DataException(Bilingual sentence) {
        super(sentence.en());
        this.sentence = sentence;
    }

    /** Of the program's own data, which only programmers read. */
    DataException(String message) {
        this(new Bilingual(message, message));
    }

    /** What is wrong and where, in the two languages of the reports. */
    public Bilingual sentence() {
        return sentence;
    }
}
