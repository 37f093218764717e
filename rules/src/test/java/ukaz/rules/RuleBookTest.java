package ukaz.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.AwardRecord;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.model.data.DataException;
import ukaz.model.statute.Disagreement;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.SharedRule;

class RuleBookTest {

    private static final AwardRecord FOREIGNER = ExampleRecord.of(
            Map.of("surname", "Иванов", "award", "HSL", "decreeDate", "1961-06-17", "citizenship", "CU", "ordinal", 1));
    private static final Fault UNREADABLE = Fault.of(
            "date-unparseable",
            new SourceRef("a/heroes.xlsx", "Лист1", 17, 5),
            Field.BIRTH_DATE,
            "Дата рожд.",
            "???",
            Map.of());

    @Test
    void signs_a_violation_with_its_place_and_its_card() {
        Finding finding = check(RuleBook.of(Settings.standard()), FOREIGNER, "statute-foreign-citizen")
                .get(0);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.basis()).containsExactly("S3", "D7");
        assertThat(finding.recordId()).isEqualTo(FOREIGNER.id());
        assertThat(finding.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(finding.fault().at()).isEqualTo(FOREIGNER.at(Field.CITIZENSHIP));
        assertThat(finding.fault().title()).isEqualTo("citizenship");
        assertThat(finding.fault().value()).isEqualTo("CU");
    }

    @Test
    void gives_the_severity_that_the_user_chose() {
        RuleBook book = book("rules: {statute-foreign-citizen: {severity: info}}");

        assertThat(check(book, FOREIGNER, "statute-foreign-citizen"))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        assertThat(book.severity("statute-foreign-citizen")).isEqualTo(Severity.INFO);
        assertThat(book.severity("statute-authority")).isEqualTo(Severity.ERROR);
    }

    @Test
    void says_of_a_rule_switched_off_that_it_did_not_run() {
        RuleBook book = book(
                "rules: {statute-foreign-citizen: {enabled: false}, date-unparseable: {enabled: false}, field-missing: {enabled: false}}");
        RuleBook.Session session = book.session();
        List<Finding> findings = new ArrayList<>();
        session.check(FOREIGNER, findings::add);
        session.report(UNREADABLE, FOREIGNER, findings::add);

        assertThat(findings).extracting(Finding::rule).doesNotContain("statute-foreign-citizen", "date-unparseable");
        assertThat(book.sign(UNREADABLE, null)).isEmpty();
        assertThat(book.isEnabled("date-unparseable")).isFalse();
        assertThat(tally(session, "statute-foreign-citizen"))
                .isEqualTo(new RuleTally("statute-foreign-citizen", 0, 0, 0, "off"));
    }

    @Test
    void counts_what_it_checked_found_and_could_not_decide() {
        RuleBook.Session session = RuleBook.of(Settings.standard()).session();
        session.check(FOREIGNER, finding -> {});
        session.check(ExampleRecord.of(Map.of("award", "HSL", "decreeDate", "1961-06-17")), finding -> {});
        session.check(ExampleRecord.of(Map.of("award", "HSU", "decreeDate", "1961-06-17")), finding -> {});
        session.report(UNREADABLE, FOREIGNER, finding -> {});
        session.looked("sheet-no-table", 3);
        List<RuleTally> tallies = session.drain();

        assertThat(tallies)
                .contains(
                        new RuleTally("statute-foreign-citizen", 1, 1, 1, null),
                        new RuleTally("date-unparseable", 3, 1, 0, null),
                        new RuleTally("sheet-no-table", 3, 0, 0, null));
        assertThat(tallies)
                .extracting(RuleTally::rule)
                .containsExactlyElementsOf(
                        Catalogue.RULES.stream().map(Catalogue.Entry::id).toList());
        assertThat(session.drain()).allMatch(tally -> tally.checked() + tally.found() + tally.undecided() == 0);
    }

