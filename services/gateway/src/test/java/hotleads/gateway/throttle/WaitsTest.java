package hotleads.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WaitsTest {
    @Test
    void endAStreamWithinTenSecondsOfItsSession() {
        Waits waits = new Binder(new MapConfigurationPropertySource()).bindOrCreate("gateway.waits", Waits.class);

        assertThat(waits.recheck().plus(waits.exchange())).isLessThan(Duration.ofSeconds(10));
        assertThat(waits.recheck()).isLessThanOrEqualTo(Duration.ofSeconds(8));
        assertThat(waits.silence()).isGreaterThan(Duration.ofSeconds(30));
    }
}
