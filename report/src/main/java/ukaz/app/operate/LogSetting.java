package ukaz.app.operate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * What is logged where no other is told to: warnings, on stderr, for stdout is for results.
 *
 * <p>In place of a file of settings, the reading of which takes a good part of what the check of a small workbook takes.
 */
public final class LogSetting extends ContextAwareBase implements Configurator {

    /**
     * Batch logs with its whole stack what the run tells in a sentence and keeps in failure.log; what is wrong with a file is
     * a finding; a rollback that fails after a failure, a migration that fails and a broker that is gone are told in a sentence
     * too, and that a URI brings a context which trusts everybody is no matter where another takes its place.
     */
    private static final List<String> TOLD_OTHERWISE = List.of(
            "org.springframework.batch",
            "org.apache.poi",
            "org.springframework.transaction",
            "org.flywaydb",
            "com.rabbitmq.client");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder form = new PatternLayoutEncoder();
        form.setContext(context);
        form.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} - %msg%n%nopex");
        form.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setName("stderr");
        stderr.setTarget("System.err");
        stderr.setEncoder(form);
        stderr.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr);
        TOLD_OTHERWISE.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
