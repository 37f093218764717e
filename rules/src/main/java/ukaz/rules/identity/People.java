package ukaz.rules.identity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

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

    /** Gives the records of each person, ascending, person after person. */
    public void records(Consumer<int[]> each) {
        int[] starts = new int[ids.length + 1];
        for (int person : personOf) {
            starts[person + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] records = new int[personOf.length];
        int[] filled = Arrays.copyOf(starts, ids.length);
        for (int record = 0; record < personOf.length; record++) {
            records[filled[personOf[record]]++] = record;
        }
        for (int person = 0; person < ids.length; person++) {
            each.accept(Arrays.copyOfRange(records, starts[person], starts[person + 1]));
        }
    }
}
