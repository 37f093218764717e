package ukaz.ingest.table;

import java.util.List;

/**
 * Where a table stands on its sheet and what its columns say.
 *
 * @param headerRow the first row of the header, from 1
 * @param headerRows how many rows the header has
 * @param groups how many repeated groups a row has; 1 where a row is one conferral
 */
public record TableLayout(int headerRow, int headerRows, int groups, List<Column> columns) {

    public TableLayout {
        columns = List.copyOf(columns);
    }
}
