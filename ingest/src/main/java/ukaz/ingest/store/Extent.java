package ukaz.ingest.store;

/**
 * Which part of a store is read, and as what run is written to it.
 *
 * @param run in whose name rows are written
 */
record Extent(Kind kind, int run) {

    enum Kind {
        /** Everything there is. */
        WHOLE,
        /** What the run brought, with all it found, on records of earlier runs too. */
        BROUGHT,
        /** What held when the run had ended. */
        HELD
    }

    static final Extent WHOLE = new Extent(Kind.WHOLE, 0);

    /** The condition on the table of sources. */
    String sources(String source) {
        return switch (kind) {
            case WHOLE -> "1 = 1";
            case BROUGHT -> source + ".since_run = " + run;
            case HELD -> held(source);
        };
    }

    /** The condition on a column that names a source. */
    String of(String sourceId) {
        return kind == Kind.WHOLE ? "1 = 1" : sourceId + " in (select x.id from source x where " + sources("x") + ")";
    }

    /** The condition on the table of findings. */
    String findings(String finding) {
        return switch (kind) {
            case WHOLE -> "1 = 1";
            case BROUGHT -> finding + ".since_run = " + run;
            case HELD -> held(finding) + " and (" + finding + ".source_id < 0 or " + of(finding + ".source_id") + ")";
        };
    }

    /** The condition on the table of tallies. */
    String tallies(String tally) {
        return switch (kind) {
            case WHOLE -> "1 = 1";
            case BROUGHT -> tally + ".run_id = " + run;
            case HELD ->
                tally + ".run_id <= " + run + " and (" + tally + ".source_id < 0 or " + of(tally + ".source_id") + ")";
        };
    }

    private String held(String table) {
        return "%1$s.since_run <= %2$d and (%1$s.until_run is null or %1$s.until_run > %2$d)".formatted(table, run);
    }
}
