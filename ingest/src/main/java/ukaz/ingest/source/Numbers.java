package ukaz.ingest.source;

/** Reads the numbers of files, which know no locale. */
final class Numbers {

    private Numbers() {}

    /** The number written; NaN where it is none. */
    static double parse(CharSequence digits) {
        int length = digits.length();
        if (length > 0 && length <= 15) {
            long whole = 0;
            int i = 0;
            for (; i < length; i++) {
                char c = digits.charAt(i);
                if (c < '0' || c > '9') {
                    break;
                }
                whole = whole * 10 + c - '0';
            }
            if (i == length) {
                return whole;
            }
        }
        for (int i = 0; i < length; i++) {
            char c = digits.charAt(i);
            // Java would take hexadecimals, suffixes and the word Infinity as well
            if (c > ' ' && (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double number = Double.parseDouble(digits.toString());
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
