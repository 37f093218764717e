package ukaz.app.operate;

/**
 * A mail in plain text, worded.
 *
 * @param language its tag, as {@code ru}
 */
public record Letter(String subject, String text, String language) {}
