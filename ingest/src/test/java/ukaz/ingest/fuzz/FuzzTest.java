package ukaz.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ukaz.ingest.normalise.Table;
import ukaz.ingest.normalise.name.Names;

/** Whatever is typed, and whatever a file holds, gives a value or a fault; {@code -Dfuzz.seconds} says how long to try. */
class FuzzTest {

    private static final List<String> TABLES = List.of("""
        Список Героев
        № п/п | ФИО | Дата рожд. | Награда | Дата указа | № медали | № орд. Ленина | Прим.
        =1 | Иванов Иван Иванович | 01.02.1903 | ГСТ | 05.03.1946 | =1234 | =9 | посмертно
        =2 | Петров П. П. | @-1234 | дважды ГСТ | 05.03.1946; 24.02.1981 | 12345, 23456 | |
        Итого: | =2\
        """, """
        Фамилия | Имя | Отчество | Первая медаль | | Вторая медаль | | Прим.
         | | | Дата указа | № | Дата указа | № |
        Келдыш | Мстислав | Всеволодович | 11.09.1956 | 8342 | 17.06.1961 | 78 | x\
        """, """
        Full name | Life years | Title | Decree | Conferred by | Revoked
        Stakhanov A. G. | 1906–1977 | Hero of Socialist Labour | 23.09.1970 No. 12 | PVS USSR | 1980\
        """);

    private static List<String> column(Class<?> beside, String file, int column) {
        return Table.read(beside, file, column + 1).stream()
                .map(row -> row[column])
                .toList();
    }

    @Test
    void dates() throws Exception {
        List<String> seeds = column(Table.class, "/dates.tsv", 0);
        assertThat(Fuzz.texts(Targets.OfDates.class, seeds, Targets.OfDates::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void names() throws Exception {
        List<String> seeds = column(Names.class, "names.tsv", 0);
        assertThat(Fuzz.texts(Targets.OfNames.class, seeds, Targets.OfNames::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void numbers_and_other_terms() throws Exception {
        List<String> seeds = column(Table.class, "/terms.tsv", 1);
        assertThat(Fuzz.texts(Targets.OfTerms.class, seeds, Targets.OfTerms::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void headers_and_rows() throws Exception {
        List<String> titles = column(Table.class, "/headers.tsv", 0);
        String header = String.join(" | ", titles);
        List<String> seeds = Stream.concat(TABLES.stream(), Stream.of(header)).toList();
        assertThat(Fuzz.texts(Targets.OfTables.class, seeds, Targets.OfTables::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void mappings() throws Exception {
        List<String> seeds = List.of(
                """
                tables:
                  - file: "heroes*.xlsx"
                    sheet: Лист1
                    header-row: 2
                    header-rows: 1
                    columns:
                      B: fullName
                      "Дата рожд.": ignore
                      F: {field: medalNumber, group: 2, medal: GOLD_STAR}
                    constants: {award: HSL, authority: ПВС СССР, decreeDate: "05.03.1946"}
                    same-as-above: [B, C]
                    date-order: day-first
                    register: partial
                """,
                "{header-row: find, columns: {A: rowId, ФИО: surname}}",
                "columns: &c\n  Награда: award\n  Дата: *c\n",
                "header-row: none\ncolumns: {E: decreeDate}");
        assertThat(Fuzz.texts(Targets.OfMappings.class, seeds, Targets.OfMappings::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void settings() throws Exception {
        List<String> seeds = List.of(
                """
                rules:
                  statute-certificate: {enabled: false}
                  statute-service-years: {severity: info, parameters: {youngest-start: 12}}
                  statute-foreign-citizen: {parameters: {except: [Риль]}}
                readings: {D1: repeats, D8: '1918'}
                """, "rules: {life-span: {enabled: yes, severity: error}}", "rules: &a\n  life-posthumous: *a\n", "");
        assertThat(Fuzz.texts(Targets.OfSettings.class, seeds, Targets.OfSettings::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void files() throws Exception {
        assertThat(Fuzz.bytes(Targets.OfFiles.class, Packages.files(), Targets.OfFiles::fuzzerTestOneInput))
                .isGreaterThan(Packages.files().size());
    }

    @Test
    void parts_of_packages() throws Exception {
        assertThat(Fuzz.bytes(Targets.OfParts.class, Packages.parts(), Targets.OfParts::fuzzerTestOneInput))
                .isGreaterThan(Packages.parts().size());
    }

    @Test
    void sheets_from_bytes_and_by_a_parser() throws Exception {
        List<byte[]> seeds = Packages.parts().subList(0, 2);
        assertThat(Fuzz.bytes(Targets.OfSheets.class, seeds, Targets.OfSheets::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void text_files() throws Exception {
        assertThat(Fuzz.bytes(Targets.OfCsv.class, Packages.texts(), Targets.OfCsv::fuzzerTestOneInput))
                .isGreaterThan(Packages.texts().size());
    }

    @Test
    void worksheets_beside_another_reader() throws Exception {
        List<byte[]> seeds = new Random(7)
                .ints(20, 50, 2_000)
                .mapToObj(size -> {
                    byte[] choices = new byte[size];
                    new Random(size).nextBytes(choices);
                    return choices;
                })
                .toList();
        assertThat(Fuzz.bytes(Targets.OfWorksheets.class, seeds, Targets.OfWorksheets::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }
}
