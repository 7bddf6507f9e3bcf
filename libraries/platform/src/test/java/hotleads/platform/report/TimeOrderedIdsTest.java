package hotleads.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00.123Z");

    @Test
    void haveVersionSevenAndTheTime() {
        UUID id = idsAt(NINE).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NINE.toEpochMilli());
    }

    @Test
    void comeInTheOrderOfTime() {
        String earlier = idsAt(NINE).next().toString();
        String soon = idsAt(NINE.plusNanos(1_000)).next().toString();
        String last = idsAt(NINE.plusNanos(999_999)).next().toString();
        String later = idsAt(NINE.plusMillis(1)).next().toString();

        assertThat(earlier).isLessThan(soon);
        assertThat(soon).isLessThan(last);
        assertThat(last).isLessThan(later);
    }

    @Test
    void differWithinOneMillisecond() {
        assertThat(Stream.generate(idsAt(NINE)::next).limit(100_000)).doesNotHaveDuplicates();
    }

    private static TimeOrderedIds idsAt(Instant now) {
        return new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC));
    }
}
