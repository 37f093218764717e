package ukaz.ingest.store;

import java.util.List;
import java.util.Map;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.RowTitles;

/** What the records of one table share: the titles of their columns, and the place of each field among them. */
final class RecordShape {

    private final RowTitles titles;
    private final List<Place> places;

    /** The cell that a field is read from, its text aside. */
    record Place(Field field, int column, int above, String title) {

        Cell cell(String text) {
            return new Cell(column, above, title, text);
        }
    }

    RecordShape(List<String> titles, List<Place> places) {
        this.titles = new RowTitles(titles);
        this.places = List.copyOf(places);
    }

    /** How many cells a row has. */
    int width() {
        return titles.titles().size();
    }

    List<Place> places() {
        return places;
    }

    /** The row with these texts by title, without a table of its own. */
    Map<String, String> row(List<String> texts) {
        return titles.row(texts);
    }
}
