package ukaz.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ukaz.model.Finding;

/**
 * The findings that it took several records to make: what is found again stays as it is, what is new is added, and what is
 * found no longer is ended by the run.
 *
 * <p>Reads and writes in the transaction of its thread. What it remembers of a finding is a number.
 */
public final class CrossFindings {

    private static final int AT_ONCE = 1_000;
    private static final String STANDING = "select f.scope, f.source_id, f.row_no, f.column_no, f.rule, f.severity,"
            + " f.record_id, f.fingerprint, f.details from finding f where f.until_run is null and ";

    private static final String[] ANYWHERE = {};

    private final Store store;
    private final Map<Place, List<Finding>> fresh = new HashMap<>();
    /** What must be found again: how it is found in the table, or nothing where all will be looked through again. */
    private final Map<Long, String[]> standing = new HashMap<>();

    private boolean all;
    private int waiting;

    private record Place(int source, int sheet, String scope) {}

    public CrossFindings(Store store) {
        this.store = store;
    }

    /** Everything will be judged anew: what stands must be found again. */
    public void expectAll() {
        all = true;
        select(STANDING + "f.scope is not null", row -> standing.put(key(row), ANYWHERE));
    }

    /** What is looked at in the register as a whole will be judged anew. */
    public void expectRegister() {
        select(STANDING + "f.scope = 'register'", row -> standing.put(key(row), place(row)));
    }

    /** What is looked at together with some records will be judged anew. */
    public void expect(String scope, CrossRecords records, IntStream numbers) {
        if (all) {
            return;
        }
        records.relate(numbers);
        select(
                STANDING + "f.scope = '" + scope + "' and f.record_id in (select r.id from related l join record r"
                        + " on r.source_id = l.source_id and r.sheet = l.sheet and r.row_no = l.row_no"
                        + " and r.row_group = l.row_group)",
                row -> standing.put(key(row), place(row)));
    }

    private static String[] place(ResultSet row) throws SQLException {
        return new String[] {row.getString(7), row.getString(1), row.getString(5), row.getString(8), row.getString(9)};
    }

    /** Adds a finding on a record of the sheet. */
    public void add(int source, int sheet, String scope, Finding finding) {
        if (!standing.isEmpty() && standing.remove(key(scope, source, finding)) != null) {
            return;
        }
        fresh.computeIfAbsent(new Place(source, sheet, scope), place -> new ArrayList<>())
                .add(finding);
        if (++waiting >= AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        fresh.forEach((place, found) -> store.addFindings(place.source(), place.sheet(), place.scope(), found));
        fresh.clear();
        waiting = 0;
    }

    /** Ends what was expected and not found again. */
    public void complete() {
        flush();
        if (standing.isEmpty()) {
            return;
        }
        List<String[]> gone = new ArrayList<>();
        if (all) {
            select(STANDING + "f.scope is not null and f.since_run <> " + store.run(), row -> {
                if (standing.remove(key(row)) != null) {
                    gone.add(place(row));
                }
            });
        } else {
            gone.addAll(standing.values());
        }
        String sql = "update finding set until_run = " + store.run() + " where until_run is null and since_run <> "
                + store.run() + " and record_id = ? and scope = ? and rule = ? and fingerprint = ? and details = ?";
        on(sql, update -> {
            for (String[] finding : gone) {
                for (int i = 0; i < finding.length; i++) {
                    update.setString(i + 1, finding[i]);
                }
                update.addBatch();
            }
            update.executeBatch();
        });
    }

    private static long key(String scope, int source, Finding finding) {
        return key(
                scope,
                source,
                finding.fault().at().row(),
                finding.fault().at().column(),
                finding.rule(),
                finding.severity().key(),
                finding.recordId(),
                finding.fingerprint(),
                StoreCodec.details(finding.fault(), finding.basis()));
    }

    private static long key(ResultSet row) throws SQLException {
        return key(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    private static long key(@Nullable Object... parts) {
        long key = 17;
        for (Object part : parts) {
            String text = String.valueOf(part);
            for (int i = 0; i < text.length(); i++) {
                key = (key ^ text.charAt(i)) * 0x100000001B3L;
                key ^= key >>> 29;
            }
            key = key * 31 + 7;
        }
        return key;
    }

    private void select(String sql, Store.Row each) {
        on(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.accept(row);
                }
            }
        });
    }

    private void on(String sql, Store.OnStatement work) {
        store.prepared(sql, AT_ONCE, "relating the findings of", work);
    }
}
