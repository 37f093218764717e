package ukaz.ingest.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ukaz.ingest.source.SheetRange;

/**
 * What is read of a file by one reader: all of it, or of a large workbook some sheets.
 *
 * @param source number of the file
 */
public record Piece(int source, SheetRange sheets) {

    private static final Pattern NAME = Pattern.compile("(\\d+)(?::(\\d+)-(\\d+))?");

    /** The file as a whole. */
    public static Piece whole(int source) {
        return new Piece(source, SheetRange.ALL);
    }

    public boolean isWhole() {
        return sheets.equals(SheetRange.ALL);
    }

    /** A name that no other piece of the run has, as {@code 3} or {@code 3:4-7}. */
    public String name() {
        return isWhole() ? Integer.toString(source) : source + ":" + sheets.first() + "-" + sheets.last();
    }

    /**
     * The piece of that {@link #name}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Piece named(String name) {
        Matcher form = NAME.matcher(name);
        if (!form.matches()) {
            throw new IllegalArgumentException("no name of a piece: " + name);
        }
        int source = Integer.parseInt(form.group(1));
        return form.group(2) == null
                ? whole(source)
                : new Piece(source, new SheetRange(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))));
    }

    /** As people name it: the path of the file, and the numbers of the sheets from 1 where these are not all. */
    public String label(String path) {
        int first = sheets.first() + 1;
        int last = sheets.last() + 1;
        return isWhole() ? path : path + " (" + (first == last ? first : first + "–" + last) + ")";
    }
}
