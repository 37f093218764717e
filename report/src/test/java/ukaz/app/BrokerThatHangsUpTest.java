package ukaz.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old broker, or one behind something: it ends the connection in place of an answer. */
class BrokerThatHangsUpTest {

    private static final int HEADER = 8;

    @TempDir
    private Path work;

    @Test
    void user_and_password_are_probably_wrong_where_it_hangs_up_when_it_is_told_them() throws Exception {
        assertThat(saidOfABroker(true, "en"))
                .contains("cannot be used: it hung up when it was told user and password, which are probably wrong.");
        assertThat(saidOfABroker(true, "ru"))
                .contains(
                        "недоступен: он закрыл соединение, получив имя пользователя и пароль; вероятно, они неверны.");
    }

    @Test
    void nothing_is_said_of_them_where_it_hangs_up_before() throws Exception {
        assertThat(saidOfABroker(false, "en")).contains("cannot be used: ").doesNotContain("password");
    }

    private String saidOfABroker(boolean thatAsksFirst, String language) throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> hangUp(broker, thatAsksFirst), "broker");
            thread.start();
            Path list = Files.writeString(work.resolve("list.csv"), "ФИО\nИванов Иван Ильич\n");
            Path user = Files.writeString(work.resolve("user"), "user=ukaz\npassword=h1dden\n");
            var err = new ByteArrayOutputStream();
            String[] command = {
                "import",
                list.toString(),
                "--out",
                work.resolve("out").toString(),
                "--lang",
                language,
                "--archive",
                "jdbc:postgresql://127.0.0.1:1/none",
                "--archive-credentials",
                user.toString(),
                "--broker",
                "amqp://127.0.0.1:" + broker.getLocalPort(),
                "--broker-credentials",
                user.toString()
            };

            int exitCode = Main.run(
                    System.out,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Clock.systemUTC(),
                    Locale.ENGLISH,
                    command);

            thread.join();
            String said = err.toString(StandardCharsets.UTF_8);
            assertThat(exitCode).as(said).isEqualTo(ExitCode.FAILED);
            assertThat(said.lines()).hasSize(1);
            assertThat(said).doesNotContain("h1dden");
            return said;
        }
    }

    private static void hangUp(ServerSocket broker, boolean afterItHasAsked) {
        try (Socket client = broker.accept()) {
            client.getInputStream().readNBytes(HEADER);
            if (afterItHasAsked) {
                client.getOutputStream().write(whoAreYou());
                client.getOutputStream().flush();
                client.getInputStream().read(new byte[HEADER]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** connection.start of AMQP 0-9-1, by a broker that tells nothing of what it can do. */
    private static byte[] whoAreYou() throws IOException {
        var method = new ByteArrayOutputStream();
        var out = new DataOutputStream(method);
        out.writeShort(10);
        out.writeShort(10);
        out.writeByte(0);
        out.writeByte(9);
        out.writeInt(0);
        for (String longText : new String[] {"PLAIN", "en_US"}) {
            out.writeInt(longText.length());
            out.writeBytes(longText);
        }
        var frame = new ByteArrayOutputStream();
        out = new DataOutputStream(frame);
        out.writeByte(1);
        out.writeShort(0);
        out.writeInt(method.size());
        method.writeTo(out);
        out.writeByte(0xCE);
        return frame.toByteArray();
    }
}
