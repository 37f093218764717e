package ukaz.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Stands between a program and a server on this machine, and can be shut: then the server is gone. */
public final class Gate implements AutoCloseable {

    private final int to;
    private final int port;
    private final List<Closeable> open = new ArrayList<>();

    /** @param to the port of the server */
    public Gate(int to) throws IOException {
        this.to = to;
        ServerSocket first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = first.getLocalPort();
        accept(first);
    }

    /** Where the server seems to be. */
    public int port() {
        return port;
    }

    /** Lets the server come back. */
    public synchronized void open() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        accept(again);
    }

    /** Ends all connections, and lets none begin. */
    public synchronized void shut() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
        open.clear();
    }

    private synchronized void accept(ServerSocket listening) {
        open.add(listening);
        daemon(() -> {
            while (true) {
                Socket here = listening.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
                synchronized (this) {
                    open.add(here);
                    open.add(there);
                }
                daemon(() -> pass(here, there));
                daemon(() -> pass(there, here));
            }
        });
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | UncheckedIOException e) {
                // The gate was shut, or one side has ended.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        shut();
    }
}
