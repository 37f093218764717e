package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

    private static final String REGISTER = """
            Список награждённых
            ФИО;Дата указа;№ медали
            Иванов Пётр Сергеевич;09.05.1945;123
            "Сидорова; Анна";1 мая 1938 г.;"7
            8"
            Объект «Ёлка»;;
            """;

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("list.csv"), bytes);
    }

    private Reading read(String text, Charset charset) throws IOException {
        return Reading.of(file(text.getBytes(charset)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "windows-1251",
                "KOI8-R",
                "IBM866",
                "UTF-16LE",
                "UTF-16BE",
                "x-UTF-16LE-BOM",
                "UTF-16",
                "x-MacCyrillic",
                "ISO-8859-5"
            })
    void the_encoding_is_found(String charset) throws IOException {
        String text = charset.equals("ISO-8859-5") || charset.equals("KOI8-R") || charset.equals("IBM866")
                ? REGISTER.replace("«", "").replace("»", "").replace("№ ", "N ")
                : REGISTER;
        Reading read = read(text, Charset.forName(charset));
        assertThat(read.texts().get(0)).containsExactly("Список награждённых");
        assertThat(read.texts().get(2)).containsExactly("Иванов Пётр Сергеевич", "09.05.1945", "123");
        assertThat(read.texts().get(3)).containsExactly("Сидорова; Анна", "1 мая 1938 г.", "7\n8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "x-MacCyrillic", "ISO-8859-5"})
    void a_few_words_in_capitals_are_enough(String charset) throws IOException {
        Reading read = read("ФИО,ГОД\nИВАНОВ ИВАН,1945\nПЕТРОВА АННА,1938\n", Charset.forName(charset));
        assertThat(read.texts().get(1)).containsExactly("ИВАНОВ ИВАН", "1945");
    }

    @Test
    void a_byte_order_mark_is_no_text() throws IOException {
        assertThat(read("\uFEFFФИО;Год\nа;1\n", StandardCharsets.UTF_8).texts().get(0))
                .containsExactly("ФИО", "Год");
    }

    @Test
    void latin_with_accents_is_not_taken_for_russian() throws IOException {
        assertThat(read("name;year\nDolorès Ibárruri;1960\nJosé Müller;1970\n", Charset.forName("windows-1252"))
                        .texts()
                        .get(1))
                .containsExactly("Dolorès Ibárruri", "1960");
    }

    @Test
    void one_broken_byte_costs_one_letter() throws IOException {
        byte[] bytes = REGISTER.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[200] = (byte) 0xFF;
        Reading read = Reading.of(file(bytes));
        assertThat(read.texts()).hasSize(100);
        assertThat(read.texts().get(0)).containsExactly("Список награждённых");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void the_delimiter_is_found_outside_quotes(String delimiter) throws IOException {
        Reading read = read(
                "Список, составленный 1 мая\n\"a;b,c\td|e\"" + delimiter + "x" + delimiter
                        + "y\nпять, шесть".replace(", ", " ") + delimiter + "2" + delimiter + "3\n4" + delimiter + "5"
                        + delimiter + "6\n",
                StandardCharsets.UTF_8);
        assertThat(read.texts().get(1)).containsExactly("a;b,c\td|e", "x", "y");
        assertThat(read.format()).isEqualTo(delimiter.equals("\t") ? "tsv" : "csv");
    }

    @Test
    void what_stands_in_quotes_divides_nothing() throws IOException {
        Reading read = read("\"а;б;в\",1\n\"г;д;е\",2\n\"ж;з;и\",3\n", StandardCharsets.UTF_8);
        assertThat(read.texts().get(1)).containsExactly("г;д;е", "2");
    }

    @Test
    void commas_inside_words_do_not_divide_a_table_of_semicolons() throws IOException {
        Reading read = read(
                "ФИО;Указ\nИванов, И. И.;Указ от 1 мая, № 5\nПетров, П. П.;Указ от 2 мая, № 6\n",
                StandardCharsets.UTF_8);
        assertThat(read.texts().get(1)).containsExactly("Иванов, И. И.", "Указ от 1 мая, № 5");
    }

    @Test
    void a_row_is_numbered_by_the_line_it_starts_on() throws IOException {
        Reading read = read("a;b\r\n\r\n\"1\r\n2\";3\r\nx;y\r\n", StandardCharsets.UTF_8);
        assertThat(read.rows()).extracting(SourceRow::number).containsExactly(1, 2, 3, 5);
        assertThat(read.row(2).isBlank()).isTrue();
    }

    @Test
    void the_line_that_declares_the_delimiter_is_no_row() throws IOException {
        Reading read = read("sep=|\r\na|b;c\r\n1|2\r\n", StandardCharsets.UTF_8);
        assertThat(read.texts()).containsExactly(List.of("a", "b;c"), List.of("1", "2"));
        assertThat(read.rows()).extracting(SourceRow::number).containsExactly(2, 3);
    }

    @Test
    void quotation_marks_in_the_middle_are_letters() throws IOException {
        Reading read = read("a;b\nорден \"Знак Почёта\";1\n", StandardCharsets.UTF_8);
        assertThat(read.texts().get(1)).containsExactly("орден \"Знак Почёта\"", "1");
    }

    @Test
    void an_unclosed_quote_is_said_with_its_line() throws IOException {
        var fault =
                Reading.faultOf(file("a;b\n1;2\n\"3;4\n5;6\n".getBytes(StandardCharsets.UTF_8)), OpenOptions.DEFAULT);
        assertThat(fault.rule()).isEqualTo("source-unreadable");
        assertThat(fault.at().row()).isEqualTo(3);
    }

    @Test
    void the_end_mark_of_dos_is_no_row() throws IOException {
        assertThat(read("a;b\r\n1;2\r\n\u001A", StandardCharsets.US_ASCII).rows())
                .hasSize(2);
    }
}
