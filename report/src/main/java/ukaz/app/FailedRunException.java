package ukaz.app;

import org.jspecify.annotations.Nullable;

/** The run itself failed: one sentence saying what happened and how to go on; exit code 4. */
final class FailedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedRunException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
