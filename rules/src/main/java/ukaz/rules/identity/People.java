package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.function.Consumer;
import ukaz.model.PersonId;

/** Who is who: every record belongs to one person. */
public final class People {

    private final Memory memory;
    private final IntBuffer personOf;
    private final LongBuffer ids;
    private final int count;
    private final long notCompared;

    /**
     * @param personOf the person of each record
     * @param ids for each person the smallest id of its records
     * @param count of the people
     */
    People(Memory memory, IntBuffer personOf, LongBuffer ids, int count, long notCompared) {
        this.memory = memory;
        this.personOf = personOf;
        this.ids = ids;
        this.count = count;
        this.notCompared = notCompared;
    }

    public int count() {
        return count;
    }

    /** The person of a record, from 0; in an order that content alone decides. */
    public int of(int record) {
        return personOf.get(record);
    }

    /** A name for the person that stays the same while its records do. */
    public String id(int person) {
        return PersonId.of(ids.get(person));
    }

    /** How many records stood in crowds too large to compare each with each; they were compared with the most alike. */
    public long notCompared() {
        return notCompared;
    }

    /** Gives the records of each person, ascending, person after person. */
    public void records(Consumer<int[]> each) {
        int size = personOf.capacity();
        IntBuffer starts = memory.ints(count + 1);
        for (int record = 0; record < size; record++) {
            int person = personOf.get(record);
            starts.put(person, starts.get(person) + 1);
        }
        int end = 0;
        for (int person = 0; person <= count; person++) {
            end += starts.get(person);
            starts.put(person, end);
        }
        IntBuffer records = memory.ints(size);
        for (int record = size - 1; record >= 0; record--) {
            int person = personOf.get(record);
            int at = starts.get(person) - 1;
            starts.put(person, at);
            records.put(at, record);
        }
        for (int person = 0; person < count; person++) {
            int[] group = new int[starts.get(person + 1) - starts.get(person)];
            records.get(starts.get(person), group);
            each.accept(group);
        }
    }
}
