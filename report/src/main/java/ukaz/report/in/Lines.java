package ukaz.report.in;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ukaz.report.in.DamagedFileException.Kind;

/** The lines of a text, none longer than memory allows for. */
final class Lines implements Closeable {

    /** A finding or a record has a few thousand characters; a row of the longest cells, some millions. */
    private static final int LONGEST = 1 << 25;

    private final Path file;
    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private long number;

    Lines(Path file) throws IOException {
        this.file = file;
        this.in = Files.newBufferedReader(file);
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Null where there is none left. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        number++;
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line.length() + at - from > LONGEST) {
                throw new DamagedFileException(file, number, Kind.TOO_LONG);
            }
            line.append(buffer, from, at - from);
            if (at < end) {
                at++;
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private boolean fill() throws IOException {
        try {
            at = 0;
            end = Math.max(in.read(buffer), 0);
            return end > 0;
        } catch (CharacterCodingException e) {
            throw new DamagedFileException(file, number, Kind.NOT_TEXT);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
