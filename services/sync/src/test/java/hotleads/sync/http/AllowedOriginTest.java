package hotleads.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://acuityscheduling.com, https://acuityscheduling.com/api/v1/me",
        "https://acuityscheduling.com/, https://acuityscheduling.com/api/v1/me",
        "http://127.0.0.1:9100/acuity, http://127.0.0.1:9100/acuity/api/v1/me",
        "http://localhost:9100/acuity/, http://localhost:9100/acuity/api/v1/me",
        "http://[::1]:9100, http://[::1]:9100/api/v1/me",
        "HTTPS://proxy.example/a/b, HTTPS://proxy.example/a/b/api/v1/me",
    })
    void keepsTheProvidersPathBehindTheBase(URI base, URI address) {
        assertThat(AllowedOrigin.of("SETTING", base).resolve("/api/v1/me")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acuityscheduling.com",
                "http://localhost.example:9100",
                "http://127.0.0.1.example",
                "http://10.0.0.1",
                "http://[::2]",
                "ftp://localhost",
                "file:///etc/passwd",
                "acuityscheduling.com",
                "//acuityscheduling.com",
                "https://user:hunter2@acuityscheduling.com",
                "https://acuityscheduling.com?x=1",
                "https://acuityscheduling.com#x",
                "",
            })
    void refusesEveryOtherBaseWithoutRepeatingIt(String base) {
        assertThatThrownBy(() -> AllowedOrigin.of("HOTLEADS_SOME_URL", URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("HOTLEADS_SOME_URL ")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@evil.example/api", ".evil.example/api", ":99/api"})
    void isNeverLeft(String path) {
        AllowedOrigin origin = AllowedOrigin.of("SETTING", URI.create("https://acuityscheduling.com"));

        assertThatThrownBy(() -> origin.resolve(path)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsThePort() {
        AllowedOrigin origin = AllowedOrigin.of("SETTING", URI.create("http://127.0.0.1:9100"));

        assertThat(origin.includes(URI.create("http://127.0.0.1:9101/"))).isFalse();
    }
}
