package ukaz.ingest.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;
import ukaz.model.Fault;
import ukaz.model.SourceRef;
import ukaz.model.Term;

/** The place a reader has come to, and the faults that can be said of it. */
final class Origin {

    static final List<String> SUPPORTED =
            List.of("xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "csv", "tsv", "txt");

    private final String file;
    private final boolean passwordGiven;
    private @Nullable String sheet;
    private int row;

    Origin(String file, boolean passwordGiven) {
        this.file = file;
        this.passwordGiven = passwordGiven;
    }

    void enter(@Nullable String newSheet) {
        sheet = newSheet;
        row = 0;
    }

    void at(int newRow) {
        row = newRow;
    }

    int row() {
        return row;
    }

    SourceRef ref() {
        return new SourceRef(file, sheet, row, -1);
    }

    SourceException unreadable(String reason) {
        return new SourceException(Fault.of("source-unreadable", ref(), Map.of("reason", phrase(reason))));
    }

    SourceException unreadable(String reason, Throwable cause) {
        return new SourceException(Fault.of("source-unreadable", ref(), Map.of("reason", phrase(reason))), cause);
    }

    SourceException encrypted() {
        String reason = passwordGiven ? "password-wrong" : "password-needed";
        return new SourceException(Fault.of("source-encrypted", ref(), Map.of("reason", phrase(reason))));
    }

    SourceException unsupported(String format) {
        return new SourceException(
                Fault.of("source-unsupported", ref(), Map.of("format", format, "supported", SUPPORTED)));
    }

    SourceException tooLarge(Limit limit, long found, long allowed) {
        Map<String, Object> values = limit.option.isEmpty()
                ? Map.of("limit", phrase(limit.code), "found", found, "allowed", allowed)
                : Map.of("limit", phrase(limit.code), "found", found, "allowed", allowed, "option", limit.option);
        return new SourceException(Fault.of("source-too-large", ref(), values));
    }

    /** Of the file as a whole, wherever the reader is. */
    Fault active(List<String> what) {
        return Fault.of(
                "source-active",
                SourceRef.file(file),
                Map.of("what", what.stream().map(Origin::phrase).toList()));
    }

    private static Term phrase(String code) {
        return new Term(Term.Kind.PHRASE, code);
    }
}
