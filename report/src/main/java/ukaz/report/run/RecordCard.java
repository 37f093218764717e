package ukaz.report.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.SourceRef;
import ukaz.model.Status;

/**
 * A record in short, as a finding about it shows it.
 *
 * @param index counted from 0 in the order of the run
 * @param at the row
 * @param name empty where it is not known
 * @param award code; null where it is not known
 * @param decreeDate EDTF; null where it is not known
 * @param person groups the records of one person; null where nobody has looked
 * @param titles of the row's columns
 * @param raw the row as typed, beneath the titles; empty where it is not kept
 */
public record RecordCard(
        int index,
        SourceRef at,
        String id,
        String name,
        @Nullable String award,
        @Nullable Integer ordinal,
        @Nullable String decreeDate,
        Status status,
        @Nullable String person,
        List<String> titles,
        List<String> raw) {}
