package ukaz.app.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.Cards;
import ukaz.ingest.store.StagedRow;
import ukaz.model.RuleTally;

/**
 * Rows of one file that are staged together, with what the rules did on them.
 *
 * @param cards those that these rows have filled; none where no archive keeps them
 * @param end the end of the file; null where there is more of it
 * @param share how much of the file has been read, from 0 to 1
 * @param corrected how many of their cells a reviewed list has changed
 */
record RowBatch(
        List<StagedRow> rows,
        List<Cards.Card> cards,
        List<RuleTally> tallies,
        RowEvent.@Nullable End end,
        double share,
        long corrected) {}
