package ukaz.ingest.source;

/** Reads addresses such as {@code AB17}. */
final class CellAddress {

    private CellAddress() {}

    /** Column counted from 0; -1 where the address has none, a great number where it has too many letters. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            int letter = c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
            if (letter > 0) {
                column = column > 10_000_000 ? 10_000_000 : column * 26 + letter;
            } else if (c != '$') {
                break;
            }
        }
        return column - 1;
    }

    /** Row counted from 1; 0 where the address has none. */
    static int row(String address) {
        int row = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c >= '0' && c <= '9') {
                row = row > 100_000_000 ? 1_000_000_000 : row * 10 + c - '0';
            } else if (row > 0) {
                break;
            }
        }
        return row;
    }
}
