package ukaz.ingest.normalise.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.date.DateContext.Role;
import ukaz.ingest.source.SourceCell;
import ukaz.model.HistoricalDate;

/** What holds of every date and every text; {@code -Dukaz.fuzz.rounds} makes it look longer. */
class DatesPropertiesTest {

    private static final int ROUNDS = Integer.getInteger("ukaz.fuzz.rounds", 10_000);
    private static final DateContext CONTEXT = DateContext.of(Role.OTHER, DatesTest.TODAY);
    private static final String[] GENITIVE =
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
    private static final String[] NOMINATIVE =
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
    private static final String[] SHORT = "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.".split(" ");
    private static final String[] UKRAINIAN =
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" ");
    private static final String[] ENGLISH =
            "January February March April May June July August September October November December".split(" ");
    private static final String[] ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");

    private static final List<Function<LocalDate, String>> DAY_NOTATIONS = List.of(
            LocalDate::toString,
            day -> "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "%d.%d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "%02d-%02d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "%d.%02d.%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
            day -> "%d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
            day -> "%d %s %d г.".formatted(day.getDayOfMonth(), of(GENITIVE, day), day.getYear()),
            day -> "«%02d» %s %d года".formatted(day.getDayOfMonth(), of(GENITIVE, day), day.getYear()),
            day -> "%d %s %d".formatted(day.getDayOfMonth(), of(GENITIVE, day).toUpperCase(Locale.ROOT), day.getYear()),
            day -> "%d %s %d".formatted(day.getDayOfMonth(), of(SHORT, day), day.getYear()),
            day -> "%d, %s %d-го".formatted(day.getYear(), of(GENITIVE, day), day.getDayOfMonth()),
            day -> "%d %s %d р.".formatted(day.getDayOfMonth(), of(UKRAINIAN, day), day.getYear()),
            day -> "%s %d, %d".formatted(of(ENGLISH, day), day.getDayOfMonth(), day.getYear()),
            day -> "%d-%s-%d".formatted(day.getDayOfMonth(), of(ENGLISH, day).substring(0, 3), day.getYear()),
            day -> "%d/%s %d".formatted(day.getDayOfMonth(), of(ROMAN, day), day.getYear()),
            day -> "%d.%s.%d".formatted(day.getDayOfMonth(), of(ROMAN, day).toLowerCase(Locale.ROOT), day.getYear()),
            day -> "род.\u00a0%02d.%02d.%d г.".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> day + "T00:00:00Z");

    private static final List<Function<YearMonth, String>> MONTH_NOTATIONS = List.of(
            YearMonth::toString,
            month -> "%02d.%d".formatted(month.getMonthValue(), month.getYear()),
            month -> "00.%02d.%d".formatted(month.getMonthValue(), month.getYear()),
            month -> "??.%02d.%d".formatted(month.getMonthValue(), month.getYear()),
            month -> "%s %d г.".formatted(NOMINATIVE[month.getMonthValue() - 1], month.getYear()),
            month -> "%s.%d".formatted(ROMAN[month.getMonthValue() - 1], month.getYear()),
            month -> "%s %d".formatted(ENGLISH[month.getMonthValue() - 1], month.getYear()));

    private static final List<Function<Integer, String>> YEAR_NOTATIONS = List.of(
            "%d"::formatted, "%d г."::formatted, "в %d году"::formatted, "%d-й"::formatted, "00.00.%d"::formatted);

    @Test
    void a_day_in_any_notation_is_that_day() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = randomDay(random);
            String text =
                    DAY_NOTATIONS.get(random.nextInt(DAY_NOTATIONS.size())).apply(day);
            assertThat(Dates.readText(text, CONTEXT).value()).as(text).isEqualTo(HistoricalDate.of(day));
        }
    }

    @Test
    void a_month_in_any_notation_is_that_month() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            YearMonth month = YearMonth.from(randomDay(random));
            String text =
                    MONTH_NOTATIONS.get(random.nextInt(MONTH_NOTATIONS.size())).apply(month);
            if (!text.startsWith("00.01.1900")) {
                assertThat(Dates.readText(text, CONTEXT).value()).as(text).isEqualTo(HistoricalDate.of(month));
            }
        }
    }

    @Test
    void a_year_in_any_notation_is_that_year() {
        for (int year = 1700; year <= 2025; year++) {
            for (Function<Integer, String> notation : YEAR_NOTATIONS) {
                String text = notation.apply(year);
                if (!text.equals("00.00.1900")) {
                    assertThat(Dates.readText(text, CONTEXT).value())
                            .as(text)
                            .isEqualTo(HistoricalDate.of(Year.of(year)));
                }
            }
        }
    }

    @Test
    void a_double_date_in_any_notation_is_its_new_style() {
        LocalDate end = LocalDate.of(1918, 2, 14);
        int year = 1795;
        int month = 1;
        int day = 1;
        LocalDate renewed = LocalDate.of(1795, 1, 12);
        while (!renewed.isAfter(end)) {
            assertDoubleDate(year, month, day, renewed);
            renewed = renewed.plusDays(1);
            day++;
            if (!OldStyle.exists(year, month, day)) {
                day = 1;
                month++;
            }
            if (month > 12) {
                month = 1;
                year++;
            }
        }
        assertThat(OldStyle.toNewStyle(1918, 2, 1)).isEqualTo(end);
    }

    private static void assertDoubleDate(int year, int month, int day, LocalDate renewed) {
        String oldText = "%02d.%02d.%d".formatted(day, month, year);
        String newText = "%02d.%02d.%d".formatted(renewed.getDayOfMonth(), renewed.getMonthValue(), renewed.getYear());
        List<String> notations = List.of(
                oldText + " (" + newText + ")",
                newText + " (" + oldText + ")",
                oldText + "/" + newText,
                oldText + " ст. ст.",
                "%d %s (%d %s) %d г."
                        .formatted(
                                day,
                                GENITIVE[month - 1],
                                renewed.getDayOfMonth(),
                                of(GENITIVE, renewed),
                                renewed.getYear()),
                month == renewed.getMonthValue()
                        ? "%d (%d) %s %d".formatted(day, renewed.getDayOfMonth(), GENITIVE[month - 1], year)
                        : "%d %s %d г. по старому стилю".formatted(day, GENITIVE[month - 1], year));
        String text = notations.get(Math.floorMod(renewed.hashCode(), notations.size()));
        assertThat(Dates.readText(text, CONTEXT).value()).as(text).isEqualTo(HistoricalDate.of(renewed));
    }

    @Test
    void a_serial_of_either_system_is_its_day() {
        LocalDate march1900 = LocalDate.of(1900, 3, 1);
        LocalDate epoch1900 = LocalDate.of(1899, 12, 30);
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = randomDay(random);
            if (day.isBefore(epoch1900) || !day.isBefore(march1900)) {
                long serial = ChronoUnit.DAYS.between(epoch1900, day);
                assertThat(Dates.read(SourceCell.date(serial), CONTEXT).value()).isEqualTo(HistoricalDate.of(day));
            }
            long serial1904 = ChronoUnit.DAYS.between(LocalDate.of(1904, 1, 1), day);
            assertThat(Dates.read(SourceCell.date(serial1904), CONTEXT.withDate1904(true))
                            .value())
                    .isEqualTo(HistoricalDate.of(day));
        }
    }

    @Test
    void what_was_understood_reads_as_itself() {
        for (DatesTest.Case line : DatesTest.cases()) {
            HistoricalDate value = Dates.readText(line.typed(), line.context()).value();
            if (value != null) {
                Reading<HistoricalDate> again = Dates.readText(value.toString(), CONTEXT);
                assertThat(again.value()).as(line.typed()).isEqualTo(value);
                assertThat(again.changes()).as(line.typed()).isEmpty();
            }
        }
    }

    @Test
    void no_text_makes_it_throw() {
        Random random = new Random(4);
        List<String> typed =
                DatesTest.cases().stream().map(DatesTest.Case::typed).toList();
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated(typed.get(random.nextInt(typed.size())), typed, random);
            assertThatCode(() -> readEveryWay(text)).as(text).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "с ",
                "от ",
                "(",
                "до ",
                "1905 ",
                "1905-",
                "6 (18) ",
                "не ранее 1905 и ",
                "нач. ",
                "?",
                "1/",
                "ст. ст. ",
                "5.03.1905 ",
                "в ",
                "первая половина "
            })
    void a_text_of_many_readings_ends_soon(String piece) {
        long start = System.nanoTime();
        readEveryWay(piece.repeat(400 / piece.length()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static void readEveryWay(String text) {
        Reading<HistoricalDate> reading = Dates.readText(text, CONTEXT.withOrder(DayMonthOrder.UNSETTLED));
        assertThat(reading.value() != null).isEqualTo(reading.state() == State.VALUE);
        assertThat(reading.state() == State.UNREADABLE && reading.remarks().isEmpty())
                .isFalse();
        Dates.readAll(text, CONTEXT);
        Dates.readLifeYears(text, CONTEXT);
        Dates.orderOf(List.of(text));
        Dates.findIn(text, CONTEXT)
                .ifPresent(found ->
                        assertThat(text.substring(found.start(), found.end())).isNotEmpty());
    }

    private static String mutated(String text, List<String> others, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        String letters = "0123456789.,-–/()[]?~<>XVIХІ№ ияг\u00ad\u0306\ud83d\u0000";
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(mutated.length() + 1);
            char letter = letters.charAt(random.nextInt(letters.length()));
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, letter);
                case 1 -> mutated.delete(at, Math.min(at + 1, mutated.length()));
                case 2 -> mutated.replace(at, Math.min(at + 1, mutated.length()), String.valueOf(letter));
                default -> mutated.insert(at, others.get(random.nextInt(others.size())));
            }
        }
        return mutated.toString();
    }

    private static LocalDate randomDay(Random random) {
        LocalDate day = LocalDate.of(1700, 1, 1).plusDays(random.nextInt(119_000));
        return day.equals(LocalDate.of(1900, 1, 1)) ? day.plusDays(1) : day;
    }

    private static String of(String[] names, LocalDate day) {
        return names[day.getMonthValue() - 1];
    }
}
