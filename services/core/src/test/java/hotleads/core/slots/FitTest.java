package hotleads.core.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void whatHappenedOnceIsNotCalledUsual() {
        assertThat(Fit.HOUR.sentence(false)).isEqualTo("slot.last-hour");
        assertThat(Fit.HOUR.sentence(true)).isEqualTo("slot.usual-hour");
    }
}
