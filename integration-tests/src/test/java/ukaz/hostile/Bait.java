package ukaz.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret and an ear: nobody who only reads a table comes to either. */
final class Bait implements AutoCloseable {

    static final String SECRET = "тайна-хранилища";

    private final Path secret;
    private final ServerSocket ear;
    private volatile int calls;

    Bait(Path folder) throws IOException {
        secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "ear");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try {
            while (true) {
                ear.accept().close();
                calls++;
            }
        } catch (IOException e) {
            // closed
        }
    }

    String file() {
        return secret.toUri().toString();
    }

    Path path() {
        return secret;
    }

    String url() {
        return "http://127.0.0.1:" + ear.getLocalPort() + "/";
    }

    int port() {
        return ear.getLocalPort();
    }

    /** How often somebody called. */
    int calls() {
        return calls;
    }

    @Override
    public void close() throws IOException {
        ear.close();
    }
}
