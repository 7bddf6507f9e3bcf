package hotleads.webhooks.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ReportedAct;
import hotleads.webhooks.delivery.SomeIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final SomeTime time = new SomeTime();
    private final Refusals refusals = new Refusals(SomeIds.by(time), time);

    @Test
    void areOneActForEachSourceAndMinute() {
        refusals.count("acuity", "203.0.113.7");
        refusals.count("acuity", "203.0.113.7");
        refusals.count("acuity", "198.51.100.1");
        time.pass(Duration.ofMinutes(1));
        refusals.count("acuity", "203.0.113.7");
        time.pass(Duration.ofMinutes(1));

        List<ReportedAct> acts = refusals.takeFinished();

        assertThat(acts).extracting(ReportedAct::count).containsExactly(2, 1, 1);
        assertThat(acts.getFirst().address()).isEqualTo("203.0.113.7");
        assertThat(acts.getFirst().at()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(acts.getFirst().act()).isEqualTo("hook.refused");
    }

    @Test
    void ofTheRunningMinuteStillGrow() {
        refusals.count("acuity", "203.0.113.7");

        assertThat(refusals.takeFinished()).isEmpty();
        assertThat(refusals.takeAll()).hasSize(1);
    }

    @Test
    void areTakenOnce() {
        refusals.count("acuity", "203.0.113.7");

        assertThat(refusals.takeAll()).hasSize(1);
        assertThat(refusals.takeAll()).isEmpty();
    }

    @Test
    void fromVeryManySourcesAreCountedTogether() {
        IntStream.range(0, 5_000).forEach(source -> refusals.count("acuity", "source-" + source));

        List<ReportedAct> acts = refusals.takeAll();

        assertThat(acts).hasSize(1_001);
        assertThat(acts.stream().mapToInt(ReportedAct::count).sum()).isEqualTo(5_000);
    }

    @Test
    void doNotKeepAnAddressThatIsNone() {
        refusals.count("acuity", "x".repeat(65));
        refusals.count("acuity", null);

        assertThat(refusals.takeAll()).singleElement().matches(act -> act.address() == null && act.count() == 2);
    }
}
