package ukaz.ingest.source;

import org.apache.poi.ss.usermodel.FormulaError;

/** The error values of binary workbooks in the words of the spreadsheet. */
final class ErrorCodes {

    private ErrorCodes() {}

    static String text(int code) {
        try {
            return FormulaError.forInt(code).getString();
        } catch (IllegalArgumentException e) {
            return "#ERROR!";
        }
    }

    /** A number packed into four bytes. */
    static double rk(int packed) {
        double number = (packed & 2) != 0 ? packed >> 2 : Double.longBitsToDouble((packed & 0xFFFFFFFCL) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }
}
