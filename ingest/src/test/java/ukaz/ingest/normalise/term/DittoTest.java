package ukaz.ingest.normalise.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.source.SourceCell;
import ukaz.model.Status;

class DittoTest {

    private static final DateContext DATES = DateContext.of(DateContext.Role.DECREE, LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @ValueSource(strings = {"-\"-", "\"", "»", "—//—", "- // -", "-\"-\"-", "„", "——″——"})
    void the_same_as_above_is_something_that_is_said_and_not_understood(String mark) {
        assertThat(Awards.read(mark).remarks()).extracting(Reading.Remark::rule).containsExactly("award-unknown");
        assertThat(Authorities.read(mark).remarks())
                .extracting(Reading.Remark::rule)
                .containsExactly("authority-unknown");
        assertThat(Citizenships.read(mark).state()).isEqualTo(State.UNREADABLE);
        assertThat(Dates.readAll(mark, DATES))
                .singleElement()
                .extracting(Reading::remarks, InstanceOfAssertFactories.list(Reading.Remark.class))
                .extracting(Reading.Remark::rule)
                .containsExactly("date-unparseable");
        assertThat(Dates.readLifeYears(mark, DATES).birth().state()).isEqualTo(State.UNREADABLE);
        assertThat(Stream.of(
                        Sexes.read(mark),
                        Posthumous.read(SourceCell.text(mark)),
                        Statuses.readColumn(mark, DATES),
                        Statuses.readColumn(Status.DEPRIVED, mark, DATES)))
                .allSatisfy(reading -> assertThat(reading).isEqualTo(Reading.unreadable()));
        assertThat(Stream.of(
                        Ordinals.read(SourceCell.text(mark)),
                        ServiceYears.read(SourceCell.text(mark)),
                        Numbers.readInsignia(SourceCell.text(mark))))
                .allSatisfy(reading -> assertThat(reading.remarks())
                        .extracting(Reading.Remark::rule)
                        .containsExactly("number-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"—", "-", "--", "?", "н/д", "…", "/"})
    void what_is_not_known_is_another_thing(String mark) {
        assertThat(Awards.read(mark).state()).isEqualTo(State.UNKNOWN);
        assertThat(Authorities.read(mark).state()).isEqualTo(State.UNKNOWN);
        assertThat(Sexes.read(mark).state()).isEqualTo(State.UNKNOWN);
        assertThat(Posthumous.read(SourceCell.text(mark)).remarks()).isEmpty();
        assertThat(Statuses.readColumn(Status.DEPRIVED, mark, DATES).state()).isEqualTo(State.UNKNOWN);
        assertThat(Dates.readAll(mark, DATES)).extracting(Reading::state).doesNotContain(State.UNREADABLE);
    }
}
