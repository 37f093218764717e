package ukaz.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests must not depend on whose machine they run on. */
class TestRunTest {

    @Test
    void language_and_time_zone_are_pinned() {
        assertThat(Locale.getDefault()).isEqualTo(Locale.US);
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("UTC"));
    }
}
