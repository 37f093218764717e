package ukaz.report.run;

import java.nio.file.Path;

/** The way from the folder of a report to a source. */
public final class SourcePath {

    private SourcePath() {}

    /** Relative, with forward slashes; the whole path where there is no way, as between drives. */
    public static String between(Path folder, Path source) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = source.toAbsolutePath().normalize();
        try {
            return from.relativize(to).toString().replace('\\', '/');
        } catch (IllegalArgumentException otherDrive) {
            return to.toString();
        }
    }
}
