package ukaz.ingest.table;

import java.util.Map;
import java.util.Set;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.model.Field;

/**
 * What a mapping says of a table besides the meaning of its columns.
 *
 * @param constants what holds for every record where the table has no column for it
 * @param sameAsAbove columns, counted from 0, in which a blank cell means the same as the one above
 * @param dateOrder which figure of 03/04/1950 is the day; {@code UNSETTLED} where the table itself is to tell
 */
public record TableAdvice(Map<Field, String> constants, Set<Integer> sameAsAbove, DayMonthOrder dateOrder) {

    public static final TableAdvice NONE = new TableAdvice(Map.of(), Set.of(), DayMonthOrder.UNSETTLED);

    public TableAdvice {
        constants = Map.copyOf(constants);
        sameAsAbove = Set.copyOf(sameAsAbove);
    }
}
