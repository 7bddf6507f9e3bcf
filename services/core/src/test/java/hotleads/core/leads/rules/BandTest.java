package hotleads.core.leads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

    @ParameterizedTest
    @CsvSource({
        "1000, HOT",
        "450, HOT",
        "449, WARM",
        "250, WARM",
        "249, WATCH",
        "100, WATCH",
        "99, BELOW_THE_LINE",
        "0, BELOW_THE_LINE"
    })
    void goesByTheTenths(int tenths, Band band) {
        assertThat(Band.of(tenths)).isEqualTo(band);
    }
}
