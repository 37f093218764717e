package ukaz.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Certainty;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.Sex;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.run.RunInfo;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** A run over invented people, in a real store: as many rows as wanted, each with as many findings as wanted. */
final class InventedRun {

    static final RuleBook BOOK = RuleBook.of(Settings.standard());
    /** Values that a careless writer would take for a formula, markup or script. */
    static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "<script>alert(1)</script>",
            "\"onload=\"alert(1)",
            "javascript:alert(1)",
            "+1+2",
            "@SUM(A1)",
            "-2+3",
            "]]>&amp;\u0001_x0041_",
            "</script><!--",
            "  пробелы  ");

    private static final String[] SURNAMES = {
        "Выдумкин", "Небылов", "Сказочников", "Щукин-Пробный", "Ёлкина", "Примеров"
    };
    private static final String[] GIVEN = {"Аркадий", "Мария", "Тимофей", "Зоя", "Пётр", "Ульяна"};
    private static final String[] PATRONYMICS = {"Фомич", "Игнатьевна", "Лукич", "Андреевна", "Карпович", "Саввична"};
    private static final List<String> TITLES =
            List.of("ФИО", "Дата рожд.", "Награда", "Раз", "Дата указа", "Кем присвоено", "№ медали", "Гражданство");
    private static final Field[] FIELDS = {
        Field.FULL_NAME,
        Field.BIRTH_DATE,
        Field.AWARD,
        Field.ORDINAL,
        Field.DECREE_DATE,
        Field.AUTHORITY,
        Field.MEDAL_NUMBER,
        Field.CITIZENSHIP
    };

    private InventedRun() {}

    static RunInfo info() {
        return new RunInfo(
                "20261122-1015-7f3a",
                "0.1.0",
                Instant.parse("2026-11-22T10:15:00Z"),
                Instant.parse("2026-11-22T10:15:42Z"),
                ZoneOffset.UTC,
                List.of("герои/"),
                Map.of("--fail-on", "error"),
                Map.of(),
                "",
                Optional.of(Severity.ERROR));
    }

    /** Fills the store with files of {@code rows} rows each, every {@code faulty}-th of them at fault. */
    static Store fill(Path folder, int files, int rows, int faulty) {
        Store store = Store.embedded(folder.resolve("run.db"));
        List<SourceSummary> sources = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            String path = file == 0 ? "герои/Герои & «прочие».xlsx" : "герои/heroes-" + file + ".csv";
            sources.add(new SourceSummary(
                    file,
                    path,
                    folder.resolve("sources").resolve(path),
                    Integer.toHexString(path.hashCode()).repeat(8),
                    10_000L + rows,
                    null,
                    SourceSummary.State.PENDING,
                    List.of()));
        }
        store.addSources(sources);
        for (SourceSummary source : sources) {
            fill(store, source, rows, faulty);
            store.sourceRead(source.id(), source.id() == 0 ? "xlsx" : "csv", SourceSummary.State.READ);
        }
        return store;
    }

    private static void fill(Store store, SourceSummary source, int rows, int faulty) {
        String sheet = source.id() == 0 ? "Лист 'один'" : null;
        List<Card> cards = BOOK.cards();
        long[] found = new long[cards.size()];
        List<StagedRow> staged = new ArrayList<>();
        SkippedRow title = new SkippedRow(
                new SourceRef(source.path(), sheet, 1, -1), "row-not-data", "title", List.of("", "Список =героев"));
        staged.add(new StagedRow(
                0, sheet, layout(), List.of(), List.of(), List.of(), title, new RowCounts(3, 0, 1, 2, 0)));
        for (int i = 0; i < rows; i++) {
            AwardRecord record = record(source, sheet, i);
            List<Finding> findings = new ArrayList<>();
            if (faulty > 0 && i % faulty == 0) {
                int card = i / faulty % cards.size();
                Field field = FIELDS[i % FIELDS.length];
                Cell cell = record.cell(field);
                Fault fault = new Fault(
                        cards.get(card).id(),
                        record.at(field),
                        field,
                        cell == null ? null : cell.title(),
                        cell == null ? null : cell.text(),
                        i % 7 == 0 ? Certainty.POSSIBLE : Certainty.CERTAIN,
                        null,
                        values(record),
                        List.of(record.at(Field.AWARD)));
                BOOK.sign(fault, record).ifPresent(findings::add);
                found[card] += findings.size();
            }
            List<StoredChange> changes = i % 2 == 0
                    ? List.of(new StoredChange(
                            record.at(Field.DECREE_DATE),
                            "Дата указа",
                            record.id(),
                            new Change(
                                    Field.DECREE_DATE,
                                    Change.Kind.DATE_NOTATION,
                                    "08.12.1951",
                                    String.valueOf(record.decreeDate()))))
                    : List.of();
            staged.add(new StagedRow(
                    0, sheet, null, List.of(record), changes, findings, null, new RowCounts(1, 1, 0, 0, 0)));
            if (staged.size() == 1_000) {
                store.add(source.id(), staged);
                staged.clear();
            }
        }
        store.add(source.id(), staged);
        List<RuleTally> tallies = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            tallies.add(new RuleTally(cards.get(i).id(), rows, found[i], i % 4 == 0 ? 3 : 0, null));
        }
        store.addTallies(source.id(), tallies);
    }

    private static TableLayout layout() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < FIELDS.length; i++) {
            columns.add(new Column(i, TITLES.get(i), FIELDS[i], 0, null, 1 - i * 0.03));
        }
        columns.add(new Column(FIELDS.length, "Прим. <b>", null, 0, null, 0));
        return new TableLayout(3, 1, 1, columns);
    }

    private static AwardRecord record(SourceSummary source, String sheet, int i) {
        int row = i + 4;
        PersonName name = new PersonName(
                SURNAMES[i % SURNAMES.length],
                GIVEN[i / 6 % GIVEN.length],
                PATRONYMICS[i / 36 % PATRONYMICS.length],
                null);
        HistoricalDate decreed = HistoricalDate.of(LocalDate.of(1921, 3, 1).plusDays(i * 17L % 26_000));
        String hostile = HOSTILE.get(i % HOSTILE.size());
        String[] typed = {
            name.display(),
            "1902",
            i % 5 == 0 ? "Герой Труда" : "Герой Соц. Труда",
            "1",
            decreed.toString(),
            "ПВС СССР",
            "№ " + (i + 1),
            i % 8 == 7 ? HOSTILE.get(i / 8 % HOSTILE.size()) : "СССР"
        };
        AwardRecord.Builder builder = AwardRecord.builder(
                        Integer.toHexString(source.id() + 16) + "%014x".formatted(i * 7919L),
                        new SourceRef(source.path(), sheet, row, -1))
                .name(name)
                .sex(i % 2 == 0 ? Sex.MALE : Sex.FEMALE)
                .birthDate(HistoricalDate.parse("1902"))
                .citizenship("SU")
                .award(i % 5 == 0 ? "HOL" : "HSL")
                .ordinal(1)
                .decreeDate(decreed)
                .authority("PVS_USSR")
                .medalNumber(InsigniaNumber.of(String.valueOf(i + 1)));
        for (int c = 0; c < FIELDS.length; c++) {
            builder.cell(FIELDS[c], new Cell(c, TITLES.get(c), typed[c]));
            builder.raw(TITLES.get(c), typed[c]);
        }
        return builder.raw("Прим. <b>", hostile).build();
    }

    private static Map<String, Object> values(AwardRecord record) {
        return Map.of(
                "award",
                new Term(Term.Kind.AWARD, String.valueOf(record.award())),
                "date",
                HistoricalDate.parse(String.valueOf(record.decreeDate())),
                "established",
                LocalDate.of(1938, 12, 27));
    }
}
