package hotleads.audit.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** CloudWatch shows events by their times, so these must rise as the chain's numbers do. */
class LogEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant SENT_UP_TO = NOW.minusSeconds(5);

    private final LogEvents events = new LogEvents("core", SENT_UP_TO, NOW);

    @Test
    void anEntryToldOfLateStandsBehindWhatAnEarlierRoundHasSent() {
        events.add(link(1, NOW.minus(Duration.ofHours(1))));
        events.add(link(2, NOW.minusSeconds(1)));
        events.add(link(3, NOW.minusSeconds(2)));

        assertThat(times()).containsExactly(SENT_UP_TO, NOW.minusSeconds(1), NOW.minusSeconds(1));
    }

    @Test
    void noneIsOfTheFutureOrOlderThanCloudWatchTakes() {
        LogEvents first = new LogEvents("core", Instant.EPOCH, NOW);
        first.add(link(1, NOW.minus(Duration.ofDays(30))));
        first.add(link(2, NOW.plusSeconds(10)));

        assertThat(timesOf(first)).containsExactly(NOW.minus(Duration.ofHours(23)), NOW);
    }

    @Test
    void noneIsOfTheFutureWhenTheClockWasPutBackSinceTheLastRound() {
        LogEvents back = new LogEvents("core", NOW.plus(Duration.ofDays(1)), NOW);
        back.add(link(1, NOW.plus(Duration.ofDays(1))));
        back.add(link(2, NOW.minusSeconds(1)));

        assertThat(timesOf(back)).containsExactly(NOW, NOW);
    }

    private List<Instant> times() {
        return timesOf(events);
    }

    private static List<Instant> timesOf(LogEvents events) {
        return events.calls().stream()
                .flatMap(List::stream)
                .map(InputLogEvent::timestamp)
                .map(Instant::ofEpochMilli)
                .toList();
    }

    private static Link link(long seq, Instant at) {
        UUID id = new UUID(0, seq);
        StoredEntry entry = new StoredEntry(
                id, at, "service", "gateway", null, "request.refused", null, null, "refused", 1, null, null, null, seq);
        return new Link(seq, id, new byte[32], entry, null);
    }
}
