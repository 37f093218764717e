package ukaz.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ukaz.model.statute.Award;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.text.StatutePage;

/** Shows what the law said of an award. */
@Command(name = "statute")
final class StatuteCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "AWARD")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--on", paramLabel = "DATE")
    private @Nullable String on;

    StatuteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        StatuteBook statutes = StatuteBook.load();
        Award award = statutes.award(code.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new UsageException(session.messages()
                        .text(
                                "error.unknownAward",
                                code,
                                statutes.awards().stream().map(Award::code).collect(Collectors.joining(", ")))));
        StatutePage page = StatutePage.of(session.messages().language(), statutes, Terminal.textWidth());
        session.out().print(on == null ? page.overTime(award.code()) : page.on(award.code(), day(on)));
        return ExitCode.CLEAN;
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(session.messages().text("error.date", text));
        }
    }
}
