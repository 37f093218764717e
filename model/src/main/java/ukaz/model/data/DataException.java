package ukaz.model.data;

/** A data file does not say what it must; the message names file, line and column. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }
}
