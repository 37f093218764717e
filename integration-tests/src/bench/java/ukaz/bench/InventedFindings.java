package ukaz.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.Certainty;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.model.Status;
import ukaz.report.review.Mark;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Reviewed;
import ukaz.report.run.RecordCard;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Told;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** Findings about invented people, as many as wanted, each as long as real ones are. */
final class InventedFindings {

    static final RuleBook BOOK = RuleBook.of(Settings.standard());
    static final String SHEET = "Лист1";
    static final String FILE = "герои/Герои Социалистического Труда.xlsx";
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private static final String[] SURNAMES = {
        "Выдумкин", "Небылов", "Сказочников", "Щукин-Пробный", "Ёлкин", "Примеров", "Потехин"
    };
    private static final String[] GIVEN = {"Аркадий", "Мирон", "Тимофей", "Захар", "Пётр", "Ульян"};
    private static final String[] PATRONYMICS = {"Фомич", "Игнатьевич", "Лукич", "Андреевич", "Карпович"};

    private final List<Card> cards = BOOK.cards();

    static List<SourceSummary> sources(Path folder) {
        return List.of(new SourceSummary(
                0, FILE, folder.resolve(FILE), "ab".repeat(32), 1, "xlsx", SourceSummary.State.READ, List.of()));
    }

    static RunInfo run() {
        Instant then = Instant.parse("2026-01-15T12:00:00Z");
        return new RunInfo(
                "20260115-1200-bench",
                "0.1.0",
                then,
                then,
                ZoneOffset.UTC,
                List.of("герои/"),
                Map.of(),
                Map.of(),
                "",
                Optional.of(Severity.ERROR));
    }

    /** The finding of this number, counted from 0. */
    Told get(int i) {
        Card card = cards.get(i % cards.size());
        int column = i % 18;
        SourceRef at = new SourceRef(FILE, SHEET, i + 2, column);
        String date = "19" + (27 + i % 65) + "-0" + (1 + i % 9) + "-" + (10 + i % 18);
        String number = String.valueOf(i * 7919L % 1_000_003);
        Fault fault = new Fault(
                card.id(),
                at,
                Field.DECREE_DATE,
                "Дата указа",
                date + " № " + number,
                i % 7 == 0 ? Certainty.POSSIBLE : Certainty.CERTAIN,
                null,
                Map.of(),
                List.of());
        HexFormat hex = HexFormat.of();
        String record = hex.toHexDigits(i * 0x9E3779B97F4A7C15L);
        Finding finding = new Finding(
                fault, BOOK.severity(card.id()), card.basis(), record, hex.toHexDigits(i * 0xC2B2AE3D27D4EB4FL));
        String name = SURNAMES[i % SURNAMES.length] + " " + GIVEN[i / 7 % GIVEN.length] + " "
                + PATRONYMICS[i / 42 % PATRONYMICS.length];
        RecordCard about = new RecordCard(
                i,
                new SourceRef(FILE, SHEET, i + 2, -1),
                record,
                name,
                "HSL",
                1,
                date,
                Status.VALID,
                null,
                List.of(),
                List.of());
        String message = "Указ от " + date + " № " + number
                + ": звание присвоено раньше, чем было учреждено, — 27 декабря 1938 г.";
        return new Told(
                i + 1L,
                finding,
                about,
                message,
                "не ранее 27 декабря 1938 г.",
                new Reviewed(ReviewStatus.NEW, DAY, false, new Mark("9f31c2aa", i * 31), null, null));
    }
}
