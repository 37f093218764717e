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
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** What two tables of one source mean by two dates of one conferral depends on the tables: no such rows are here. */
    @Test
    void the_order_of_rows_and_files_and_how_they_are_split_change_nothing() throws IOException {
        List<List<String>> rows = numbered();
        List<Told> told = new ArrayList<>();
        for (int files = 1; files <= 4; files++) {
            List<List<String>> shuffled = new ArrayList<>(rows.subList(1, rows.size()));
            Collections.shuffle(shuffled, new Random(files));
            Path folder = Files.createDirectories(work.resolve("in-" + files));
            for (int file = 0; file < files; file++) {
                List<List<String>> part = new ArrayList<>(List.of(rows.get(0)));
                part.addAll(shuffled.subList(shuffled.size() * file / files, shuffled.size() * (file + 1) / files));
                DescribedWorkbook.write(part, "Лист1", folder.resolve("list-" + file + ".xlsx"));
            }
            told.add(told(folder));
        }
        Path turned = Files.createDirectories(work.resolve("turned"));
        for (int file = 0; file < 4; file++) {
            Files.copy(work.resolve("in-4/list-" + file + ".xlsx"), turned.resolve("list-" + (9 - file) + ".xlsx"));
        }

        assertThat(told.get(0).people()).hasSizeBetween(2, CONFERRALS.size());
        assertThat(told).extracting(Told::people).containsOnly(told.get(0).people());
        assertThat(told.get(0).rules())
                .contains(
                        "conflict-field",
                        "duplicate-exact",
                        "duplicate-probable",
                        "history-identity-conflict",
                        "history-ordinal-gap",
                        "history-ordinal-order",
                        "register-decree-conflict",
                        "register-medal-number-shared");
        told.forEach(each -> assertThat(each.findings()).isEqualTo(told.get(0).findings()));
        Told again = told(turned);
        assertThat(again.findings()).isEqualTo(told.get(3).findings());
        assertThat(again.persons())
                .as("and people are called alike")
                .isEqualTo(told.get(3).persons());
    }

    /**
     * What a check says of the rows, by their numbers.
     *
     * @param persons what the person of each row is called
     * @param findings of the rules that look at several rows: the rule, the people, and what their rows say; where several
     *     rows say the same, the first of them is named, and which is first depends on the order
     */
    private record Told(Map<Object, Object> persons, List<String> findings) {

        Set<Set<Object>> people() {
            Map<Object, Set<Object>> people = new HashMap<>();
            persons.forEach((row, person) ->
                    people.computeIfAbsent(person, key -> new HashSet<>()).add(row));
            return new HashSet<>(people.values());
        }

        Set<String> rules() {
            return findings.stream()
                    .map(each -> each.substring(0, each.indexOf(' ')))
                    .collect(Collectors.toSet());
        }
    }

    private Told told(Path folder) {
        Path out = folder.resolveSibling(folder.getFileName() + "-out");
        Ukaz.run("check", folder, "--out", out, "--format", "jsonl", "--quiet");
        Map<Object, Object> persons = new HashMap<>();
        Map<Object, Integer> firstOf = new HashMap<>();
        Map<String, Map<?, ?>> rows = new HashMap<>();
        for (Map<String, Object> record : new Outputs(out).records()) {
            Map<?, ?> raw = (Map<?, ?>) record.get("raw");
            rows.put(place(record), raw);
            persons.put(raw.get("№ п/п"), record.get("person"));
            firstOf.merge(record.get("person"), number(raw), Math::min);
        }
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> finding : new Outputs(out).findings()) {
            String rule = (String) finding.get("rule");
            if (rule.matches("(history|register|duplicate|conflict)-.*")) {
                List<Map<?, ?>> named = new ArrayList<>(List.of(finding));
                ((List<?>) finding.get("related")).forEach(each -> named.add((Map<?, ?>) each));
                Set<Integer> people = new TreeSet<>();
                Set<String> values = new TreeSet<>();
                for (Map<?, ?> each : named) {
                    Map<?, ?> raw = rows.get(place(each));
                    people.add(firstOf.get(persons.get(raw.get("№ п/п"))));
                    values.add(String.valueOf(raw.get(finding.get("column"))));
                }
                findings.add(rule + " " + finding.get("severity") + " of " + people + ": " + values);
            }
        }
        Collections.sort(findings);
        return new Told(persons, findings);
    }

    private static int number(Map<?, ?> raw) {
        return Integer.parseInt(String.valueOf(raw.get("№ п/п")));
    }

    private static String place(Map<?, ?> of) {
        return of.get("file") + " " + of.get("row");
    }

    /** All rows of both workbooks, some of invented people with faults, and a column with the number of each. */
    private static List<List<String>> numbered() {
        List<List<String>> rows = new ArrayList<>(rows(false));
        rows.addAll(rows(true).subList(1, CONFERRALS.size() + 1));
        String hsl = "Герой Социалистического Труда";
        String organ = "ПВС СССР";
        List<List<String>> numbered = new ArrayList<>();
        for (List<String> row : rows) {
            numbered.add(numbered(numbered.size(), row, "Медаль №", "№ указа"));
        }
        List<List<String>> faults = List.of(
                List.of("Гапонов Илья Кузьмич", "01.02.1901", "", hsl, "2", "10.03.1951", organ, "11", ""),
                List.of("Ордынцев Пётр Львович", "03.04.1902", "", hsl, "1", "05.06.1952", organ, "901", ""),
                List.of("Ордынцев Пётр Львович", "03.04.1902", "", hsl, "2", "05.06.1949", organ, "12", ""),
                List.of("Спорнов Яков Ильич", "02.02.1902", "", hsl, "1", "03.03.1953", organ, "902", "12/7"),
                List.of("Спорнов Яков Ильич", "02.02.1902", "", hsl, "1", "13.03.1953", organ, "902", "12/8"),
                List.of("Первов Иван Саввич", "10.10.1908", "", hsl, "1", "01.03.1952", organ, "903", ""),
                List.of("Второв Сергей Лукич", "11.11.1909", "", hsl, "1", "02.03.1953", organ, "903", ""),
                List.of("Девятов Макар Ильич", "17.05.1915", "", hsl, "1", "06.07.1951", organ, "904", "77/5"),
                List.of("Десятов Тарас Ильич", "18.06.1916", "", hsl, "1", "07.08.1951", organ, "905", "77/5"));
        for (List<String> fault : faults) {
            numbered.add(numbered(numbered.size(), fault));
        }
        return numbered;
    }

    private static List<String> numbered(int number, List<String> row, String... more) {
        List<String> numbered = new ArrayList<>(row);
        numbered.add(0, number == 0 ? "№ п/п" : Integer.toString(number));
        for (String each : more) {
            numbered.add(number == 0 ? each : "");
        }
        return numbered;
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
