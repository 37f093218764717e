package ukaz.ingest.table;

/** What a row of a sheet is. */
public enum RowKind {
    /** A row that becomes one record or more. */
    RECORD,
    /** A title, a repeated header, a total, a page number, a footnote: counted and kept, never a record. */
    NOT_DATA,
    /** A row with content that names neither a person nor an award. */
    REJECTED
}
