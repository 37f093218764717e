package ukaz.ingest.normalise.date;

/** Roman figures as people type them: in either alphabet and case, and П, Ш, У as on typewriters without Latin letters. */
final class Roman {

    private static final String[] FIGURES = {
        "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
        "xvii", "xviii", "xix", "xx", "xxi"
    };

    private Roman() {}

    /** The number; 0 where the word is none up to 21. */
    static int value(String word) {
        if (word.length() > 6) {
            return 0;
        }
        StringBuilder latin = new StringBuilder(8);
        for (int i = 0; i < word.length(); i++) {
            switch (word.charAt(i)) {
                case 'i', 'і', 'l', 'ӏ', '1' -> latin.append('i');
                case 'v', 'у', 'y' -> latin.append('v');
                case 'x', 'х' -> latin.append('x');
                case 'п' -> latin.append("ii");
                case 'ш' -> latin.append("iii");
                default -> {
                    return 0;
                }
            }
        }
        String figures = latin.toString();
        for (int number = 1; number < FIGURES.length; number++) {
            if (FIGURES[number].equals(figures)) {
                return number;
            }
        }
        return 0;
    }
}
