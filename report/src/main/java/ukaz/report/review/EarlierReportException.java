package ukaz.report.review;

import java.io.IOException;

/** The earlier report cannot be read to its end. */
public final class EarlierReportException extends IOException {

    private static final long serialVersionUID = 1;

    EarlierReportException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
