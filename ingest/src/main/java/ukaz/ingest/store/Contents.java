package ukaz.ingest.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ukaz.model.Finding;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;

/** What a store holds, one after the other in the order of the reports, and how much it is. */
public final class Contents {

    /** Each of them is of many records. */
    private static final int FETCH_SHEAVES = 20;

    private final Store store;
    private final Extent extent;

    Contents(Store store) {
        this.store = store;
        this.extent = store.extent();
    }

    /** Every record of one source, whether it holds or not, in the order of sheet and row. */
    public void records(int source, Consumer<? super StoredRecord> to) {
        records("r.source_id = " + source, to);
    }

    /** Every record, in the order of source, sheet and row. */
    public void records(Consumer<? super StoredRecord> to) {
        records(extent.of("r.source_id"), to);
    }

    private void records(String condition, Consumer<? super StoredRecord> to) {
        Map<String, RecordShape> shapes = new HashMap<>();
        store.query(
                "select id, columns from shape",
                row -> shapes.put(row.getString(1), StoreCodec.shape(row.getString(2))));
        store.reading(connection -> {
            // Side by side: what records say is kept many at a time, and who is who one by one.
            try (PreparedStatement sheaves = connection.prepareStatement("select s.path, t.name, r.first_row, r.content"
                            + " from sheaf r join source s on s.id = r.source_id join sheet t on t.source_id = r.source_id and t.sheet = r.sheet"
                            + " where " + condition + " order by r.source_id, r.sheet, r.first_row");
                    PreparedStatement people =
                            connection.prepareStatement("select r.row_no, r.person from record r where " + condition
                                    + " order by r.source_id, r.sheet, r.row_no, r.row_group")) {
                sheaves.setFetchSize(FETCH_SHEAVES);
                people.setFetchSize(Store.FETCH_ROWS);
                try (ResultSet row = sheaves.executeQuery();
                        ResultSet person = people.executeQuery()) {
                    while (row.next()) {
                        SourceRef sheet = SourceRef.sheet(row.getString(1), row.getString(2));
                        Sheaf sheaf = new Sheaf(row.getInt(3), row.getBytes(4));
                        while (sheaf.next()) {
                            if (!person.next() || person.getInt(1) != sheaf.row()) {
                                throw new IllegalStateException("the store has lost who a record is of");
                            }
                            to.accept(new StoredRecord(RecordCodec.full(sheaf, sheet, shapes), person.getString(2)));
                        }
                    }
                }
            }
        });
    }

    /** Every finding, in the order of source, sheet, row, column and rule. */
    public void findings(Consumer<? super Finding> to) {
        store.query(
                "select rule, row_no, column_no, severity, record_id, fingerprint, details from finding f where "
                        + extent.findings("f")
                        + " order by source_id, sheet, row_no, column_no, rule, fingerprint, details",
                row -> {
                    List<@Nullable String> details = StoreCodec.split(row.getString(7));
                    to.accept(new Finding(
                            StoreCodec.fault(row.getString(1), row.getInt(2), row.getInt(3), details),
                            Severity.of(row.getString(4)),
                            StoreCodec.basis(details),
                            row.getString(5),
                            row.getString(6)));
                });
    }

    /**
     * How the words of each column were read, in the order of source, sheet and column, the most frequent first; then every
     * other changed value, in the order of source, sheet, row and column.
     */
    public void changes(Consumer<? super StoredChange> to) {
        store.query(
                "select row_no, column_no, record_id, details, times from reading where " + extent.of("source_id")
                        + " order by source_id, sheet, column_no, times desc, row_no, details",
                row -> to.accept(StoreCodec.change(
                        row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), row.getLong(5))));
        store.query(
                "select row_no, column_no, record_id, details from change where " + extent.of("source_id")
                        + " order by source_id, sheet, row_no, column_no, record_id, details",
                row -> to.accept(
                        StoreCodec.change(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), 1)));
    }

    /** Every row with content that is no record, in the order of source, sheet and row. */
    public void skipped(Consumer<? super SkippedRow> to) {
        store.query(
                "select s.path, t.name, k.row_no, k.reason, k.kind, k.cells from skipped k"
                        + " join source s on s.id = k.source_id"
                        + " join sheet t on t.source_id = k.source_id and t.sheet = k.sheet"
                        + " where " + extent.sources("s") + " order by k.source_id, k.sheet, k.row_no",
                row -> to.accept(new SkippedRow(
                        new SourceRef(row.getString(1), row.getString(2), row.getInt(3), -1),
                        row.getString(4),
                        row.getString(5),
                        StoreCodec.texts(row.getString(6)))));
    }

    /** What each rule did over all sources, for the rules that ran, by id. */
    public Map<String, RuleTally> tallies() {
        Map<String, RuleTally> tallies = new HashMap<>();
        store.query(
                "select rule, sum(checked), sum(found), sum(undecided) from tally t where " + extent.tallies("t")
                        + " group by rule",
                row -> tallies.put(
                        row.getString(1),
                        new RuleTally(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), null)));
        if (extent.kind() != Extent.Kind.WHOLE) {
            // What was found again was counted again; what is found no longer was counted, too.
            Map<String, Long> found = new HashMap<>();
            store.query(
                    "select rule, count(*) from finding f where " + extent.findings("f") + " group by rule",
                    row -> found.put(row.getString(1), row.getLong(2)));
            tallies.replaceAll((rule, tally) -> new RuleTally(
                    rule, tally.checked(), found.getOrDefault(rule, 0L), tally.undecided(), tally.notRun()));
        }
        return tallies;
    }

    /** How many findings there are of each severity; zeros included. */
    public Map<Severity, Long> severities() {
        Map<Severity, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        store.query(
                "select severity, count(*) from finding f where " + extent.findings("f") + " group by severity",
                row -> counts.put(Severity.of(row.getString(1)), row.getLong(2)));
        return counts;
    }

    public long recordCount() {
        long[] count = new long[1];
        store.query("select count(*) from record where " + extent.of("source_id"), row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** How many rows became a record, a skipped row of one reason: what the counts of the sheets must agree with. */
    public RowCounts recount() {
        long[] counts = new long[3];
        // Nearly every row has its record in the first group: those others are told apart that have theirs in another
        // alone.
        store.query(
                "select count(*) from record where row_group = 1 and " + extent.of("source_id"),
                row -> counts[0] = row.getLong(1));
        store.query(
                "select count(*) from (select distinct r.source_id, r.sheet, r.row_no from record r where r.row_group > 1 and "
                        + extent.of("r.source_id") + " and not exists (select 1 from record f where"
                        + " f.source_id = r.source_id and f.sheet = r.sheet and f.row_no = r.row_no"
                        + " and f.row_group = 1)) r",
                row -> counts[0] += row.getLong(1));
        String skipped = "select count(*) from skipped where " + extent.of("source_id") + " and reason = ";
        store.query(skipped + "'row-not-data'", row -> counts[1] = row.getLong(1));
        store.query(skipped + "'row-rejected'", row -> counts[2] = row.getLong(1));
        return new RowCounts(0, counts[0], 0, counts[1], counts[2]);
    }
}
