package hotleads.gateway.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.gateway.SomeEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehindBalancerTest {
    @Test
    void theLastWordOnWhoCallsIsTheBalancersOwn() {
        try (SomeEdge edge = SomeEdge.with("--HOTLEADS_LOAD_BALANCER=10.20.0.0/24,127.0.0.0/8")) {
            assertThat(addressTold(edge, "203.0.113.7")).isEqualTo("203.0.113.7");
            assertThat(addressTold(edge, "127.0.0.1, 10.20.0.9, 203.0.113.8")).isEqualTo("203.0.113.8");
            assertThat(addressTold(edge, "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
            assertThat(addressTold(edge, "203.0.113.7, nobody")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void whoeverCallsFromElsewhereIsNotBelieved() {
        try (SomeEdge edge = SomeEdge.with("--HOTLEADS_LOAD_BALANCER=10.20.0.0/24")) {
            assertThat(addressTold(edge, "203.0.113.7")).isEqualTo("127.0.0.1");
        }
    }

    private static String addressTold(SomeEdge edge, String forwardedFor) {
        edge.get("/api/leads", "X-Forwarded-For", forwardedFor, "Cookie", SomeEdge.COOKIE);
        return String.valueOf(edge.core.lastAsked("/api/leads").header("x-client-address"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/24, 10.20.0.255, true",
        "10.20.0.0/24, 10.20.1.0, false",
        "10.20.0.128/25, 10.20.0.127, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 10.20.0.1, false",
    })
    void aNetHoldsItsAddressesAndNoOther(String net, String address, boolean held) {
        assertThat(Net.parse(net).holds(java.net.InetAddress.ofLiteral(address)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.0.0", "10.20.0.0/0", "10.20.0.0/33", "balancer/24", "10.20.0.0/24/24"})
    void whatIsNoNetIsRefused(String text) {
        assertThatThrownBy(() -> Net.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
