package ukaz.report.in;

import java.io.IOException;
import java.nio.file.Path;

/** A file of an earlier run that is not what that run wrote. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Kind {
        /** It is not there. */
        MISSING("is missing"),
        /** No JSON, or no object of it. */
        NO_OBJECT("no JSON object"),
        /** Longer than whatever is written. */
        TOO_LONG("too long"),
        /** Not in UTF-8. */
        NOT_TEXT("not UTF-8"),
        /** A member is missing, or says what no run says. */
        MEMBER("not as written"),
        /** It was written by another run than what lies beside it. */
        OTHER_RUN("of another run"),
        /** It tells of a rule that this program does not know. */
        OTHER_VERSION("of another version");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final String file;
    private final long line;
    private final Kind kind;

    /** @param line counted from 1; 0 for the file as a whole */
    public DamagedFileException(Path file, long line, Kind kind) {
        super(file.getFileName() + (line == 0 ? "" : ":" + line) + ": " + kind.words);
        this.file = String.valueOf(file.getFileName());
        this.line = line;
        this.kind = kind;
    }

    /** The name without its folder. */
    public String file() {
        return file;
    }

    /** Counted from 1; 0 where the file as a whole is meant. */
    public long line() {
        return line;
    }

    public Kind kind() {
        return kind;
    }
}
