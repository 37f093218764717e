package ukaz.model;

/**
 * What became of the rows of a table; nothing is lost where {@link #balances()}.
 *
 * @param read every row up to the last one used
 * @param records rows that became one record or more
 * @param notData titles, headers, totals, footnotes
 * @param rejected rows with content that could not become a record
 */
public record RowCounts(long read, long records, long blank, long notData, long rejected) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    public boolean balances() {
        return read == records + blank + notData + rejected;
    }

    public RowCounts plus(RowCounts more) {
        return new RowCounts(
                read + more.read,
                records + more.records,
                blank + more.blank,
                notData + more.notData,
                rejected + more.rejected);
    }
}
