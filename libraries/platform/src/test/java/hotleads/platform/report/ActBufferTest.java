package hotleads.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.time.HandClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActBufferTest {
    private final HandClock time = new HandClock(Instant.parse("2026-11-23T09:00:30Z"));
    private final ActBuffer buffer = new ActBuffer("webhooks", new TimeOrderedIds(time), time);

    @Test
    void keepsActsUntilCoreHasThem() {
        List<ReportedAct> acts = acts(3);
        buffer.addAll(acts);

        assertThat(buffer.next(2)).isEqualTo(buffer.next(2)).isEqualTo(acts.subList(0, 2));
        buffer.remove(buffer.next(2));

        assertThat(buffer.next(2)).isEqualTo(acts.subList(2, 3));
    }

    @Test
    void dropsTheOldestAndSaysHowMany() {
        buffer.addAll(acts(ActBuffer.ROOM));
        buffer.addAll(acts(7));

        ReportedAct first = buffer.next(10).getFirst();

        assertThat(first.act()).isEqualTo("report.dropped");
        assertThat(first.count()).isEqualTo(7);
    }

    @Test
    void doesNotForgetWhatItHadDroppedBefore() {
        buffer.addAll(acts(ActBuffer.ROOM + 7));
        buffer.next(10);
        buffer.addAll(acts(5));

        ReportedAct first = buffer.next(10).getFirst();

        assertThat(first.act()).isEqualTo("report.dropped");
        assertThat(first.count()).isEqualTo(7 + 5);
    }

    @Test
    void losesNothingBeforeItIsFull() {
        buffer.addAll(acts(ActBuffer.ROOM));

        assertThat(buffer.next(ActBuffer.ROOM + 1))
                .hasSize(ActBuffer.ROOM)
                .allMatch(act -> act.act().equals("hook.refused"));
    }

    @Test
    void countsWhatALostActStoodFor() {
        buffer.addAll(List.of(act(40)));
        buffer.addAll(acts(ActBuffer.ROOM));

        assertThat(buffer.next(10).getFirst().count()).isEqualTo(40);
    }

    private List<ReportedAct> acts(int count) {
        return IntStream.range(0, count).mapToObj(number -> act(1)).toList();
    }

    private ReportedAct act(int count) {
        return new ReportedAct(
                UUID.randomUUID(), time.instant(), "hook.refused", "provider", "acuity", "refused", count, null, null);
    }
}
