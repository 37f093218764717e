package ukaz.ingest.normalise.record;

import java.util.List;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Fault;

/**
 * What became of one row.
 *
 * @param records one for each conferral that the row tells of, at least one
 * @param changes for each record what was written differently; what concerns the whole row stands with the first
 * @param faults each at its cell
 */
public record Assembled(List<AwardRecord> records, List<List<Change>> changes, List<Fault> faults) {}
