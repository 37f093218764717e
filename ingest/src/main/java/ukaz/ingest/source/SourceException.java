package ukaz.ingest.source;

import java.io.IOException;
import ukaz.model.Fault;

/** A file or a sheet that cannot be read, or not further; the fault says why, and the other files go on. */
public final class SourceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public SourceException(Fault fault) {
        super(fault.rule() + " " + fault.values());
        this.fault = fault;
    }

    public SourceException(Fault fault, Throwable cause) {
        super(fault.rule() + " " + fault.values(), cause);
        this.fault = fault;
    }

    /** The {@code source-*} fault to report. */
    public Fault fault() {
        return fault;
    }
}
