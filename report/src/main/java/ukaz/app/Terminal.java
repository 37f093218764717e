package ukaz.app;

/** The terminal that the program was started in, of which the starting script tells the width. */
final class Terminal {

    private static final int NARROWEST_TEXT = 80;
    private static final int WIDEST_TEXT = 100;

    private Terminal() {}

    /** Its width; or what is given, where it has none because there is no terminal. */
    static int width(int elsewhere) {
        return Integer.getInteger("ukaz.terminal", elsewhere);
    }

    /** How wide running text is that is easy to read in it. */
    static int textWidth() {
        return Math.max(NARROWEST_TEXT, Math.min(WIDEST_TEXT, width(WIDEST_TEXT)));
    }
}
