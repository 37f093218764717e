package ukaz.identity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.identity.InventedPeople.Labelled;
import ukaz.model.AwardRecord;
import ukaz.model.InsigniaNumber;
import ukaz.model.Sex;

/** The records of invented people as one list, with all their slips: hardly anything in it but what tells who is who. */
public final class PeopleFile {

    private static final long SEED = 1;
    /** Each has two rows on the average. */
    private static final double ROWS_PER_PERSON = 2.0005;

    private PeopleFile() {}

    /** The list of some so many records, written unless it is there. */
    public static Path of(Path folder, int records) throws IOException {
        Path file = folder.resolve("people-" + records + ".csv");
        if (!Files.exists(file)) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            write(unfinished, InventedPeople.records(SEED, (int) (records / ROWS_PER_PERSON)));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static void write(Path file, List<Labelled> people) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Фамилия;Имя;Отчество;Дев. фамилия;Пол;Дата рождения;Дата смерти;Награда;Который раз;Дата указа;"
                    + "Кем присвоено;Медаль №;Орден Ленина №\n");
            for (Labelled each : people) {
                AwardRecord record = each.record();
                write(
                        out,
                        record.name().surname(),
                        record.name().givenName(),
                        record.name().patronymic(),
                        record.name().formerName(),
                        record.sex() == null ? null : record.sex() == Sex.MALE ? "м" : "ж",
                        record.birthDate(),
                        record.deathDate(),
                        "HSU".equals(record.award()) ? "Герой Советского Союза" : "Герой Социалистического Труда",
                        record.ordinalInferred() ? null : record.ordinal(),
                        record.decreeDate(),
                        "ПВС СССР",
                        number(record.medalNumber()),
                        number(record.orderOfLeninNumber()));
            }
        }
    }

    private static @Nullable String number(@Nullable InsigniaNumber number) {
        return number == null ? null : number.number();
    }

    private static void write(BufferedWriter out, @Nullable Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            out.write(i == 0 ? "" : ";");
            out.write(cell == null ? "" : cell.toString());
        }
        out.write('\n');
    }
}
