package hotleads.simulators.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:9100", "127.0.0.1:9100", "[::1]:9100"})
    void answersToItsOwnNames(String host) {
        assertThat(LoopbackOnly.refusal(from(host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:9100",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                "",
                "a b"
            })
    void answersToNoOther(String host) {
        assertThat(LoopbackOnly.refusal(from(host)))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    private static Request from(String host) {
        var headers = new Headers();
        headers.set("Host", host);
        return new Request("GET", "/control", Parameters.parse(null), headers, new byte[0], Map.of());
    }
}
