package ukaz.ingest.table;

import org.jspecify.annotations.Nullable;
import ukaz.model.Field;

/**
 * A column of a table and what it was understood to say.
 *
 * @param index counted from 0
 * @param title as the source has it, group header and header joined with " / "; empty where there is none
 * @param field null where the column maps to no field
 * @param group which of the repeated groups of a wide table it belongs to, from 1; 0 where it belongs to every record of
 *     the row
 * @param medal the medal that the title names ("№ З/З"): {@code GOLD_STAR}, {@code HAMMER_AND_SICKLE}; null otherwise
 * @param confidence from 0 to 1
 */
public record Column(
        int index,
        String title,
        @Nullable Field field,
        int group,
        @Nullable String medal,
        double confidence) {}
