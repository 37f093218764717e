package ukaz.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.rules.text.Language;

/** Imports that nobody watches, with a real mail server and a real web server to hear of them. */
class ServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneId.of("Europe/Moscow"));

    @TempDir
    private Path work;

    private GreenMail mails;
    private HttpServer web;
    private Path list;
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    /** What a command said, and how it ended. */
    private record Ended(int exitCode, String out, List<String> errors) {}

    @BeforeEach
    void start_servers() throws Exception {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            calls.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        web.start();
        list = Files.writeString(
                work.resolve("список.csv"),
                "ФИО;Дата рождения;Награда;Дата указа;Кем присвоено\n"
                        + "Примеров Пример Примерович;12.03.1905;ГСТ;29.10.1930;ПВС СССР\n");
    }

    @AfterEach
    void stop_servers() {
        mails.stop();
        web.stop(0);
    }

    @Test
    void an_import_mails_its_totals_and_calls_a_web_address() throws Exception {
        Ended ended = importing(settings(mails.getSmtp().getPort()), "--lang", "ru");

        assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(ExitCode.FINDINGS);
        assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).matches("«Указ»: ошибок — [1-9], предупреждений — \\d");
        assertThat(mail.getContent().toString())
                .contains("ukaz import, начало 15 января 2026")
                .containsPattern("Записей +1\r?\n")
                .contains("report.xlsx")
                .contains("«Указ»")
                .doesNotContain("Примеров");
        assertThat(calls.take()).contains("\"command\":\"import\"", "\"exitCode\":1", "\"records\":1");
        assertThat(ended.errors()).noneMatch(line -> line.contains("не доставлено"));
    }

    @Test
    void a_mail_in_english_counts_in_english() throws Exception {
        importing(settings(mails.getSmtp().getPort()), "--lang", "en");

        assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
        assertThat(mails.getReceivedMessages()[0].getSubject()).matches("Ukaz: \\d+ errors?, \\d+ warnings?");
    }

    @Test
    void a_failed_import_is_told_with_its_reason() throws Exception {
        Path archive = Files.createDirectories(work.resolve("archive"));
        Files.writeString(archive.resolve("archive.db"), "This is no database at all. ".repeat(100));

        Ended ended = importing(settings(mails.getSmtp().getPort()), "--lang", "ru");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.errors()).hasSize(1);
        assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("«Указ»: запуск не удался");
        assertThat(mail.getContent().toString()).contains(ended.errors().get(0).replace("ukaz: ", ""));
        assertThat(calls.take()).contains("\"exitCode\":4", "\"run\":null").doesNotContain("\"failure\":null");
    }

    @Test
    void the_same_failure_is_told_once_until_all_is_well() throws Exception {
        ServiceOptions options = new ServiceOptions();
        options.notifyFile = settings(mails.getSmtp().getPort()).toString();
        Session session = new Session(System.out, System.err, CLOCK, Messages.in(Language.EN), false);
        try (Service service = Service.start("watch", session, options)) {
            service.failed(new FailedRunException("the server is gone", null));
            service.failed(new FailedRunException("the server is gone", null));
            FailedRunException other = new FailedRunException("the disk is full", null);
            service.failed(other);
            service.failed(other);
            service.well();
            service.failed(new FailedRunException("the disk is full", null));
        }

        assertThat(calls).hasSize(3);
    }

    @Test
    void a_mail_server_that_is_gone_changes_nothing_but_is_told() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }

        Ended ended = importing(settings(nobody), "--lang", "en", "--quiet");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .startsWith("Warning: the notice to 127.0.0.1:" + nobody + " was not delivered: ");
        assertThat(work.resolve("out/report.xlsx")).exists();
        assertThat(calls).hasSize(1);
    }

    @Test
    void wrong_settings_are_wrong_usage() throws Exception {
        Path wrong = Files.writeString(work.resolve("wrong"), "smtp.hots=localhost\n");

        assertThat(importing(wrong, "--lang", "en").errors())
                .containsExactly("ukaz: there is no setting smtp.hots (in " + wrong + ").");
        assertThat(importing(work.resolve("absent"), "--lang", "en").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(importing(settings(1), "--metrics-port", "70000").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(importing(settings(1), "--log-format", "xml", "--lang", "en").errors())
                .containsExactly("ukaz: --log-format cannot be xml; it can be text, json; see 'ukaz import --help'.");
        assertThat(work.resolve("out")).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_told() throws Exception {
        String taken = Integer.toString(web.getAddress().getPort());

        Ended ended = importing(settings(1), "--metrics-port", taken, "--lang", "en");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .startsWith("ukaz: metrics cannot be offered at 127.0.0.1:" + taken);
    }

    @Test
    void every_line_of_a_log_is_an_event_of_the_run() throws Exception {
        Files.writeString(work.resolve("сломан.xlsx"), "PK\u0003\u0004 no more");

        Ended ended = run("check", work, "--out", work.resolve("out"), "--log-format", "json", "--lang", "ru");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.UNPROCESSED);
        assertThat(ended.errors()).allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
        assertThat(ended.errors()).allMatch(line -> line.matches(".*\"run\":\"[0-9a-f-]{36}\".*"));
        assertThat(ended.errors())
                .anyMatch(line -> line.contains("\"event\":\"run.started\""))
                .anyMatch(line -> line.contains("\"event\":\"stage.started\"") && line.contains("\"stage\":\"read\""))
                .anyMatch(line -> line.contains("\"event\":\"file.read\"")
                        && line.contains("\"file\":\"список.csv\"")
                        && line.contains("\"stage\":\"read\""))
                .anyMatch(line -> line.contains("\"event\":\"file.failed\"") && line.contains("сломан.xlsx"));
        assertThat(ended.errors().get(ended.errors().size() - 1))
                .contains("\"event\":\"run.ended\"", "\"exitCode\":3", "\"level\":\"warn\"", "\"failedFiles\":1");
    }

    @Test
    void without_a_log_people_are_told_as_before() throws Exception {
        Ended ended = run("check", list, "--out", work.resolve("out"), "--lang", "en");

        assertThat(ended.errors())
                .containsExactly("Looking at the files…", "Reading and checking…", "Writing the reports…");
    }

    private Path settings(int port) throws Exception {
        return Files.writeString(
                work.resolve("notify.properties"),
                String.join(
                        "\n",
                        "smtp.host=127.0.0.1",
                        "smtp.security=none",
                        "smtp.port=" + port,
                        "mail.to=register@archive.example",
                        "webhook.url=http://127.0.0.1:" + web.getAddress().getPort() + "/hook",
                        ""));
    }

    private Ended importing(Path settings, Object... more) {
        Stream<Object> arguments = Stream.of(
                "import",
                list,
                "--archive",
                work.resolve("archive"),
                "--out",
                work.resolve("out"),
                "--notify",
                settings);
        return run(Stream.concat(arguments, Stream.of(more)).toArray());
    }

    private static Ended run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CLOCK,
                Locale.ENGLISH,
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Ended(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
