package hotleads.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4318, http://127.0.0.1:4318/v1/traces",
        "http://localhost:4318/, http://localhost:4318/v1/traces",
        "http://collector:4318, http://collector:4318/v1/traces",
        "http://collector.hotleads.internal:4318, http://collector.hotleads.internal:4318/v1/traces",
        "http://10.0.3.4:4318, http://10.0.3.4:4318/v1/traces",
        "http://172.31.0.9:4318, http://172.31.0.9:4318/v1/traces",
        "http://[::1]:4318, http://[::1]:4318/v1/traces",
        "http://[fd12::9]:4318, http://[fd12::9]:4318/v1/traces",
        "https://traces.example.org/otlp, https://traces.example.org/otlp/v1/traces"
    })
    void isWithinOrReachedOverTls(String address, String spans) {
        assertThat(Collector.of(address).spans()).hasToString(spans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://traces.example.org",
                "http://8.8.8.8:4318",
                "http://172.32.0.1:4318",
                "http://10.0.0.1.example.org",
                "http://localhost.example.org",
                "http://user:secret@127.0.0.1:4318",
                "http://127.0.0.1:4318?to=elsewhere",
                "http://127.0.0.1:4318#there",
                "ftp://127.0.0.1",
                "127.0.0.1:4318",
                "on",
                "http://"
            })
    void isRefusedElsewhereAndItsAddressNotRepeated(String address) {
        assertThatThrownBy(() -> Collector.of(address))
                .isInstanceOf(CollectorUnusable.class)
                .hasMessageStartingWith("Cannot start: HOTLEADS_TRACES ")
                .message()
                .doesNotContain("example", "secret", "8.8.8.8");
    }
}
