package ukaz.model;

import org.jspecify.annotations.Nullable;

/**
 * What one rule did in a run.
 *
 * @param checked how many cases it looked at and could decide
 * @param found how many findings it made
 * @param undecided how many cases it could not decide, a field being absent, unreadable or too vague
 * @param notRun code of the reason why it did not run ({@code off}, {@code no-reference} …); null where it did
 */
public record RuleTally(
        String rule,
        long checked,
        long found,
        long undecided,
        @Nullable String notRun) {}
