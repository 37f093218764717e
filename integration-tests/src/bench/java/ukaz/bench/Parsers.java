package ukaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.name.NameOrder;
import ukaz.ingest.normalise.name.Names;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.Awards;
import ukaz.ingest.normalise.text.Texts;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Sources;
import ukaz.model.HistoricalDate;

/** What one value costs the parsers, warm: nanoseconds a value, in the mixtures that registers have. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Parsers {

    private static final int ROWS = 1_000;
    private static final int EIGHT = 8;

    private static final List<String> DATES = List.of(
            "12.01.1903",
            "1903-01-12",
            "12 января 1903 г.",
            "1903",
            "5/18 мая 1899 г.",
            "ок. 1905",
            "не ранее 1917",
            "весна 1943 г.");
    private static final List<String> NAMES = List.of(
            "Курчатов Игорь Васильевич",
            "КУРЧАТОВ И. В.",
            "Иванова (Петрова) Мария Ивановна",
            "Абай кызы Зейнаб",
            "Иван Иванович Иванов",
            "Ли Си Цын",
            "Римский-Корсаков Н. А.",
            "Иванову Ивану Ивановичу");
    private static final List<String> AWARDS = List.of(
            "Герой Социалистического Труда",
            "ГСТ",
            "Герой Советского Союза",
            "дважды Герой Соц. Труда",
            "Золотая медаль «Серп и Молот»",
            "Герой Труда",
            "Hero of Socialist Labour",
            "Звание Героя Соц. Труда (посмертно)");
    private static final List<String> ORGANS = List.of(
            "Президиум Верховного Совета СССР",
            "ПВС СССР",
            "ЦИК СССР",
            "Президент СССР",
            "Указ ПВС СССР",
            "ЦИК РСФСР",
            "Верховный Совет СССР",
            "ВЦСПС");

    private final DateContext birth = DateContext.of(DateContext.Role.BIRTH, LocalDate.of(2026, 1, 1));
    private final List<String> edtf =
            List.of("1903-01-12", "1951-12-08", "1903", "1905~", "1905-03", "../1917", "190X", "1905-03/1905-05");
    private Path shared = Path.of("");
    private Path inline = Path.of("");

    @Setup
    public void files() throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("bench.work", "target/bench")));
        shared = Register.file(work, Register.Format.SHARED, ROWS);
        inline = Register.file(work, Register.Format.INLINE, ROWS);
    }

    @Benchmark
    @OperationsPerInvocation(EIGHT)
    public void date(Blackhole hole) {
        DATES.forEach(text -> hole.consume(Dates.readText(text, birth)));
    }

    @Benchmark
    @OperationsPerInvocation(EIGHT)
    public void edtf(Blackhole hole) {
        edtf.forEach(text -> hole.consume(HistoricalDate.parse(text)));
    }

    @Benchmark
    @OperationsPerInvocation(EIGHT)
    public void name(Blackhole hole) {
        NAMES.forEach(text -> hole.consume(Names.readFull(text, NameOrder.SURNAME_FIRST)));
    }

    @Benchmark
    @OperationsPerInvocation(EIGHT)
    public void award(Blackhole hole) {
        AWARDS.forEach(text -> hole.consume(Awards.read(text)));
    }

    @Benchmark
    @OperationsPerInvocation(EIGHT)
    public void authority(Blackhole hole) {
        ORGANS.forEach(text -> hole.consume(Authorities.read(text)));
    }

    @Benchmark
    @OperationsPerInvocation(EIGHT)
    public void cleanText(Blackhole hole) {
        NAMES.forEach(text -> hole.consume(Texts.isClean(text)));
    }

    /** Of a small workbook, opening included. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void rowOfSharedStrings(Blackhole hole) throws IOException {
        rows(shared, hole);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void rowOfInlineStrings(Blackhole hole) throws IOException {
        rows(inline, hole);
    }

    private static void rows(Path file, Blackhole hole) throws IOException {
        try (var workbook = Sources.open(file, file.toString(), OpenOptions.DEFAULT)) {
            while (workbook.nextSheet() != null) {
                for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                    for (SourceCell cell : row.cells()) {
                        hole.consume(cell);
                    }
                }
            }
        }
    }
}
