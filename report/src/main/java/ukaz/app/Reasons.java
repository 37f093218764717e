package ukaz.app;

import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import ukaz.ingest.source.SourceException;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.report.in.DamagedFileException;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.FindingText;

/** Puts the causes of failures into words. */
final class Reasons {

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

    private static String ofEarlier(DamagedFileException damaged, Messages messages) {
        String what = messages.text("damaged." + damaged.kind().name());
        return damaged.line() == 0
                ? messages.text("damaged.file", damaged.file(), what)
                : messages.text("damaged.line", damaged.file(), damaged.line(), what);
    }

    /** The sentence of a report, without its full stop. */
    private static String ofFile(SourceException source, Messages messages) {
        Finding finding = new Finding(source.fault(), Severity.ERROR, List.of(), "", "");
        String sentence = FindingText.of(messages.language(), RuleBook.of(Settings.standard()))
                .message(finding);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
