package ukaz.app;

/** The exit codes of the contract. */
public final class ExitCode {

    /** Nothing at or above the severity asked for. */
    public static final int CLEAN = 0;

    /** Findings at or above it. */
    public static final int FINDINGS = 1;

    /** Wrong usage. */
    public static final int USAGE = 2;

    /** Some input could not be processed; the rest was. */
    public static final int UNPROCESSED = 3;

    /** The run itself failed. */
    public static final int FAILED = 4;

    private ExitCode() {}
}
