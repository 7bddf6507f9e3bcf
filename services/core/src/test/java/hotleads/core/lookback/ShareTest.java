package hotleads.core.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** The brief's own example. */
    @Test
    void isToldWithItsInterval() {
        assertThat(Share.of(60, 24)).isEqualTo(new Share(60, 24, 40, 29, 53, true));
    }

    @Test
    void isNeverSureOfNoneOrAll() {
        assertThat(Share.of(40, 0).highPercent()).isEqualTo(9);
        assertThat(Share.of(40, 0).lowPercent()).isZero();
        assertThat(Share.of(40, 40).lowPercent()).isEqualTo(91);
        assertThat(Share.of(40, 40).highPercent()).isEqualTo(100);
    }

    @Test
    void saysTooLittleBelowThirty() {
        assertThat(Share.of(29, 20).enough()).isFalse();
        assertThat(Share.of(30, 20).enough()).isTrue();
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 0, 100, false));
    }
}
