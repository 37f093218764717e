package ukaz.rules.identity;

import java.util.Arrays;
import java.util.HexFormat;

/** Who is who: every record belongs to one person. */
public final class People {

    private final int[] personOf;
    private final long[] ids;
    private final long notCompared;

    /**
     * @param personOf the person of each record
     * @param ids for each person the smallest id of its records
     */
    People(int[] personOf, long[] ids, long notCompared) {
        this.personOf = personOf;
        this.ids = ids;
        this.notCompared = notCompared;
    }

    public int count() {
        return ids.length;
    }

    /** The person of a record, from 0; in an order that content alone decides. */
    public int of(int record) {
        return personOf[record];
    }

    /** A name for the person that stays the same while its records do. */
    public String id(int person) {
        return "p-" + HexFormat.of().toHexDigits(ids[person]);
    }

    /** How many records stood in crowds too large to compare each with each; they were compared with the most alike. */
    public long notCompared() {
        return notCompared;
    }

    /** The records of each person, ascending. */
    public int[][] records() {
        int[] sizes = new int[ids.length];
        for (int person : personOf) {
            sizes[person]++;
        }
        int[][] records = new int[ids.length][];
        Arrays.setAll(records, person -> new int[sizes[person]]);
        Arrays.fill(sizes, 0);
        for (int record = 0; record < personOf.length; record++) {
            int person = personOf[record];
            records[person][sizes[person]++] = record;
        }
        return records;
    }
}
