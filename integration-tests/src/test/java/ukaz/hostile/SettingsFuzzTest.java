package ukaz.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ukaz.hostile.SettingsTargets.OfCorrections;
import ukaz.hostile.SettingsTargets.OfEarlierLines;
import ukaz.hostile.SettingsTargets.OfEarlierWorkbooks;
import ukaz.hostile.SettingsTargets.OfJson;
import ukaz.ingest.fuzz.Fuzz;

/** Whatever stands in a file beside the sources is taken or refused with a reason; see {@link Fuzz}. */
class SettingsFuzzTest {

    @Test
    void lines_of_json() throws Exception {
        List<String> seeds = List.of(
                "{\"rule\":\"x\",\"row\":17,\"n\":1.5e3,\"a\":[true,false,null,{}],\"s\":\"\\u041b\\n\"}",
                "{\"rules\":[{\"rule\":\"x\",\"found\":3,\"notRun\":null}]}");
        assertThat(Fuzz.texts(OfJson.class, seeds, OfJson::fuzzerTestOneInput)).isGreaterThan(seeds.size());
    }

    @Test
    void earlier_reports() throws Exception {
        List<String> seeds = List.of(
                "{\"rule\":\"date-future\",\"fingerprint\":\"0123456789abcdef\",\"status\":\"new\"}\n{\"x\":1}\n",
                "{\"fingerprint\":\"0123456789abcdef\",\"decision\":{\"decision\":\"waived\",\"until\":\"2030-01-01\"}}");
        assertThat(Fuzz.texts(OfEarlierLines.class, seeds, OfEarlierLines::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void earlier_workbooks() throws Exception {
        List<String> seeds = List.of(
                "Fingerprint;Decision;Reason;Reviewer;Until;Status;Rule;First seen\n"
                        + "0123456789abcdef;waived;because;I. I.;2030-01-01;new;date-future;01.02.2026\n",
                "Отпечаток\tРешение\tДо\n0123456789abcdef\tисточник прав\t01.02.2030\n",
                "Mark;Checked;Found;Not run;Rule\na1;100;3;;date-future\n");
        assertThat(Fuzz.texts(OfEarlierWorkbooks.class, seeds, OfEarlierWorkbooks::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }

    @Test
    void corrections() throws Exception {
        List<String> seeds = List.of(
                "apply;file;sheet;cell;was;becomes\nyes;a.xlsx;Лист1;B2;Cидоров;Сидоров\nyes;a.csv;;C3;'=1;1\n",
                "file,sheet,cell,was,becomes,apply\na.xlsx,S,XFD1048576,\"a\nb\",c,да\n");
        assertThat(Fuzz.texts(OfCorrections.class, seeds, OfCorrections::fuzzerTestOneInput))
                .isGreaterThan(seeds.size());
    }
}
