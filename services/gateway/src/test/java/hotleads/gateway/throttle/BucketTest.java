package hotleads.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.throttle.Limits.Rate;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long NOW = 1_000_000;

    private final Bucket bucket = new Bucket(new Rate(3, 2), NOW);

    @Test
    void holdsItsBurstAndThenSaysHowLongToWait() {
        assertThat(bucket.take(NOW)).isZero();
        assertThat(bucket.take(NOW)).isZero();
        assertThat(bucket.take(NOW)).isZero();

        assertThat(bucket.take(NOW)).isEqualTo(1);
    }

    @Test
    void fillsAsTimePassesAndNeverBeyondTheBurst() {
        empty(NOW);

        assertThat(bucket.take(NOW + 500)).isZero();
        assertThat(bucket.take(NOW + 500)).isPositive();

        empty(NOW + 1_000_000);
        assertThat(bucket.take(NOW + 1_000_000)).isPositive();
    }

    @Test
    void isNotEmptiedByAClockSetBack() {
        assertThat(bucket.take(NOW - 1_000_000)).isZero();
        assertThat(bucket.take(NOW - 1_000_000)).isZero();
    }

    @Test
    void countsASlashSixtyFourAsOneSender() {
        assertThat(Sender.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Sender.of("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(Sender.of("2001:db8:1:3::1"));
        assertThat(Sender.of("192.0.2.1")).isNotEqualTo(Sender.of("192.0.2.2"));
    }

    private void empty(long now) {
        for (int taken = 0; taken < 3; taken++) {
            assertThat(bucket.take(now)).isZero();
        }
    }
}
