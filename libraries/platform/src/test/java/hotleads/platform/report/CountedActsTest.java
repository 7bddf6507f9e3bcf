package hotleads.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.time.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedActsTest {
    private final HandClock time = new HandClock(Instant.parse("2026-11-23T09:00:30Z"));
    private final CountedActs refusals = new CountedActs(new TimeOrderedIds(time), time);

    @Test
    void areOneActForEachSourceAndMinute() {
        refuse("203.0.113.7");
        refuse("203.0.113.7");
        refuse("198.51.100.1");
        time.forward(Duration.ofMinutes(1));
        refuse("203.0.113.7");
        time.forward(Duration.ofMinutes(1));

        List<ReportedAct> acts = refusals.takeFinished();

        assertThat(acts).extracting(ReportedAct::count).containsExactly(2, 1, 1);
        assertThat(acts.getFirst().address()).isEqualTo("203.0.113.7");
        assertThat(acts.getFirst().at()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(acts.getFirst().act()).isEqualTo("hook.refused");
    }

    @Test
    void ofTheRunningMinuteStillGrow() {
        refuse("203.0.113.7");

        assertThat(refusals.takeFinished()).isEmpty();
        assertThat(refusals.takeAll()).hasSize(1);
    }

    @Test
    void areTakenOnce() {
        refuse("203.0.113.7");

        assertThat(refusals.takeAll()).hasSize(1);
        assertThat(refusals.takeAll()).isEmpty();
    }

    @Test
    void fromVeryManySourcesAreCountedTogether() {
        IntStream.range(0, 5_000).forEach(source -> refuse("source-" + source));

        List<ReportedAct> acts = refusals.takeAll();

        assertThat(acts).hasSize(1_001);
        assertThat(acts.stream().mapToInt(ReportedAct::count).sum()).isEqualTo(5_000);
    }

    @Test
    void doNotKeepAnAddressThatIsNone() {
        refuse("x".repeat(65));
        refuse(null);

        assertThat(refusals.takeAll()).singleElement().matches(act -> act.address() == null && act.count() == 2);
    }

    @Test
    void ofDifferentKindsStandApart() {
        refusals.count("hook.refused", "provider", "acuity", "refused", "203.0.113.7");
        refusals.count("hook.refused", "provider", "zoom", "refused", "203.0.113.7");
        refusals.count("request.refused", "reason", "too-large", "refused", "203.0.113.7");

        assertThat(refusals.takeAll()).hasSize(3).allMatch(act -> act.count() == 1);
    }

    private void refuse(@Nullable String address) {
        refusals.count("hook.refused", "provider", "acuity", "refused", address);
    }
}
