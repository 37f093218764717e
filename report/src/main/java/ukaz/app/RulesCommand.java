package ukaz.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ukaz.model.data.Nearest;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.RulePage;

/** Shows the catalogue, or one rule. */
@Command(name = "rules")
final class RulesCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ID")
    private @Nullable String rule;

    RulesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RuleBook book = RuleBook.of(Settings.standard());
        RulePage page = RulePage.of(session.messages().language(), book, Terminal.textWidth());
        String wanted = rule;
        if (wanted == null) {
            session.out().print(page.list());
            return ExitCode.CLEAN;
        }
        if (book.card(wanted).isEmpty()) {
            String near = Nearest.to(wanted, book.cards().stream().map(Card::id).toList())
                    .map(id -> " " + session.messages().text("error.near", id))
                    .orElse("");
            throw new UsageException(session.messages().text("error.unknownRule", wanted) + near);
        }
        session.out().print(page.rule(wanted));
        return ExitCode.CLEAN;
    }
}
