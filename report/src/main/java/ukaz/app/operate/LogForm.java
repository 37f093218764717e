package ukaz.app.operate;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;
import ukaz.report.out.JsonOut;
import ukaz.report.out.Utf8Out;

/** How an event of the log is written; always on one line. */
public enum LogForm {
    /** Time, level, sentence, and what belongs to it as {@code key=value}. */
    TEXT {
        @Override
        String line(ILoggingEvent event, ZoneId zone) {
            StringBuilder line = new StringBuilder(time(event, zone))
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%-5s", event.getLevel()))
                    .append(' ')
                    .append(onOneLine(event.getFormattedMessage()));
            members(event)
                    .forEach((key, value) -> line.append(' ')
                            .append(key)
                            .append('=')
                            .append(value instanceof Number ? value : quoted(value.toString())));
            return line.append('\n').toString();
        }
    },

    /** An object whose members are the same. */
    JSON {
        @Override
        String line(ILoggingEvent event, ZoneId zone) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                JsonOut json = new JsonOut(new Utf8Out(bytes));
                json.object()
                        .put("time", time(event, zone))
                        .put("level", event.getLevel().toString().toLowerCase(Locale.ROOT))
                        .put("message", event.getFormattedMessage());
                for (Map.Entry<String, Object> each : members(event).entrySet()) {
                    if (each.getValue() instanceof Number number) {
                        json.put(each.getKey(), number.longValue());
                    } else {
                        json.put(each.getKey(), each.getValue().toString());
                    }
                }
                json.endObject().endLine().flush();
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    };

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of this name. */
    public static Optional<LogForm> of(String key) {
        for (LogForm form : values()) {
            if (form.key().equals(key)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    abstract String line(ILoggingEvent event, ZoneId zone);

    private static String time(ILoggingEvent event, ZoneId zone) {
        return TIME.format(event.getInstant().atZone(zone));
    }

    /** What the event says of itself, then where in the run it happened, then where in the program. */
    private static Map<String, Object> members(ILoggingEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                values.put(pair.key, pair.value == null ? "" : pair.value);
            }
        }
        for (String key : RunLog.PLACES) {
            String place = event.getMDCPropertyMap().get(key);
            if (place != null) {
                values.putIfAbsent(key, place);
            }
        }
        if (!event.getLoggerName().equals(RunLog.NAME)) {
            values.put("logger", event.getLoggerName());
        }
        if (event.getThrowableProxy() != null) {
            values.put("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return values;
    }

    private static String onOneLine(String text) {
        return text.strip().replace("\r", "").replace("\n", "\\n");
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty()
                && value.chars().noneMatch(each -> each <= ' ' || each == '"' || each == '=' || each == '\\');
        return plain ? value : '"' + onOneLine(value.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
