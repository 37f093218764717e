package ukaz.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.model.NameKey;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.Csv;
import ukaz.workbook.DescribedWorkbook;

/** The real people of the samples, told by two workbooks of which one is careless. */
class SamplesToldTwiceIT {

    private static final List<Map<String, String>> CONFERRALS =
            Csv.records(Path.of("src/test/resources/samples/conferrals.csv"));

    @TempDir
    private Path work;

    @Test
    void everybody_is_found_again_and_nobody_is_taken_for_another() throws IOException {
        write("first.xlsx", false);
        write("second.xlsx", true);

        Ukaz ukaz = Ukaz.run("check", work, "--out", work.resolve("out"), "--format", "jsonl", "--quiet");

        Map<Object, Set<String>> namesOf = new HashMap<>();
        Map<String, Set<Object>> personsOf = new HashMap<>();
        List<Map<String, Object>> records = new Outputs(work.resolve("out")).records();
        assertThat(records).as(ukaz.err()).hasSize(2 * CONFERRALS.size());
        for (Map<String, Object> record : records) {
            String who = who(CONFERRALS.get((int) ((Long) record.get("row") - 2)));
            namesOf.computeIfAbsent(record.get("person"), key -> new HashSet<>())
                    .add(who);
            personsOf.computeIfAbsent(who, key -> new HashSet<>()).add(record.get("person"));
        }
        assertThat(namesOf)
                .as("taken for each other")
                .allSatisfy((person, names) -> assertThat(names).hasSize(1));
        assertThat(personsOf)
                .as("not found again")
                .allSatisfy((who, persons) -> assertThat(persons).hasSize(1));
    }

    @Test
    void the_order_of_rows_and_files_and_how_they_are_split_change_nothing() throws IOException {
        List<List<String>> rows = new ArrayList<>(rows(false));
        rows.addAll(rows(true).subList(1, CONFERRALS.size() + 1));
        List<List<String>> numbered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(rows.get(i));
            row.add(0, i == 0 ? "№ п/п" : Integer.toString(i));
            numbered.add(row);
        }
        Map<String, Set<Set<Object>>> told = new HashMap<>();
        for (int files = 1; files <= 4; files++) {
            Path folder = Files.createDirectories(work.resolve("in-" + files));
            List<List<String>> shuffled = new ArrayList<>(numbered.subList(1, numbered.size()));
            Collections.shuffle(shuffled, new Random(files));
            for (int file = 0; file < files; file++) {
                List<List<String>> part = new ArrayList<>(List.of(numbered.get(0)));
                part.addAll(shuffled.subList(shuffled.size() * file / files, shuffled.size() * (file + 1) / files));
                DescribedWorkbook.write(part, "Лист1", folder.resolve("list-" + (9 - file) + ".xlsx"));
            }
            Path out = work.resolve("out-" + files);
            Ukaz.run("check", folder, "--out", out, "--format", "jsonl", "--quiet");
            Map<Object, Set<Object>> people = new HashMap<>();
            for (Map<String, Object> record : new Outputs(out).records()) {
                Map<?, ?> raw = (Map<?, ?>) record.get("raw");
                people.computeIfAbsent(record.get("person"), key -> new HashSet<>())
                        .add(raw.get("№ п/п"));
            }
            told.put("in " + files + " files", new HashSet<>(people.values()));
        }

        assertThat(told.get("in 1 files")).hasSizeBetween(2, CONFERRALS.size());
        assertThat(told.values()).allSatisfy(groups -> assertThat(groups).isEqualTo(told.get("in 1 files")));
    }

    private static String who(Map<String, String> row) {
        return NameKey.matching(row.get("name").split(" ")[0]) + " " + row.get("birth");
    }

    private void write(String file, boolean careless) throws IOException {
        DescribedWorkbook.write(rows(careless), "Лист1", work.resolve(file));
    }

    private static List<List<String>> rows(boolean careless) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ФИО", "Дата рождения", "Дата смерти", "Награда", "Раз", "Дата указа", "Кем присвоено"));
        for (int i = 0; i < CONFERRALS.size(); i++) {
            Map<String, String> row = CONFERRALS.get(i);
            String award = row.get("award").equals("HSU") ? "Герой Советского Союза" : "Герой Социалистического Труда";
            rows.add(List.of(
                    careless ? name(row.get("name"), i) : row.get("name"),
                    careless ? birth(row.get("birth"), i) : row.get("birth"),
                    careless && i % 4 == 0 ? "" : row.get("death"),
                    award,
                    row.get("ordinal"),
                    row.get("decree"),
                    row.get("authority")));
        }
        return rows;
    }

    private static String name(String name, int row) {
        String[] parts = name.split(" ");
        return switch (row % 6) {
            case 0 -> name.replace('ё', 'е').replace('Ё', 'Е');
            case 1 -> parts[0].toUpperCase(Locale.ROOT) + name.substring(parts[0].length());
            case 2 -> parts[0] + " " + parts[1].charAt(0) + ". " + parts[2].charAt(0) + ".";
            case 3 -> parts[0] + " " + parts[1];
            case 4 -> mistyped(parts[0]) + " " + parts[1] + " " + parts[2];
            default -> name;
        };
    }

    /** The two letters in the middle change places. */
    private static String mistyped(String surname) {
        int at = surname.length() / 2;
        return surname.substring(0, at - 1) + surname.charAt(at) + surname.charAt(at - 1) + surname.substring(at + 1);
    }

    private static String birth(String birth, int row) {
        if (!birth.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return birth;
        }
        LocalDate day = LocalDate.parse(birth);
        return switch (row % 5) {
            case 0 ->
                day.getYear() < 1918
                        ? day.minusDays(day.getYear() < 1900 ? 12 : 13).toString()
                        : birth;
            case 1 -> Integer.toString(day.getYear());
            case 2 ->
                day.getDayOfMonth() <= 12
                        ? "%04d-%02d-%02d".formatted(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
                        : birth;
            default -> birth;
        };
    }
}
