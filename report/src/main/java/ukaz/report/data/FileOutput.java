package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ukaz.report.run.Output;
import ukaz.report.run.Totals;

/** An output that is one file, written row by row or line by line, with nothing left to say at the end. */
interface FileOutput extends Output {

    WrittenFile file();

    @Override
    default void finish(Totals totals) throws IOException {
        file().flush();
    }

    @Override
    default List<Path> complete() throws IOException {
        return List.of(file().complete());
    }

    @Override
    default void close() throws IOException {
        file().close();
    }
}
