package hotleads.core.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.lookback.TopTen.Entry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopTenTest {
    private static final int AGAIN = 14;

    @Test
    void keepsTheFirstTenInTheOrderOfTheList() {
        TopTen ten = new TopTen(1, AGAIN);
        IntStream.range(0, 30).forEach(number -> ten.offer(0, entry(number, number % 12, number, false)));

        assertThat(ten.counted())
                .extracting(entry -> entry.person().getLeastSignificantBits())
                .as("the higher rank first, of equals whoever waits longer")
                .containsExactly(11L, 23L, 10L, 22L, 9L, 21L, 8L, 20L, 7L, 19L);
    }

    @Test
    void countsSomebodyOnceInFourteenMornings() {
        TopTen ten = new TopTen(30, AGAIN);
        IntStream.range(0, 30).forEach(morning -> ten.offer(morning, entry(1, 100, 0, morning == 14)));

        assertThat(ten.counted()).hasSize(3);
        assertThat(ten.share()).isEqualTo(Share.of(3, 1));
        assertThat(ten.places()).hasSize(30);
    }

    private static Entry entry(long number, long rank, long waiting, boolean booked) {
        return new Entry(new UUID(0, number), rank, waiting, false, false, booked, false, List.of());
    }
}
