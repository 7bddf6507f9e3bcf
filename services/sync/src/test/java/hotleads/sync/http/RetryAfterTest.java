package hotleads.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "120|PT2M",
                " 120 |PT2M",
                "Mon, 23 Nov 2026 09:01:00 GMT|PT1M",
                "2026-11-23T09:01:00Z|PT1M",
                "2026-11-23T04:01:00-05:00|PT1M",
                "1795424460|PT1M",
                "Mon, 23 Nov 2026 08:00:00 GMT|PT0S",
                "999999999|PT24H",
                "2099-01-01T00:00:00Z|PT24H",
            })
    void isUnderstoodInEveryForm(String text, Duration wait) {
        assertThat(RetryAfter.in(headers("Retry-After", text), NOW)).hasValue(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999", "2026-11-23", "Mon, 99 Nov 2026 09:01:00 GMT"})
    void isNothingWhenItMakesNoSense(String text) {
        assertThat(RetryAfter.in(headers("Retry-After", text), NOW)).isEmpty();
    }

    @Test
    void isNothingWhenItIsMissing() {
        assertThat(RetryAfter.in(headers("X", "y"), NOW)).isEmpty();
    }

    @Test
    void isMeantByTheProvidersClockWhenThatDiffers() {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "Retry-After", List.of("Mon, 23 Nov 2026 10:01:00 GMT"),
                        "Date", List.of("Mon, 23 Nov 2026 10:00:00 GMT")),
                (name, value) -> true);

        assertThat(RetryAfter.in(headers, NOW)).hasValue(Duration.ofMinutes(1));
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);
    }
}
