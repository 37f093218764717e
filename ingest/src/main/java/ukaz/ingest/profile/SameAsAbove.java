package ukaz.ingest.profile;

/**
 * Why a blank cell of a column may mean the same as the one above it; whether it does only a person can say.
 *
 * @param blanks how many cells are blank below a filled one
 * @param merged how many of the column's cells are merged over several rows
 * @param example the first of these, "A2:A4"; empty where there are none
 */
public record SameAsAbove(long blanks, long merged, String example) {}
