package ukaz.app.broker;

import java.io.IOException;

/** The broker does not let a user in. */
public final class NotLetInException extends IOException {

    private final boolean said;

    NotLetInException(boolean said, IOException cause) {
        super(cause.getMessage(), cause);
        this.said = said;
    }

    /** True where the broker said so; else it hung up when it was told who it is. */
    public boolean isSaid() {
        return said;
    }
}
