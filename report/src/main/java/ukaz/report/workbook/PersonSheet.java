package ukaz.report.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.run.CardIndex;
import ukaz.report.run.RecordCard;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Condition;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** The conferrals of every person who has several, together, with their findings; persons in the order of the alphabet. */
final class PersonSheet {

    private final Wording wording;
    private final SourceLinks links;
    private final FindingsOfRecords findings;

    /** @param group index among the persons with several records */
    private record Person(String name, int group) {}

    PersonSheet(Wording wording, SourceLinks links, FindingsOfRecords findings) {
        this.wording = wording;
        this.links = links;
        this.findings = findings;
    }

    int write(XlsxFile file, int position, CardIndex cards) throws IOException {
        TableSpec spec = new TableSpec(
                wording.text("sheet-persons"),
                "Persons",
                "22313F",
                2,
                11,
                List.of(
                        Column.of(wording.text("col-number"), 8),
                        Column.of(wording.text("col-person"), 34),
                        Column.of(wording.text("col-award"), 32),
                        Column.of(wording.text("col-ordinal"), 10),
                        Column.of(wording.text("col-decree-date"), 13),
                        Column.of(wording.text("col-record-status"), 16),
                        Column.of(wording.text("col-file"), 24),
                        Column.of(wording.text("col-sheet"), 14),
                        Column.of(wording.text("col-row"), 9),
                        Column.of(wording.text("col-findings"), 13),
                        Column.of(wording.text("col-finding-titles"), 60),
                        Column.of(wording.text("col-person-group"), 14)),
                List.of(new Condition(0, 11, "MOD($A2,2)=0", Look.Tint.BAND)),
                wording.text("none-persons"),
                wording.text("continued", "%s"));
        try (TableSheet sheet = file.table(position, spec);
                CardIndex.Reader reader = cards.reader()) {
            List<Person> persons = new ArrayList<>();
            List<int[]> groups = cards.several();
            for (int i = 0; i < groups.size(); i++) {
                persons.add(new Person(reader.card(groups.get(i)[0]).name(), i));
            }
            persons.sort(
                    Comparator.comparing(person -> person.name.replace('ё', 'е').replace('Ё', 'Е')));
            int number = 0;
            for (Person person : persons) {
                number++;
                List<RecordCard> conferrals = new ArrayList<>();
                for (int record : groups.get(person.group)) {
                    conferrals.add(reader.card(record));
                }
                conferrals.sort(Comparator.comparing(PersonSheet::order));
                for (RecordCard card : conferrals) {
                    row(sheet, number, card);
                }
            }
            return sheet.parts();
        }
    }

    private static String order(RecordCard card) {
        return (card.award() == null ? "" : card.award()) + '\0' + (card.decreeDate() == null ? "" : card.decreeDate());
    }

    private void row(TableSheet sheet, int number, RecordCard card) throws IOException {
        SourceRef at = card.at();
        List<String> found = findings.of(card.index());
        Cells row = sheet.row();
        row.number(number, Look.COUNT);
        row.text(card.name(), Look.WRAPPED);
        row.shared(wording.award(card.award()), Look.WRAPPED);
        if (card.ordinal() == null) {
            row.skip(1);
        } else {
            row.number(card.ordinal(), Look.COUNT);
        }
        row.text(card.decreeDate() == null ? "" : card.decreeDate(), Look.PLAIN);
        row.shared(wording.term(Term.Kind.STATUS, card.status().key()), Look.PLAIN);
        row.shared(at.file(), Look.WRAPPED);
        row.shared(SourceLinks.tab(at), Look.WRAPPED);
        links.put(row, at);
        row.number(found.size(), Look.COUNT);
        row.shared(titles(found), Look.WRAPPED);
        row.text(card.person() == null ? "" : card.person(), Look.FAINT);
        sheet.endRow();
    }

    private String titles(List<String> rules) {
        Map<String, Long> counts =
                rules.stream().collect(Collectors.groupingBy(rule -> rule, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(rule -> wording.ruleTitle(rule.getKey()) + (rule.getValue() > 1 ? " ×" + rule.getValue() : ""))
                .collect(Collectors.joining("; "));
    }
}
