package ukaz.app;

/** A wrong argument: one sentence saying what, where and what to do; exit code 2. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
