package hotleads.sync.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "2026-11-24T20:30:00Z", "9999-12-31T23:59:59.999999999Z"})
    void liesInTheYearsOfPeople(String moment) {
        assertThat(PlainTime.of(Instant.parse(moment))).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void isNoneBeyondThem(String moment) {
        assertThat(PlainTime.of(Instant.parse(moment))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "+10000-01-01", "+999999999-12-31"})
    void isNoDateBeyondThemEither(String date) {
        assertThat(PlainTime.of(LocalDate.parse(date))).isNull();
    }
}
