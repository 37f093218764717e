package ukaz.app;

/** The entry of the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("ukaz " + (version == null ? "(from classes)" : version));
    }
}
