package ukaz.ingest.normalise.name;

import java.util.List;
import ukaz.ingest.normalise.Reading;
import ukaz.model.Change;
import ukaz.model.PersonName;

/** Which part of a name a column has first. */
public enum NameOrder {
    SURNAME_FIRST,
    GIVEN_NAME_FIRST;

    private static final int FEWEST = 2;

    /** What the names of a column settle as a whole; the surname is first where they do not tell. */
    public static NameOrder of(List<String> column) {
        int given = 0;
        int surname = 0;
        for (String text : column) {
            Reading<PersonName> reading = Names.readFull(text, SURNAME_FIRST);
            PersonName name = reading.value();
            if (name == null || name.surname() == null || name.givenName() == null) {
                continue;
            }
            if (reading.changes().contains(Change.Kind.NAME_ORDER)) {
                given++;
            } else {
                surname++;
            }
        }
        return given >= FEWEST && given > 2 * surname ? GIVEN_NAME_FIRST : SURNAME_FIRST;
    }
}
