package ukaz.report.annotate;

import java.io.IOException;

/** A package that cannot be copied part by part, because one of its parts is not what it should be. */
final class NotCopyableException extends IOException {

    private static final long serialVersionUID = 1L;

    NotCopyableException(String what) {
        super(what);
    }
}
