package ukaz.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own, which can be full; for root only, who may mount one. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, and mounts the disk there. */
    public static SmallDisk at(Path folder, int kilobytes) throws IOException {
        Files.createDirectory(folder);
        Assumptions.assumeTrue(
                shell("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()),
                "a full disk can be tried by root only, who may mount one");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    public void resize(int kilobytes) {
        shell("mount", "-o", "remount,size=" + kilobytes + "k", folder.toString());
    }

    void makeReadOnly() {
        shell("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() {
        shell("umount", "-l", folder.toString());
    }

    private static boolean shell(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
