package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.bench.Deaths;
import hotleads.app.bench.Victim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invariant 1: nothing acknowledged is lost, whatever dies, and however often. */
@Tag("system")
// Last: Acuity answers ten reads a second, so the orders of its many hooks would hold up what others wait for.
@Order(Integer.MAX_VALUE)
class KillTest {
    private static final List<List<Victim>> ROUNDS = List.of(
            List.of(Victim.WEBHOOKS, Victim.SYNC),
            List.of(Victim.DATABASE, Victim.AUTH),
            List.of(Victim.GATEWAY, Victim.SYNC),
            List.of(Victim.CORE, Victim.WEBHOOKS, Victim.DATABASE),
            List.of(Victim.AUTH, Victim.SYNC, Victim.GATEWAY, Victim.DATABASE),
            List.of(Victim.values()));

    private static final int PER_SECOND = 120;
    /** Far beyond the half minute it takes: what is asked is whether anything is lost, on however slow a disk. */
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);

    private final RunningDemo demo = RunningDemo.shared();
    private final Deaths deaths = new Deaths(demo.client(), demo.address(), demo::pid, BACK_WITHIN);

    @Test
    void nothingAcknowledgedIsLostWhateverIsKilled() throws SQLException {
        Load load = Load.endless(demo, PER_SECOND);
        awaitAcknowledgement(load);
        ROUNDS.forEach(victims -> {
            killAndAwait(victims);
            awaitAcknowledgement(load);
        });
        double perSecond = load.sentPerSecond();
        load.finish();

        assertThat(perSecond).isGreaterThan(100);
        assertKeptOnce(load, (int) ROUNDS.stream().mapToInt(List::size).sum());
    }

    @Test
    void nothingAcknowledgedIsLostWhenCoreIsKilledDuringAThousandDeliveries()
            throws SQLException, InterruptedException {
        Load load = Load.of(demo, 2 * PER_SECOND, 1_000);
        await().atMost(BACK_WITHIN).until(() -> load.acknowledged().size() > 300);
        killAndAwait(List.of(Victim.CORE));
        load.awaitAll();

        assertThat(load.sent()).hasSize(1_000);
        assertKeptOnce(load, 1);
    }

    private void killAndAwait(List<Victim> victims) {
        try {
            var _ = deaths.of(victims);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** So that every kill meets a product that takes deliveries. */
    private void awaitAcknowledgement(Load load) {
        int before = load.acknowledged().size();
        await().atMost(BACK_WITHIN).until(() -> load.acknowledged().size() > before + PER_SECOND);
    }

    private void assertKeptOnce(Load load, int kills) throws SQLException {
        Kept kept = Kept.of(demo, load.sent());
        System.out.printf(
                "%d kills: %d sent, %d acknowledged, %d kept%n",
                kills,
                load.sent().size(),
                load.acknowledged().size(),
                kept.deliveries().size());

        assertThat(load.acknowledged()).hasSizeGreaterThan(load.sent().size() / 10);
        assertThat(kept.deliveries().keySet()).containsAll(load.acknowledged());
        assertThat(kept.deliveries().values()).containsOnly(1L);
        assertThat(kept.asked()).isEqualTo(kept.deliveries());
        assertThat(kept.recorded()).isEqualTo(kept.deliveries());
    }
}
