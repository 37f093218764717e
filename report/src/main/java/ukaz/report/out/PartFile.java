package ukaz.report.out;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside its name and takes it when it is whole; closed before that, it leaves nothing. */
public final class PartFile implements Closeable {

    private final Path name;
    private final Path part;
    private final OutputStream out;

    public PartFile(Path name) throws IOException {
        this.name = name;
        this.part = name.resolveSibling(name.getFileName() + ".part");
        this.out = Files.newOutputStream(part);
    }

    public OutputStream out() {
        return out;
    }

    /** The name it takes. */
    public Path name() {
        return name;
    }

    /** How much of it has been written, as far as nothing above holds it back. */
    public long bytes() throws IOException {
        return Files.size(part);
    }

    /** Gives the file its name, in place of an earlier one. */
    public void complete() throws IOException {
        out.close();
        try {
            Files.move(part, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, name, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
