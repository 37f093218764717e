package ukaz.app.operate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The log of a run that nobody watches: an event a line, in place of what a person at a terminal is told.
 *
 * <p>What the program prints for a person becomes an event too, so that a collector of logs never meets another line.
 */
public final class RunLog implements AutoCloseable {

    /** The name of the logger that tells of runs. */
    static final String NAME = "ukaz";

    /** Where in a run an event happened, most general first; keys of the logging context. */
    static final List<String> PLACES = List.of("run", "stage", "file");

    private final LoggerContext context;
    private final List<Appender<ILoggingEvent>> before;
    private final Appender<ILoggingEvent> appender;
    private final PrintStream told;

    private RunLog(LoggerContext context, Appender<ILoggingEvent> appender) {
        this.context = context;
        this.appender = appender;
        this.before = new ArrayList<>();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(before::add);
        before.forEach(root::detachAppender);
        root.addAppender(appender);
        context.getLogger(NAME).setLevel(Level.INFO);
        this.told = new PrintStream(new Lines(context.getLogger(NAME)), true, StandardCharsets.UTF_8);
    }

    /** Sends every event to {@code err} until this is closed. */
    public static RunLog begin(LogForm form, ZoneId zone, PrintStream err) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Appender<ILoggingEvent> appender = new UnsynchronizedAppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                byte[] line = form.line(event, zone).getBytes(StandardCharsets.UTF_8);
                err.write(line, 0, line.length);
                err.flush();
            }
        };
        appender.setContext(context);
        appender.start();
        return new RunLog(context, appender);
    }

    /** The logger of the events of runs. */
    public static org.slf4j.Logger events() {
        return LoggerFactory.getLogger(NAME);
    }

    /** From here on the events of this thread belong to this place of the run: {@code run}, {@code stage} or {@code file}. */
    public static void at(String place, String value) {
        MDC.put(place, value);
    }

    /** From here on the events of this thread belong to no run. */
    public static void leave() {
        PLACES.forEach(MDC::remove);
    }

    /** A stream whose lines become events. */
    public PrintStream told() {
        return told;
    }

    @Override
    public void close() {
        told.flush();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAppender(appender);
        before.forEach(root::addAppender);
        context.getLogger(NAME).setLevel(null);
        leave();
    }

    /** Makes an event of every line. */
    private static final class Lines extends OutputStream {

        private final org.slf4j.Logger log;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(org.slf4j.Logger log) {
            this.log = log;
        }

        @Override
        public synchronized void write(int each) {
            if (each != '\n') {
                line.write(each);
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8).strip();
            line.reset();
            if (!text.isEmpty()) {
                log.info("{}", text);
            }
        }
    }
}
