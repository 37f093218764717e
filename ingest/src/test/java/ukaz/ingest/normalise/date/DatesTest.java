package ukaz.ingest.normalise.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.date.DateContext.Role;
import ukaz.ingest.source.SourceCell;
import ukaz.model.Change;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;

class DatesTest {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final DateContext OTHER = DateContext.of(Role.OTHER, TODAY);
    private static final DateContext BIRTH = DateContext.of(Role.BIRTH, TODAY);
    private static final DateContext DECREE = DateContext.of(Role.DECREE, TODAY);

    /** A line of {@code dates.tsv}. */
    record Case(String typed, DateContext context, String expected, List<String> rules) {

        static Case of(String line) {
            String[] columns = Arrays.copyOf(line.split("\t", -1), 5);
            String rules = Objects.requireNonNullElse(columns[3], "");
            return new Case(
                    unescaped(columns[0]),
                    context(columns[1]),
                    columns[2],
                    rules.isEmpty() ? List.of() : List.of(rules.split(" ")));
        }

        private static DateContext context(String words) {
            DateContext context = OTHER;
            for (String word : words.split(" ")) {
                context = switch (word) {
                    case "" -> context;
                    case "birth" -> BIRTH;
                    case "death" -> DateContext.of(Role.DEATH, TODAY);
                    case "decree" -> DECREE;
                    case "us" -> context.withOrder(DayMonthOrder.MONTH_FIRST);
                    case "unsettled" -> context.withOrder(DayMonthOrder.UNSETTLED);
                    default -> throw new IllegalArgumentException("no such context: " + word);
                };
            }
            return context;
        }

        private static String unescaped(String text) {
            StringBuilder plain = new StringBuilder();
            int i = 0;
            while (i < text.length()) {
                if (text.startsWith("\\u", i)) {
                    plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                    i += 6;
                } else {
                    i += text.startsWith("\\\\", i) ? 1 : 0;
                    plain.append(text.charAt(i));
                    i++;
                }
            }
            return plain.toString();
        }

        @Override
        public String toString() {
            return typed + " → " + expected;
        }
    }

    static List<Case> cases() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DatesTest.class.getResourceAsStream("/dates.tsv")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reads_every_notation_of_the_table(Case line) {
        Reading<HistoricalDate> reading = Dates.readText(line.typed, line.context);

        assertThat(shown(reading)).as(line.typed).isEqualTo(line.expected);
        assertThat(rules(reading)).as(line.typed).isEqualTo(line.rules);
    }

    @Test
    void the_table_has_every_family() {
        assertThat(cases()).hasSizeGreaterThan(700);
    }

    // changes

