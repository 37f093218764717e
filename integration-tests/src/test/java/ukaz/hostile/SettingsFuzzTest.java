package ukaz.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.fuzz.Fuzz;
import ukaz.ingest.table.Mapping;
import ukaz.model.data.DataException;
import ukaz.report.Reports;
import ukaz.report.correction.Corrections;
import ukaz.report.in.JsonLines;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** Whatever stands in a file beside the sources is taken or refused with its place; see {@link Fuzz}. */
class SettingsFuzzTest {

    @TempDir
    private Path work;

    @Test
    void config() throws Exception {
        List<String> seeds = List.of(
                "rules:\n  statute-authority: {enabled: false}\n  date-future: {severity: warning}\n",
                "readings:\n  D1: a\n",
                "rules: &a\n  life-span: {most: 110}\n  life-posthumous: *a\n",
                "");

        int tried = Fuzz.texts("config", seeds, data -> {
            try {
                RuleBook.of(Settings.read("config.yaml", new StringReader(text(data))));
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith("config.yaml");
            }
        });

        assertThat(tried).isGreaterThan(seeds.size());
    }

    @Test
    void mapping() throws Exception {
        List<String> seeds = List.of(
                "files:\n  \"*.xlsx\":\n    sheets:\n      Лист1:\n        header: 2\n        columns:\n          A: fullName\n",
                "files:\n  - file: '*'\n    columns:\n      B: {field: award, group: 2}\n",
                "columns: &c\n  Награда: award\n  Дата: *c\n");

        int tried = Fuzz.texts("mapping", seeds, data -> {
            try {
                Mapping.read("mapping.yaml", new StringReader(text(data))).withoutFile(List.of("list.xlsx"));
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith("mapping.yaml");
            }
        });

        assertThat(tried).isGreaterThan(seeds.size());
    }

    @Test
    void lines_of_json() throws Exception {
        List<String> seeds = List.of(
                "{\"rule\":\"x\",\"row\":17,\"n\":1.5e3,\"a\":[true,false,null,{}],\"s\":\"\\u041b\\n\"}",
                "{\"rules\":[{\"rule\":\"x\",\"found\":3,\"notRun\":null}]}");

        int tried = Fuzz.texts("json", seeds, data -> {
            try {
                JsonLines.object(text(data), Path.of("line"), 1);
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith("line:1");
            }
        });

        assertThat(tried).isGreaterThan(seeds.size());
    }

    @Test
    void earlier_reports() throws Exception {
        Path file = work.resolve("discrepancies.jsonl");
        List<String> seeds = List.of(
                "{\"rule\":\"date-future\",\"fingerprint\":\"0123456789abcdef\",\"status\":\"new\"}\n{\"x\":1}\n",
                "{\"fingerprint\":\"0123456789abcdef\",\"decision\":{\"decision\":\"waived\",\"until\":\"2030-01-01\"}}");

        int tried = Fuzz.texts("earlier", seeds, data -> {
            Files.write(file, data);
            try {
                Reports.checkedEarlier(file);
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });

        assertThat(tried).isGreaterThan(seeds.size());
    }

    @Test
    void corrections() throws Exception {
        Path file = work.resolve("corrections.csv");
        List<String> seeds = List.of(
                "apply;file;sheet;cell;was;becomes\nyes;a.xlsx;Лист1;B2;Cидоров;Сидоров\nyes;a.csv;;C3;'=1;1\n",
                "file,sheet,cell,was,becomes,apply\na.xlsx,S,XFD1048576,\"a\nb\",c,да\n");

        int tried = Fuzz.texts("corrections", seeds, data -> {
            Files.write(file, data);
            try {
                Corrections.read(file);
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });

        assertThat(tried).isGreaterThan(seeds.size());
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
