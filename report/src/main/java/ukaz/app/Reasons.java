package ukaz.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ukaz.app.broker.NotLetInException;
import ukaz.app.job.NoWorkerException;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.store.LostLockException;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.report.in.DamagedFileException;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.FindingText;

/** Puts the causes of failures into words. */
final class Reasons {

    private static final int SQLITE_TOO_BIG = 18;
    private static final int SQLITE_MISMATCH = 20;

    private Reasons() {}

    /** What went wrong, in the words of the deepest cause that has any. */
    static String of(Throwable failure, Messages messages) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException source) {
                return ofFile(source, messages);
            }
            if (cause instanceof DamagedFileException damaged) {
                return ofEarlier(damaged, messages);
            }
            if (cause instanceof LostLockException) {
                return messages.text("reason.lockLost");
            }
            if (cause instanceof NotLetInException refused) {
                return messages.text("reason.broker." + refused.why().name(), refused.said());
            }
            if (isOfAStranger(cause)) {
                return messages.text("reason.untrusted");
            }
            if (cause instanceof OutOfMemoryError) {
                return messages.text("reason.memory");
            }
            if (cause.getMessage() != null) {
                deepest = cause;
            }
        }
        if (deepest instanceof AccessDeniedException) {
            return messages.text("reason.denied");
        }
        if (deepest instanceof NoSuchFileException || deepest instanceof FileNotFoundException) {
            return messages.text("reason.missing");
        }
        if (deepest instanceof NotDirectoryException) {
            return messages.text("reason.notFolder");
        }
        if (deepest instanceof CharacterCodingException) {
            return messages.text("reason.notText");
        }
        String text = deepest instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : deepest.getMessage();
        if (text == null || text.isBlank()) {
            return deepest.getClass().getSimpleName();
        }
        if (text.equals("Is a directory")) {
            return messages.text("reason.folder");
        }
        if (text.contains("No space left") || text.contains("SQLITE_FULL")) {
            return messages.text("reason.diskFull");
        }
        return text.lines().findFirst().orElse(text);
    }

    /** No certificate that is trusted leads to the one that was shown, or only by its name. */
    private static boolean isOfAStranger(Throwable cause) {
        return cause instanceof CertPathBuilderException
                || cause instanceof CertPathValidatorException invalid
                        && invalid.getReason() == CertPathValidatorException.BasicReason.INVALID_SIGNATURE;
    }

    private static String ofEarlier(DamagedFileException damaged, Messages messages) {
        String what = messages.text("damaged." + damaged.kind().name());
        return damaged.line() == 0
                ? messages.text("damaged.file", damaged.file(), what)
                : messages.text("damaged.line", damaged.file(), damaged.line(), what);
    }

    /** True where the machine or a server refused: no file is to blame, and nothing better will come of trying them one by one. */
    static boolean isOfTheMachine(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean machine = cause instanceof SQLException sql
                    ? !isOfTheData(sql)
                    : cause instanceof IOException
                                    && !(cause instanceof SourceException)
                                    && !(cause instanceof DamagedFileException)
                            || cause instanceof LostLockException
                            || cause instanceof NoWorkerException;
            if (machine) {
                return true;
            }
        }
        return false;
    }

    /** True where the broker does not let us do what an import needs. */
    static boolean isOfTheBroker(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(NotLetInException.class::isInstance);
    }

    /** PostgreSQL says so by the class of the state, SQLite by its number: constraint, mismatch, too big. */
    private static boolean isOfTheData(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? e.getErrorCode() >= SQLITE_TOO_BIG && e.getErrorCode() <= SQLITE_MISMATCH
                : state.startsWith("22") || state.startsWith("23");
    }

    /** The sentence of a report as a part of another one. */
    private static String ofFile(SourceException source, Messages messages) {
        Finding finding = new Finding(source.fault(), Severity.ERROR, List.of(), "", "");
        String sentence = FindingText.of(messages.language(), RuleBook.of(Settings.standard()))
                .message(finding);
        return within(sentence);
    }

    /** A sentence as it stands within another: without its full stop, and without its capital unless that is of a name. */
    static String within(String sentence) {
        String part = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean name = part.length() < 2 || !Character.isLowerCase(part.charAt(1)) && part.charAt(1) != ' ';
        return name ? part : Character.toLowerCase(part.charAt(0)) + part.substring(1);
    }
}
