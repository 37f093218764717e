package ukaz.app.broker;

/** How long one waits before looking or trying again, for a worker, its manager or a server; a test may wait less. */
public final class Waits {

    private static final int PERCENT = Integer.getInteger("ukaz.waits.percent", 100);

    private Waits() {}

    /** As long as that, in whatever unit, or the part of it that was asked for. */
    public static long of(long usual) {
        return usual * PERCENT / 100;
    }
}
