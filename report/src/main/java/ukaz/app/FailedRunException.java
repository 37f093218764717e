package ukaz.app;

/** The run itself failed: one sentence saying what happened and how to go on; exit code 4. */
final class FailedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedRunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
