package ukaz.ingest.normalise.record;

import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.table.Column;
import ukaz.model.HistoricalDate;

/**
 * One conferral a row tells of, before its values are read.
 *
 * @param group the group of columns it stands in, from 1
 * @param place which of several values of a cell belongs to it, from 0
 * @param of how many values there are
 * @param award what its award says; null where nothing does
 * @param act the text of its act taken apart; null where no cell has one
 * @param decreeDate null where the act has it or nothing does
 * @param dateColumn where the date stands; null where no column is for it
 */
record Conferral(
        int group,
        int place,
        int of,
        @Nullable Reading<AwardTerm> award,
        @Nullable DecreeText act,
        @Nullable Reading<HistoricalDate> decreeDate,
        @Nullable Column dateColumn) {}
