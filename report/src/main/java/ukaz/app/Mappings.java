package ukaz.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.InputFile;
import ukaz.ingest.table.Mapping;
import ukaz.model.data.DataException;

/** The mapping that an argument names, with the text it was read from. */
final class Mappings {

    private final Session session;
    private final String file;
    private final String text;
    private final Mapping mapping;

    /**
     * @param file null where none is given
     * @throws UsageException where it cannot be read, or says something wrong and where
     */
    Mappings(Session session, @Nullable String file) {
        this.session = session;
        this.file = file == null ? "" : file;
        this.text = file == null ? "" : text(file);
        try {
            this.mapping = file == null ? Mapping.NONE : Mapping.read(file, new StringReader(text));
        } catch (DataException e) {
            throw new UsageException(session.messages()
                    .text("error.mapping", session.messages().language().of(e.sentence())));
        }
    }

    private String text(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    session.messages().text("error.unreadable", name, Reasons.of(e, session.messages())));
        }
    }

    Mapping mapping() {
        return mapping;
    }

    /** Empty where no mapping is given. */
    String text() {
        return text;
    }

    /** Says which of its patterns are for none of the files. */
    void warnOfUnused(List<InputFile> files) {
        for (String pattern :
                mapping.withoutFile(files.stream().map(InputFile::path).toList())) {
            session.err().println(session.messages().text("mapping.unused", file, pattern));
        }
    }
}