    @Test
    void a_text_in_edtf_is_no_change() {
        assertThat(read("1903-01-12", OTHER).changes()).isEmpty();
        assertThat(read("1905-03/1905-05", OTHER).changes()).isEmpty();
        assertThat(read("1905", OTHER).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            27.07.1927           | DATE_NOTATION
            27 июля 1927         | DATE_NOTATION
            6 (18) декабря 1878  | CALENDAR
            25.12.1903 ст. ст.   | CALENDAR
            05.03.1916 н. ст.    | DATE_NOTATION
            3 мартa 1905         | DATE_NOTATION HOMOGLYPH
            """)
    void a_change_says_why(String text, String kinds) {
        assertThat(read(text, OTHER).changes())
                .isEqualTo(Stream.of(kinds.split(" ")).map(Change.Kind::valueOf).toList());
    }

    @Test
    void a_century_filled_in_is_said() {
        assertThat(read("05.03.76", DECREE).changes()).containsExactly(Change.Kind.DATE_NOTATION, Change.Kind.INFERRED);
    }

    @Test
    void left_out_characters_are_said() {
        assertThat(read("27 ию\u00adля 1927", OTHER).changes())
                .containsExactly(Change.Kind.DATE_NOTATION, Change.Kind.INVISIBLE);
    }

    // what the faults say

    @Test
    void both_readings_of_an_unsettled_order_are_given() {
        assertThat(read("03/04/1950", OTHER.withOrder(DayMonthOrder.UNSETTLED)).remarks())
                .containsExactly(new Remark(
                        "date-ambiguous",
                        Map.of("reason", phrase("day-month-order"), "readings", dates("1950-04-03", "1950-03-04"))));
    }

    @Test
    void every_century_of_a_short_year_is_given() {
        assertThat(read("01.05.21", OTHER).remarks())
                .containsExactly(new Remark(
                        "date-ambiguous",
                        Map.of(
                                "reason",
                                phrase("two-digit-year"),
                                "readings",
                                dates("1721-05-01", "1821-05-01", "1921-05-01", "2021-05-01"))));
    }

    @Test
    void a_narrower_context_settles_a_short_year() {
        assertThat(read("01.05.50", BIRTH).value()).isNull();
        assertThat(read("01.05.50", BIRTH.withYears(1880, 1960)).value()).isEqualTo(HistoricalDate.of(1950, 5, 1));
        assertThat(read("01.05.50", BIRTH.withYears(1880, 1930)).value()).isNull();
    }

    @Test
    void a_double_date_that_does_not_agree_says_by_how_much() {
        assertThat(read("14(27).12.1880", OTHER).remarks())
                .containsExactly(new Remark(
                        "date-calendar-mismatch",
                        Map.of(
                                "oldStyle",
                                "14.12.1880",
                                "newStyle",
                                LocalDate.of(1880, 12, 27),
                                "days",
                                13,
                                "expectedDays",
                                12)));
    }

    @Test
    void a_double_date_after_the_reform_says_so() {
        assertThat(read("5 (18) мая 1925", OTHER).remarks())
                .containsExactly(new Remark(
                        "date-calendar-mismatch",
                        Map.of(
                                "oldStyle",
                                "05.05.1925",
                                "newStyle",
                                LocalDate.of(1925, 5, 18),
                                "days",
                                13,
                                "note",
                                phrase("after-1918"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            27 иуля 1927      | 1927-07-27
            27 фувраля 1927   | 1927-02-27
            27 сентбяря 1927  | 1927-09-27
            27 фабраляя 1927  |
            O5.03.1976        | 1976-03-05
            2З.02.1945        | 1945-02-23
            27.07             |
            """)
    void a_slip_of_one_letter_is_proposed_and_not_taken(String text, String proposed) {
        Reading<HistoricalDate> reading = read(text, OTHER);

        assertThat(reading.state()).isEqualTo(State.UNREADABLE);
        assertThat(reading.remarks())
                .containsExactly(new Remark(
                        "date-unparseable",
                        proposed == null ? Map.of() : Map.of("proposed", HistoricalDate.parse(proposed))));
    }

    @ParameterizedTest
    @CsvSource({
        "31.02.1950, no-such-day,",
        "29.02.1950, no-leap-day,",
        "29.02.1900, no-leap-day, 1900-03-13",
        "13.13.1950, no-such-month,",
        "07.27.1927, no-such-month, 1927-07-27",
        "1927-27-07, no-such-month,"
    })
    void an_impossible_date_says_why(String text, String reason, String proposed) {
        assertThat(read(text, OTHER).remarks())
                .containsExactly(new Remark(
                        "date-impossible",
                        proposed == null
                                ? Map.of("reason", phrase(reason))
                                : Map.of("reason", phrase(reason), "proposed", HistoricalDate.parse(proposed))));
    }

    @Test
    void a_date_to_come_is_measured_against_the_day_of_the_run() {
        assertThat(read("05.03.2043", OTHER).remarks())
                .containsExactly(
                        new Remark("date-future", Map.of("date", HistoricalDate.of(2043, 3, 5), "today", TODAY)));
    }

    // cells

    @ParameterizedTest
    @CsvSource({
        "28763, 1978-09-30",
        "61, 1900-03-01",
        "59, 1900-02-28",
        "2, 1900-01-02",
        "-1, 1899-12-29",
        "-3653, 1889-12-29",
        "-7682, 1878-12-18",
        "10070, 1927-07-27",
        "14241, 1938-12-27"
    })
    void a_serial_counts_from_1900(double serial, String expected) {
        Reading<HistoricalDate> reading = Dates.read(SourceCell.date(serial), OTHER);

        assertThat(shown(reading)).isEqualTo(expected);
        assertThat(reading.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1904-01-02", "60, 1904-03-01", "27301, 1978-09-30", "-1, 1903-12-31", "-1462, 1899-12-30"})
    void a_serial_counts_from_1904(double serial, String expected) {
        assertThat(shown(Dates.read(SourceCell.date(serial), OTHER.withDate1904(true))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNREADABLE, day-zero",
        "0.5, UNREADABLE, day-zero",
        "1, 1900-01-01, default-date",
        "60, 1900-02-28/1900-03-01, leap-1900",
        "60.25, 1900-02-28/1900-03-01, leap-1900",
        "28763.875, 1978-09-30, time-of-day",
        "-0.5, 1899-12-29, time-of-day",
        "3000000, UNREADABLE, number-format",
        "1e300, UNREADABLE, number-format",
        "NaN, UNREADABLE, number-format"
    })
    void a_serial_that_cannot_be_trusted_is_said(double serial, String expected, String reason) {
        Reading<HistoricalDate> reading = Dates.read(SourceCell.date(serial), OTHER);

        assertThat(shown(reading)).isEqualTo(expected);
        assertThat(reading.remarks())
                .containsExactly(new Remark("date-serial-suspect", Map.of("reason", phrase(reason))));
    }

    @Test
    void a_year_typed_into_a_date_cell_is_suspected() {
        Reading<HistoricalDate> reading = Dates.read(SourceCell.date(1940), DECREE);

        assertThat(reading.value()).isEqualTo(HistoricalDate.of(1905, 4, 23));
        assertThat(reading.remarks())
                .containsExactly(new Remark(
                        "date-serial-suspect",
                        Map.of("reason", phrase("year-as-date"), "proposed", HistoricalDate.parse("1940"))));
        assertThat(Dates.read(SourceCell.date(1940), BIRTH).remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1905, 1905,",
        "1927, 1927,",
        "19270727, 1927-07-27,",
        "27071927, 1927-07-27,",
        "5031976, 1976-03-05,",
        "5.1944, 1944-05,",
        "12.1944, 1944-12,",
        "10.194, UNREADABLE, date-unparseable",
        "28763, UNREADABLE, date-serial-suspect",
        "-3653, UNREADABLE, date-serial-suspect",
        "0, UNREADABLE, date-serial-suspect",
        "500, UNREADABLE, date-serial-suspect",
        "27, UNREADABLE, date-ambiguous",
        "1e12, UNREADABLE, date-serial-suspect"
    })
    void a_plain_number_is_a_year_or_figures_without_stops(double number, String expected, String rule) {
        Reading<HistoricalDate> reading = Dates.read(SourceCell.number(number), OTHER);

        assertThat(shown(reading)).isEqualTo(expected);
        assertThat(rules(reading)).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void a_plain_number_among_dates_is_a_serial_that_lost_its_format() {
        Reading<HistoricalDate> among = Dates.read(SourceCell.number(28763), OTHER.withColumnIsDate(true));
        Reading<HistoricalDate> alone = Dates.read(SourceCell.number(28763), OTHER);

        assertThat(among.value()).isEqualTo(HistoricalDate.of(1978, 9, 30));
        assertThat(rules(among)).containsExactly("date-serial-suspect");
        assertThat(alone.value()).isNull();
        assertThat(alone.remarks())
                .containsExactly(new Remark(
                        "date-serial-suspect",
                        Map.of("reason", phrase("number-format"), "proposed", HistoricalDate.of(1978, 9, 30))));
    }

    @Test
    void other_cells_are_empty_or_unreadable() {
        assertThat(Dates.read(SourceCell.EMPTY, OTHER).state()).isEqualTo(State.EMPTY);
        assertThat(Dates.read(SourceCell.text(" \u00a0 "), OTHER).state()).isEqualTo(State.EMPTY);
        SourceCell error = new SourceCell(SourceCell.Kind.ERROR, "#REF!", Double.NaN, true, false, false, null);
        assertThat(Dates.read(error, OTHER).state()).isEqualTo(State.UNREADABLE);
        assertThat(Dates.read(error, OTHER).remarks()).isEmpty();
        SourceCell yes = new SourceCell(SourceCell.Kind.BOOLEAN, "TRUE", Double.NaN, false, false, false, null);
        assertThat(rules(Dates.read(yes, OTHER))).containsExactly("date-unparseable");
    }

    @Test
    void the_two_date_systems_are_four_years_and_a_day_apart() {
        LocalDate day = LocalDate.of(1978, 9, 30);
        assertThat(Dates.areSystemsApart(day, LocalDate.of(1974, 9, 29))).isTrue();
        assertThat(Dates.areSystemsApart(LocalDate.of(1974, 9, 29), day)).isTrue();
        assertThat(Dates.areSystemsApart(day, LocalDate.of(1974, 9, 30))).isFalse();
    }

    // several in a cell

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            05.03.1976; 24.02.1981                  | 1976-03-05 1981-02-24
            05.03.1976, 24.02.1981                  | 1976-03-05 1981-02-24
            05.03.1976 24.02.1981                   | 1976-03-05 1981-02-24
            05.03.1976 и 24.02.1981                 | 1976-03-05 1981-02-24
            05.03.1976/24.02.1981                   | 1976-03-05 1981-02-24
            5 марта 1976 г., 24 февраля 1981 г.     | 1976-03-05 1981-02-24
            5 марта 1976 г. и 24 февраля 1981 г.    | 1976-03-05 1981-02-24
            1) 05.03.1976 2) 24.02.1981             | 1976-03-05 1981-02-24
            1. 05.03.1976; 2. 24.02.1981            | 1976-03-05 1981-02-24
            1954; 1958, 1973                        | 1954 1958 1973
            05.03.1976; н/д                         | 1976-03-05 UNKNOWN
            05.03.1976; 31.02.1981                  | 1976-03-05 UNREADABLE
            05.03.1976;                             | 1976-03-05
            05.03.1976                              | 1976-03-05
            30.12.1902/12.01.1903                   | 1903-01-12
            6 (18) декабря 1878                     | 1878-12-18
            March 5, 1976; February 24, 1981        | 1976-03-05 1981-02-24
            между 1900 и 1905                       | 1900/1905
            Иванов и Петров                         | UNREADABLE
            """)
    void reads_several_dates_of_a_cell(String text, String expected) {
        assertThat(Dates.readAll(text, OTHER).stream().map(DatesTest::shown)).containsExactly(expected.split(" "));
    }

    @Test
    void lines_of_a_cell_are_dates_of_their_own() {
        assertThat(Dates.readAll("05.03.1976\n24.02.1981\n", OTHER).stream().map(DatesTest::shown))
                .containsExactly("1976-03-05", "1981-02-24");
        assertThat(Dates.readAll("  ", OTHER)).isEmpty();
    }

    // years of a life

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1894–1977                                 | 1894        | 1977
            1894-1977                                 | 1894        | 1977
            1894 — 1977                               | 1894        | 1977
            (1894–1977)                               | 1894        | 1977
            1894–1977 гг.                             | 1894        | 1977
            1894 г. - 1977 г.                         | 1894        | 1977
            1894/1977                                 | 1894        | 1977
            13.02.1903 – 03.02.1994                   | 1903-02-13  | 1994-02-03
            13.02.1903-03.02.1994                     | 1903-02-13  | 1994-02-03
            1903-02-13 - 1994-02-03                   | 1903-02-13  | 1994-02-03
            1903-02-13/1994-02-03                     | 1903-02-13  | 1994-02-03
            13 февраля 1903 — 3 февраля 1994          | 1903-02-13  | 1994-02-03
            30.12.1902 (12.01.1903) – 07.02.1960      | 1903-01-12  | 1960-02-07
            6 (18) декабря 1878 — 5 марта 1953        | 1878-12-18  | 1953-03-05
            р. 1901                                   | 1901        | EMPTY
            род. 1901                                 | 1901        | EMPTY
            1901                                      | 1901        | EMPTY
            1894—                                     | 1894        | EMPTY
            1894-                                     | 1894        | EMPTY
            1894–?                                    | 1894        | UNKNOWN
            ?–1977                                    | UNKNOWN     | 1977
            –1977                                     | EMPTY       | 1977
            1894 – н.в.                               | 1894        | EMPTY
            1894 – наст. время                        | 1894        | EMPTY
            1894 – жив                                | 1894        | EMPTY
            ум. 1977                                  | EMPTY       | 1977
            † 1977                                    | EMPTY       | 1977
            * 1894 † 1977                             | 1894        | 1977
            род. 1894, ум. 1977                       | 1894        | 1977
            род. 1894 – ум. 1977                      | 1894        | 1977
            ок. 1894 – 1977                           | 1894~       | 1977
            1894? – после 1950                        | 1894?       | 1950/..
            1894–77                                   | 1894        | 1977
            1894-77                                   | 1894        | 1977
            1899/1900 – 1977                          | 1899/1900   | 1977
            1894 – 31.02.1977                         | 1894        | UNREADABLE
            н/д                                       | UNKNOWN     | EMPTY
            Иванов                                    | UNREADABLE  | EMPTY
            """)
    void reads_the_years_of_a_life(String text, String birth, String death) {
        LifeYears years = Dates.readLifeYears(text, OTHER);

        assertThat(shown(years.birth())).as("birth of " + text).isEqualTo(birth);
        assertThat(shown(years.death())).as("death of " + text).isEqualTo(death);
    }

    @Test
    void no_years_of_a_life_are_empty_twice() {
        LifeYears years = Dates.readLifeYears(" ", OTHER);

        assertThat(years.birth().state()).isEqualTo(State.EMPTY);
        assertThat(years.death().state()).isEqualTo(State.EMPTY);
    }

    // columns

    @Test
    void one_value_settles_the_order_of_a_column() {
        assertThat(Dates.orderOf(List.of("03/04/1950", "27/07/1927"))).isEqualTo(DayMonthOrder.DAY_FIRST);
        assertThat(Dates.orderOf(List.of("03/04/1950", "07/27/1927"))).isEqualTo(DayMonthOrder.MONTH_FIRST);
        assertThat(Dates.orderOf(List.of("03/04/1950", "7/27/27 0:00"))).isEqualTo(DayMonthOrder.MONTH_FIRST);
        assertThat(Dates.orderOf(List.of("07-27-1927"))).isEqualTo(DayMonthOrder.MONTH_FIRST);
    }

    @Test
    void a_column_that_contradicts_itself_or_says_nothing_is_not_settled() {
        assertThat(Dates.orderOf(List.of("27/07/1927", "07/27/1927"))).isEqualTo(DayMonthOrder.UNSETTLED);
        assertThat(Dates.orderOf(List.of("03/04/1950", "1905", "н/д"))).isEqualTo(DayMonthOrder.UNSETTLED);
    }

    @Test
    void full_stops_and_hyphens_are_day_first_where_nothing_speaks_against_it() {
        assertThat(Dates.orderOf(List.of("03.04.1950", "07.08.1927"))).isEqualTo(DayMonthOrder.DAY_FIRST);
        assertThat(Dates.orderOf(List.of("03-04-1950", "27/VII 1927"))).isEqualTo(DayMonthOrder.DAY_FIRST);
        assertThat(Dates.orderOf(List.of())).isEqualTo(DayMonthOrder.DAY_FIRST);
    }

    // inside a text

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Указ ПВС СССР от 05.03.1976 № 3555-IX             | 1976-03-05 | от 05.03.1976
            Указ ПВС СССР № 3555-IX от 5 марта 1976 г.        | 1976-03-05 | от 5 марта 1976 г.
            Указ ПВС СССР №1905 от 05.03.1976                 | 1976-03-05 | от 05.03.1976
            ПВС СССР, 27.12.1938                              | 1938-12-27 | 27.12.1938
            Постановление ЦИК от 27 июля 1927 года            | 1927-07-27 | от 27 июля 1927 года
            Указ от 05.03.76                                  | 1976-03-05 | от 05.03.76
            Указ ПВС СССР от марта 1976 г.                    | 1976-03    | от марта 1976 г.
            Указ ПВС СССР 1976 года                           | 1976       | 1976 года
            Указ от 31.02.1950 № 5                            | UNREADABLE | от 31.02.1950
            (указ от 05.03.1976)                              | 1976-03-05 | от 05.03.1976
            УП СССР от 15/III 1990 № УП-12                    | 1990-03-15 | от 15/III 1990
            ВЦИК, 17.07.1932, грамота № 402                   | 1932-07-17 | 17.07.1932
            """)
    void finds_the_date_inside_a_text(String text, String expected, String span) {
        FoundDate found = Dates.findIn(text, DECREE).orElseThrow();

        assertThat(shown(found.reading())).isEqualTo(expected);
        assertThat(text.substring(found.start(), found.end())).isEqualTo(span);
    }

    @ParameterizedTest
    @CsvSource({"Указ ПВС СССР", "№ 3555-IX", "Указ № 1905", "Указ № 12.1976", "№ 05.03.76-а", "Герой Труда", "12345"})
    void finds_no_date_where_none_is(String text) {
        assertThat(Dates.findIn(text, DECREE)).isEmpty();
    }

    static Reading<HistoricalDate> read(String text, DateContext context) {
        return Dates.readText(text, context);
    }

    static String shown(Reading<HistoricalDate> reading) {
        HistoricalDate value = reading.value();
        return value == null ? reading.state().name() : value.toString();
    }

    static List<String> rules(Reading<HistoricalDate> reading) {
        return reading.remarks().stream().map(Remark::rule).toList();
    }

    private static Term phrase(String code) {
        return new Term(Term.Kind.PHRASE, code);
    }

    private static List<HistoricalDate> dates(String... edtf) {
        return Stream.of(edtf).map(HistoricalDate::parse).toList();
    }
}
