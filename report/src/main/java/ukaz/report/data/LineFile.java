package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import ukaz.report.out.JsonOut;
import ukaz.report.out.PartFile;
import ukaz.report.out.Utf8Out;

/** A file of JSON objects, one to a line. */
final class LineFile implements WrittenFile {

    private final PartFile file;
    private final Utf8Out out;
    private final JsonOut json;

    LineFile(Path name) throws IOException {
        this.file = new PartFile(name);
        this.out = new Utf8Out(file.out());
        this.json = new JsonOut(out);
    }

    /** Lines that are whole. */
    void put(byte[] lines) throws IOException {
        out.put(lines);
    }

    JsonOut json() {
        return json;
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public PartFile part() {
        return file;
    }
}
