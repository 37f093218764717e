package ukaz.app.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.app.job.Outcome;
import ukaz.model.RowCounts;
import ukaz.model.Severity;

class NotifyTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Letter LETTER = new Letter("«Указ»: ошибок — 3", "Строк прочитано  1 200\n", "ru");

    @TempDir
    private Path work;

    private GreenMail mails;
    private int port;
    private HttpServer web;
    private int status = 204;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

    /** What the web address was told. */
    private record Call(String method, String token, String type, String body) {}

    @BeforeEach
    void start_servers() throws Exception {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        port = mails.getSmtp().getPort();
        mails.setUser("ukaz@archive.example", "ukaz", "Ключ-42");
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stop_servers() {
        mails.stop();
        web.stop(0);
    }

    @Test
    void a_mail_arrives_in_russian_with_everybody_it_is_for() throws Exception {
        Notify notify = notifyBy(Map.of(
                "UKAZ_MAIL_FROM", "ukaz@archive.example",
                "UKAZ_MAIL_TO", "a@archive.example, b@archive.example"));

        assertThat(notify.tell(ending(1), () -> LETTER, NOON)).isEmpty();

        assertThat(mails.waitForIncomingEmail(10_000, 2)).isTrue();
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("«Указ»: ошибок — 3");
        assertThat(mail.getContent().toString().replace("\r\n", "\n")).isEqualTo(LETTER.text());
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("ukaz@archive.example");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@archive.example", "b@archive.example");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ru");
        assertThat(mail.getHeader("Date")).containsExactly("Thu, 15 Jan 2026 12:00:00 GMT");
    }

    @Test
    void a_password_comes_from_a_file() throws Exception {
        Path password = Files.writeString(work.resolve("password"), "Ключ-42\n");
        mails.getManagers().getUserManager().setAuthRequired(true);
        Map<String, String> user = Map.of("UKAZ_MAIL_TO", "ukaz@archive.example", "UKAZ_SMTP_USER", "ukaz");

        Notify known = notifyBy(with(user, "UKAZ_SMTP_PASSWORD_FILE", password.toString()));
        Notify unknown = notifyBy(with(user, "UKAZ_SMTP_PASSWORD", "wrong"));

        assertThat(known.tell(ending(0), () -> LETTER, NOON)).isEmpty();
        assertThat(unknown.tell(ending(0), () -> LETTER, NOON))
                .singleElement()
                .satisfies(each -> assertThat(each.to()).startsWith("127.0.0.1:"));
        assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
    }

    @Test
    void a_mail_that_was_to_be_encrypted_is_not_sent_in_the_clear() throws Exception {
        Notify notify = notifyBy(Map.of("UKAZ_MAIL_TO", "a@archive.example", "UKAZ_SMTP_SECURITY", "starttls"));

        assertThat(notify.tell(ending(0), () -> LETTER, NOON)).hasSize(1);

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_web_address_is_told_the_essentials() throws Exception {
        Notify notify = NotifySettings.read(
                null, Map.of("UKAZ_WEBHOOK_URL", address() + "/hooks/ukaz", "UKAZ_WEBHOOK_TOKEN", "abc"));

        assertThat(notify.tell(ending(1), () -> LETTER, NOON)).isEmpty();

        Call call = calls.take();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.token()).isEqualTo("Bearer abc");
        assertThat(call.type()).startsWith("application/json");
        assertThat(call.body())
                .contains("\"run\":\"8f3c\"", "\"exitCode\":1", "\"read\":1200", "\"error\":3", "\"failure\":null");
    }

    @Test
    void what_does_not_arrive_is_told_and_hinders_nothing() throws Exception {
        status = 500;
        mails.stop();
        Notify notify = notifyBy(
                with(Map.of("UKAZ_MAIL_TO", "a@archive.example"), "UKAZ_WEBHOOK_URL", address() + "/secret?key=1"));

        List<Notify.Undelivered> undelivered = notify.tell(ending(0), () -> LETTER, NOON);

        assertThat(undelivered).hasSize(2);
        assertThat(undelivered.get(1).to()).isEqualTo(address());
        assertThat(undelivered.get(1).cause()).hasMessage("HTTP 500");
    }

    @Test
    void only_endings_that_matter_are_told() throws Exception {
        Notify notify = NotifySettings.read(null, Map.of("UKAZ_WEBHOOK_URL", address(), "UKAZ_NOTIFY_WHEN", "failure"));

        notify.tell(ending(0), () -> LETTER, NOON);
        notify.tell(ending(1), () -> LETTER, NOON);
        assertThat(calls).isEmpty();
        notify.tell(ending(3), () -> LETTER, NOON);
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_file_of_settings_goes_before_the_environment() throws Exception {
        Files.writeString(work.resolve("token"), "from-file");
        Path file = Files.writeString(
                work.resolve("notify.properties"), "webhook.url=" + address() + "\nwebhook.token-file=token\n");

        NotifySettings.read(file, Map.of("UKAZ_WEBHOOK_URL", "https://elsewhere.example"))
                .tell(ending(0), () -> LETTER, NOON);

        assertThat(calls.take().token()).isEqualTo("Bearer from-file");
    }

    @Test
    void settings_that_cannot_be_right_are_refused() throws Exception {
        refused(Map.of("UKAZ_SMTP_HOST", "localhost"), "mail.to");
        refused(Map.of("UKAZ_SMTP_HOST", "localhost", "UKAZ_MAIL_TO", " , "), "mail.to");
        refused(Map.of("UKAZ_SMTP_HOST", "x", "UKAZ_MAIL_TO", "a@b", "UKAZ_SMTP_PORT", "smtp"), "smtp.port");
        refused(Map.of("UKAZ_SMTP_HOST", "x", "UKAZ_MAIL_TO", "a@b", "UKAZ_SMTP_SECURITY", "ssl"), "smtp.security");
        refused(Map.of("UKAZ_WEBHOOK_URL", "archive.example/hook"), "webhook.url");
        refused(Map.of("UKAZ_WEBHOOK_URL", "file:///etc/passwd"), "webhook.url");
        refused(Map.of("UKAZ_NOTIFY_WHEN", "sometimes"), "notify.when");
        Path file = Files.writeString(work.resolve("notify.properties"), "smtp.hots=localhost\n");
        assertThatExceptionOfType(NotifySettings.WrongSettingException.class)
                .isThrownBy(() -> NotifySettings.read(file, Map.of()))
                .satisfies(wrong -> assertThat(wrong.key()).isEqualTo("smtp.hots"));
    }

    @Test
    void the_example_of_the_guide_can_be_used_with_all_its_lines() throws Exception {
        for (String secret : List.of("smtp-password", "webhook-token")) {
            Files.writeString(work.resolve(secret), "secret");
        }
        String example = Files.readString(Path.of("../docs/operate/notify.properties"))
                .replaceAll("(?m)^#(?=[a-z.-]+=)", "")
                .replace("/etc/ukaz/", "");
        Path file = Files.writeString(work.resolve("notify.properties"), example);

        assertThat(example).contains("\nwebhook.url=", "\nsmtp.port=");
        assertThat(NotifySettings.read(file, Map.of())).isNotNull();
    }

    @Test
    void without_settings_nobody_is_told() throws Exception {
        assertThat(NotifySettings.read(null, Map.of()).tell(ending(4), () -> LETTER, NOON))
                .isEmpty();
    }

    private static void refused(Map<String, String> environment, String key) {
        assertThatExceptionOfType(NotifySettings.WrongSettingException.class)
                .isThrownBy(() -> NotifySettings.read(null, environment))
                .satisfies(wrong -> assertThat(wrong.key()).isEqualTo(key));
    }

    private Notify notifyBy(Map<String, String> more) throws Exception {
        Map<String, String> server = Map.of("UKAZ_SMTP_HOST", "127.0.0.1", "UKAZ_SMTP_PORT", Integer.toString(port));
        Map<String, String> environment = with(with(server, "UKAZ_SMTP_SECURITY", "none"), more);
        return NotifySettings.read(null, environment);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        return with(map, Map.of(key, value));
    }

    private static Map<String, String> with(Map<String, String> map, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(map);
        both.putAll(more);
        return both;
    }

    private String address() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    static Ending ending(int exitCode) {
        return new Ending(
                "import",
                "8f3c",
                "0.1.0",
                NOON.minusSeconds(60),
                NOON,
                exitCode,
                Path.of("reports"),
                new Outcome(
                        5,
                        exitCode == 3 ? List.of("list.xlsx") : List.of(),
                        new RowCounts(1200, 1100, 60, 40, 0),
                        1100,
                        Map.of(Severity.ERROR, 3L, Severity.WARNING, 2L),
                        Map.of(),
                        Duration.ofSeconds(60),
                        List.of(),
                        List.of()),
                null);
    }
}