    @Test
    void signs_a_fault_that_has_no_record() {
        RuleBook book = RuleBook.of(Settings.standard());
        Finding finding = book.sign(Fault.of("source-unreadable", SourceRef.file("heroes.xlsx"), Map.of()), null)
                .orElseThrow();

        assertThat(finding.recordId()).isEmpty();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThatThrownBy(() -> book.sign(Fault.of("no-such-rule", SourceRef.file("x"), Map.of()), null))
                .hasMessageContaining("no rule 'no-such-rule'");
        assertThat(book.card("no-such-rule")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: {statute-repeat-limt: {}}     | line 1, column 30: unknown rule 'statute-repeat-limt'; did you mean 'statute-repeat-limit'?",
                "rules: {life-span: {enabeld: true}}  | unknown key 'enabeld'; did you mean 'enabled'?",
                "rules: {life-span: {severity: loud}} | unknown severity 'loud'; there are error, warning, info",
                "rules: {life-span: {enabled: maybe}} | true or false is expected here, not 'maybe'",
                "rules: {statute-service-years: {parameters: {youngest: 9}}} | unknown key 'youngest'",
                "rules: {statute-service-years: {parameters: {youngest-start: x}}} | a whole number is expected here, not 'x'",
                "rules: {statute-foreign-citizen: {parameters: {except: x}}} | a list is expected here",
                "readings: {D99: x} | unknown disagreement 'D99'",
                "readings: {D1: repeat} | unknown reading of D1 'repeat'; did you mean 'repeats'?",
                "rule: {} | unknown key 'rule'; did you mean 'rules'?",
                "rules: [ | not YAML",
            })
    void says_where_the_settings_are_wrong(String yaml, String message) {
        assertThatThrownBy(() -> book(yaml))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("ukaz.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void takes_empty_settings_for_none() {
        assertThat(Settings.read("ukaz.yaml", new StringReader("# nothing"))).isSameAs(Settings.standard());
        assertThat(book("readings: {D8: '1918'}").statutes().readings()).containsEntry("D8", "1918");
    }

    @Test
    void recognises_a_finding_whose_row_has_moved() {
        RuleBook book = RuleBook.of(Settings.standard());
        Fault moved = Fault.of(
                "date-unparseable",
                new SourceRef("b/heroes.xlsx", "Лист2", 900, 1),
                Field.BIRTH_DATE,
                "Дата рожд.",
                "!!!",
                Map.of("row", 900));

        assertThat(fingerprint(book, moved, FOREIGNER)).isEqualTo(fingerprint(book, UNREADABLE, FOREIGNER));
        assertThat(fingerprint(book, UNREADABLE, record("Семёнов", "HSL", 1, "1961-06-17")))
                .isEqualTo(fingerprint(book, UNREADABLE, record("СЕМЕНОВ", "HSL", 1, "1999")))
                .isNotEqualTo(fingerprint(book, UNREADABLE, record("Семёнов", "HSL", 2, "1961-06-17")))
                .isNotEqualTo(fingerprint(book, UNREADABLE, record("Семёнов", "HSU", 1, "1961-06-17")));
        assertThat(fingerprint(book, UNREADABLE, record("Семёнов", "HSL", null, "1961-06-17")))
                .isNotEqualTo(fingerprint(book, UNREADABLE, record("Семёнов", "HSL", null, "1961-06-18")));
        assertThat(fingerprint(book, UNREADABLE, ExampleRecord.of(Map.of("award", "", "decreeDate", ""))))
                .hasSize(16);
    }

    @Test
    void tells_faults_of_a_table_apart_by_their_columns_and_words() {
        RuleBook book = RuleBook.of(Settings.standard());
        SourceRef at = new SourceRef("heroes.xlsx", "Лист1", 1, 3);
        Fault one = Fault.of("column-unmapped", at, Field.REMARKS, "Прим.", "", Map.of("near", "x"));

        assertThat(fingerprint(book, one, null))
                .isEqualTo(fingerprint(
                        book,
                        Fault.of(
                                "column-unmapped",
                                at.column(9),
                                Field.REMARKS,
                                "прим.",
                                "",
                                Map.of("near", "x", "row", 4)),
                        null))
                .isNotEqualTo(fingerprint(
                        book, Fault.of("column-unmapped", at, Field.REMARKS, "Прим.", "", Map.of("near", "y")), null))
                .isNotEqualTo(fingerprint(book, Fault.of("column-unmapped", at, Map.of("near", "x")), null));
    }

    @Test
    void tells_findings_of_other_people_files_fields_and_words_apart() {
        RuleBook book = RuleBook.of(Settings.standard());
        AwardRecord semenov = record("Семёнов", "HSL", 1, "1961-06-17");
        String usual = fingerprint(book, UNREADABLE, semenov);

        assertThat(fingerprint(book, UNREADABLE, record("Петров", "HSL", 1, "1961-06-17")))
                .isNotEqualTo(usual);
        assertThat(fingerprint(book, at("a/others.xlsx", Field.BIRTH_DATE, "???"), semenov))
                .isNotEqualTo(usual);
        assertThat(fingerprint(book, at("a/heroes.xlsx", Field.DEATH_DATE, "???"), semenov))
                .isNotEqualTo(usual);
        assertThat(fingerprint(book, at("heroes.xlsx", Field.BIRTH_DATE, "???"), semenov))
                .isEqualTo(usual);
        assertThat(fingerprint(book, at("heroes.xlsx", Field.BIRTH_DATE, "???"), null))
                .isNotEqualTo(fingerprint(book, at("heroes.xlsx", Field.BIRTH_DATE, "!!!"), null));
    }

    private static Fault at(String file, Field field, String value) {
        return Fault.of("date-unparseable", new SourceRef(file, "Лист1", 17, 5), field, "Дата рожд.", value, Map.of());
    }

    @Test
    void gives_a_rule_another_mark_where_it_means_something_else_and_only_there() {
        RuleBook standard = RuleBook.of(Settings.standard());

        assertThat(standard.mark("statute-service-years")).matches("[0-9a-f]{8}");
        assertThat(changedMarks("rules: {statute-service-years: {severity: info}}"))
                .containsExactly("statute-service-years");
        assertThat(changedMarks("rules: {statute-service-years: {parameters: {youngest-start: 12}}}"))
                .containsExactly("statute-service-years");
        assertThat(changedMarks("readings: {D1: repeats}"))
                .containsExactlyInAnyOrder("statute-certificate", "statute-medal-missing", "statute-repeat-ended");
        assertThat(changedMarks("readings: {D8: \"1918\"}"))
                .containsExactly("statute-before-establishment", "statute-honorary");
        assertThat(changedMarks("rules: {life-span: {enabled: false}}")).isEmpty();
        assertThat(standard.cards().stream().map(card -> standard.mark(card.id())))
                .as("different in what they rest on")
                .hasSizeGreaterThan(10)
                .doesNotContain("00000000");
    }

    /** Whatever another reading of the law changes in the examples of all cards, the marks of the rules concerned tell. */
    @Test
    void gives_a_rule_another_mark_wherever_another_reading_lets_it_judge_otherwise() {
        RuleBook standard = RuleBook.of(Settings.standard());
        List<Disagreement> disagreements = StatuteBook.load().bases().stream()
                .filter(Disagreement.class::isInstance)
                .map(Disagreement.class::cast)
                .toList();
        assertThat(disagreements).hasSizeGreaterThan(5);
        disagreements.forEach(disagreement -> disagreement.readings().keySet().forEach(reading -> {
            String yaml = "readings: {%s: \"%s\"}".formatted(disagreement.id(), reading);
            RuleBook changed = book(yaml);
            Map<String, String> otherwise = new TreeMap<>();
            for (Card card : standard.cards()) {
                for (Card.Example example : card.examples()) {
                    if (!example.record().isEmpty()) {
                        Map<String, Set<String>> before = judged(standard, example);
                        Map<String, Set<String>> after = judged(changed, example);
                        before.forEach((rule, findings) -> {
                            if (!findings.equals(after.get(rule))) {
                                otherwise.putIfAbsent(
                                        rule, card.id() + ": " + example.title().en());
                            }
                        });
                    }
                }
            }
            assertThat(changedMarks(yaml)).as(yaml + ", see %s", otherwise).containsAll(otherwise.keySet());
        }));
    }

    /** What each rule finds. */
    private static Map<String, Set<String>> judged(RuleBook book, Card.Example example) {
        Map<String, Set<String>> found = new TreeMap<>();
        book.cards().forEach(card -> found.put(card.id(), new TreeSet<>()));
        book.session()
                .check(
                        ExampleRecord.of(example.record()),
                        finding -> found.get(finding.rule())
                                .add(finding.severity() + " " + finding.fault().values()));
        return found;
    }

    private static List<String> changedMarks(String yaml) {
        RuleBook standard = RuleBook.of(Settings.standard());
        RuleBook changed = book(yaml);
        return standard.cards().stream()
                .map(Card::id)
                .filter(id -> !standard.mark(id).equals(changed.mark(id)))
                .toList();
    }

    @Test
    void tells_what_the_user_set() {
        assertThat(RuleBook.of(Settings.standard()).isEnabled("life-span")).isTrue();
        assertThat(RuleBook.of(Settings.standard()).parameter("statute-service-years", "youngest-start"))
                .isEqualTo(10);
        assertThat(book("rules: {statute-service-years: {parameters: {youngest-start: 12}}}")
                        .parameter("statute-service-years", "youngest-start"))
                .isEqualTo(12);
    }

    @Test
    void counts_what_nobody_had_to_look_at() {
        RuleBook.Session session =
                book("rules: {duplicate-exact: {enabled: false}}").session();
        session.unremarkable(5);
        session.unremarkable(2);
        session.unremarkable(SharedRule.What.DECREE, 1);
        session.unremarkable(SharedRule.What.DECREE, 1);
        session.undecided("register-decree-conflict", 4);
        session.undecided("register-decree-conflict", 1);
        session.looked("sheet-no-table", 2);
        session.looked("duplicate-exact", 2);

        assertThat(session.drain().stream()
                        .filter(tally -> tally.checked() + tally.undecided() > 0)
                        .toList())
                .containsExactlyInAnyOrder(
                        new RuleTally("history-ordinal-repeated", 7, 0, 0, null),
                        new RuleTally("history-both-titles", 7, 0, 0, null),
                        new RuleTally("duplicate-probable", 7, 0, 0, null),
                        new RuleTally("register-decree-conflict", 2, 0, 5, null),
                        new RuleTally("sheet-no-table", 2, 0, 0, null));
    }

    @Test
    void counts_the_places_of_a_series() {
        RuleBook.Session session = RuleBook.of(Settings.standard()).session();

        assertThat(session.outliers(30, place -> 1_000 + place)).isEmpty();
        session.outliers(30, place -> 1_000 + place);

        assertThat(tally(session, "register-medal-number-order").checked()).isEqualTo(60);
    }

    @Test
    void looks_at_the_shape_of_a_record_unless_every_rule_of_it_is_off() {
        AwardRecord undated = ExampleRecord.of(Map.of("surname", "Иванов", "award", "HSL", "decreeDate", ""));
        String off = Catalogue.RULES.stream()
                .filter(entry -> entry.kind() == Catalogue.Kind.SHAPE)
                .map(entry -> entry.id() + ": {enabled: false}")
                .collect(Collectors.joining(", ", "rules: {", "}"));
        String allButOne = off.replace("field-missing: {enabled: false}", "field-missing: {severity: info}");

        assertThat(check(book(allButOne), undated, "field-missing"))
                .isNotEmpty()
                .allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(check(book(off), undated, "field-missing")).isEmpty();
    }

    private static AwardRecord record(String surname, String award, Integer ordinal, String date) {
        return ExampleRecord.of(
                ordinal == null
                        ? Map.of("surname", surname, "award", award, "decreeDate", date)
                        : Map.of("surname", surname, "award", award, "decreeDate", date, "ordinal", ordinal));
    }

    private static String fingerprint(RuleBook book, Fault fault, AwardRecord record) {
        return book.sign(fault, record).orElseThrow().fingerprint();
    }

    private static List<Finding> check(RuleBook book, AwardRecord record, String rule) {
        List<Finding> findings = new ArrayList<>();
        book.session().check(record, findings::add);
        return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    private static RuleTally tally(RuleBook.Session session, String rule) {
        return session.drain().stream()
                .filter(tally -> tally.rule().equals(rule))
                .findAny()
                .orElseThrow();
    }

    private static RuleBook book(String yaml) {
        return RuleBook.of(Settings.read("ukaz.yaml", new StringReader(yaml)));
    }
}
