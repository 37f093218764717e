package ukaz.ingest.normalise.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.source.SourceCell;
import ukaz.model.Sex;
import ukaz.model.Term;

/** Every line of terms.tsv: what is typed, and what it must be read as. */
class TermsTest {

    record Line(String kind, String text, String expected) {}

    static Stream<Line> lines() throws IOException {
        try (InputStream file = TermsTest.class.getResourceAsStream("/terms.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .map(parts -> new Line(parts[0], parts[1], parts[2]))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void reads_what_is_typed(Line line) {
        assertThat(read(line)).as(line.kind + " " + line.text).isEqualTo(line.expected);
    }

    private static String read(Line line) {
        SourceCell cell = SourceCell.text(line.text);
        return switch (line.kind) {
            case "award" -> words(Awards.read(line.text), TermsTest::award);
            case "authority" -> words(Authorities.read(line.text), code -> code);
            case "citizenship" ->
                words(
                        Citizenships.read(line.text),
                        term -> term.code() + (term.nationality() == null ? "" : " " + term.nationality()));
            case "number" ->
                words(
                        Numbers.readInsignia(cell),
                        number -> number.isNumbered()
                                ? number + (number.duplicate() ? " duplicate" : "")
                                : number.kind().name());
            case "ordinal" -> words(Ordinals.read(cell), Object::toString);
            case "sex" -> words(Sexes.read(line.text), Sex::key);
            case "posthumous" -> words(Posthumous.read(cell), Object::toString);
            case "said-posthumous" -> String.valueOf(Posthumous.isSaidIn(line.text));
            case "service" -> words(ServiceYears.read(cell), Object::toString);
            case "status" ->
                Statuses.read(line.text, DateContext.of(DateContext.Role.OTHER, LocalDate.of(2026, 1, 1))).stream()
                        .map(event -> event.status().key() + " " + (event.date() == null ? "-" : event.date())
                                + (event.authority() == null ? "" : " " + event.authority()))
                        .collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException(line.kind);
        };
    }

    private static String award(AwardTerm term) {
        String medal = term.medal() == null ? "-" : term.medal().substring(0, 1);
        return term.code() + " " + or(term.ordinal()) + " " + or(term.times()) + " " + medal + " "
                + (term.namesTitle() ? "title" : "medal") + (term.posthumous() ? " posthumous" : "");
    }

    private static String or(Object value) {
        return value == null ? "-" : value.toString();
    }

    private static <T> String words(Reading<T> reading, java.util.function.Function<T, String> value) {
        List<Reading.Remark> remarks = reading.remarks();
        if (!remarks.isEmpty()) {
            Map<String, Object> values = remarks.get(0).values();
            Object said = Stream.of("what", "nearest", "award", "reason")
                    .filter(values::containsKey)
                    .filter(key -> !(key.equals("nearest") && values.containsKey("reason")))
                    .map(values::get)
                    .findFirst()
                    .orElse(null);
            return remarks.get(0).rule() + " " + (said instanceof Term term ? term.code() : "-");
        }
        return switch (reading.state()) {
            case VALUE -> value.apply(reading.value());
            case EMPTY -> "empty";
            case UNKNOWN -> "unknown";
            case UNREADABLE -> "unreadable";
        };
    }
}
