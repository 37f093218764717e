package ukaz.formats;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that people make of a list of conferrals: in two languages, a row for each conferral or each person. */
enum ConferralTable {
    LONG_RUSSIAN(
            "d.MM.yyyy",
            List.of("ФИО", "Дата рожд.", "Дата смерти", "Награда"),
            List.of("Раз", "Дата указа", "Кем присвоено", "№ медали", "№ орд. Ленина"),
            List.of(),
            "Прим.",
            Map.of(
                    "HSL", "Герой Социалистического Труда",
                    "HSU", "ГСС",
                    "PVS_USSR", "Президиум Верховного Совета СССР",
                    "CEC_USSR", "ЦИК СССР")),
    LONG_ENGLISH(
            "d MMMM yyyy",
            List.of("Full name", "DOB", "Died", "Title"),
            List.of("Ordinal", "Decree date", "Conferred by", "Medal no.", "Order of Lenin no."),
            List.of(),
            "Remarks",
            Map.of(
                    "HSL", "Hero of Socialist Labour",
                    "HSU", "Hero of the Soviet Union",
                    "PVS_USSR", "Presidium of the Supreme Soviet of the USSR",
                    "CEC_USSR", "CEC of the USSR")),
    WIDE_RUSSIAN(
            "dd.MM.yyyy",
            LONG_RUSSIAN.ofPerson,
            List.of("Дата указа", "Кем присвоено", "№ медали", "№ орд. Ленина"),
            List.of("Первая медаль", "Вторая медаль", "Третья медаль", "Четвёртая медаль"),
            "Прим.",
            LONG_RUSSIAN.words),
    WIDE_ENGLISH(
            "yyyy-MM-dd",
            LONG_ENGLISH.ofPerson,
            List.of("Decree date", "Conferred by", "Medal no.", "Order of Lenin no."),
            List.of("1st award", "2nd award", "3rd award", "4th award"),
            "Remarks",
            LONG_ENGLISH.words);

    private final DateTimeFormatter dates;
    private final List<String> ofPerson;
    private final List<String> ofConferral;
    private final List<String> groups;
    private final String remarks;
    private final Map<String, String> words;

    ConferralTable(
            String dates,
            List<String> ofPerson,
            List<String> ofConferral,
            List<String> groups,
            String remarks,
            Map<String, String> words) {
        this.dates = DateTimeFormatter.ofPattern(dates, Locale.ENGLISH);
        this.ofPerson = ofPerson;
        this.ofConferral = ofConferral;
        this.groups = groups;
        this.remarks = remarks;
        this.words = words;
    }

    /** Texts, whole numbers and, where asked for, dates. */
    List<List<Object>> rows(List<Conferral> conferrals, boolean typed) {
        List<List<Object>> rows = groups.isEmpty() ? longForm(conferrals) : wideForm(conferrals);
        if (!typed) {
            rows.forEach(row -> row.replaceAll(this::asText));
        }
        return rows;
    }

    private Object asText(Object value) {
        return value instanceof LocalDate date ? dates.format(date) : value.toString();
    }

    private List<List<Object>> longForm(List<Conferral> conferrals) {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> titles = new ArrayList<>(ofPerson);
        titles.addAll(ofConferral);
        titles.add(remarks);
        rows.add(titles);
        for (Conferral conferral : conferrals) {
            List<Object> row = person(conferral);
            row.add(conferral.ordinal());
            row.addAll(conferral(conferral));
            row.add(conferral.remarks());
            rows.add(row);
        }
        return rows;
    }

    /** Under a header of two rows, the upper one of groups. */
    private List<List<Object>> wideForm(List<Conferral> conferrals) {
        List<Object> upper = new ArrayList<>(ofPerson);
        List<Object> lower = new ArrayList<>(List.of("", "", "", ""));
        for (String group : groups) {
            upper.add(group);
            upper.addAll(List.of("", "", ""));
            lower.addAll(ofConferral);
        }
        upper.add(remarks);
        lower.add("");
        Map<List<String>, List<Conferral>> persons = new LinkedHashMap<>();
        for (Conferral each : conferrals) {
            persons.computeIfAbsent(
                            List.of(each.name(), each.birth(), each.death(), each.award()), k -> new ArrayList<>())
                    .add(each);
        }
        List<List<Object>> rows = new ArrayList<>(List.of(upper, lower));
        for (List<Conferral> of : persons.values()) {
            List<Object> row = person(of.get(0));
            for (int group = 1; group <= groups.size(); group++) {
                int ordinal = group;
                row.addAll(of.stream()
                        .filter(each -> each.ordinal() == ordinal)
                        .findFirst()
                        .map(this::conferral)
                        .orElse(List.of("", "", "", "")));
            }
            row.add("");
            rows.add(row);
        }
        return rows;
    }

    private List<Object> person(Conferral of) {
        return new ArrayList<>(
                List.of(of.name(), date(of.birth()), date(of.death()), words.getOrDefault(of.award(), "")));
    }

    private List<Object> conferral(Conferral of) {
        return List.of(
                date(of.decree()),
                words.getOrDefault(of.authority(), ""),
                of.medal() == 0 ? "" : of.medal(),
                of.order() == 0 ? "" : of.order());
    }

    private static Object date(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d")
                ? LocalDate.parse(text)
                : text.matches("\\d{4}") ? (Object) Integer.parseInt(text) : text;
    }
}
