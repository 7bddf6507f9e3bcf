package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.connections.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two cores on one database: whatever is fetched, sent or renewed, one of them does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoCoresTest {
    private static final List<String> TASKS = List.of("fetch-zoho", "read-google");
    private static final int ROUNDS = 12;
    private static final Duration A_MOMENT = Duration.ofMillis(40);

    private final Instant now = Clock.systemUTC().instant();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final List<String> twice = new CopyOnWriteArrayList<>();
    private SomeCore core;
    private SomeCore other;
    private ZohoStandIn zoho;

    @BeforeAll
    void startBoth() {
        core = new SomeCore();
        core.auth.googleAddresses.put(7L, "dana@practice.example");
        zoho = new ZohoStandIn(core.sync);
        for (int number = 0; number < 20; number++) {
            zoho.enquiry(9_000 + number, "Some", "Body" + number, null, now.minus(Duration.ofHours(2)));
        }
        zoho.pageSize = 5;
        SomeGoogle.answersIn(core.sync);
        core.sync.calls.keySet().forEach(this::watch);
        core.start();
        other = core.beside();
        other.start();
        core.awaitOnTime();
    }

    @AfterAll
    void stopBoth() {
        other.stop();
        core.close();
    }

    /** A call takes a moment, so that another one of its kind would be seen beside it. */
    private void watch(String call) {
        core.sync.calls.computeIfPresent(call, (name, answers) -> order -> {
            String what = call + order.path("query").path("module").asString("");
            if (underWay.computeIfAbsent(what, unknown -> new AtomicInteger()).incrementAndGet() > 1) {
                twice.add(what);
            }
            try {
                Thread.sleep(A_MOMENT);
                return answers.apply(order);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "stopping");
            } finally {
                Objects.requireNonNull(underWay.get(what)).decrementAndGet();
            }
        });
    }

    @Test
    void neverFetchTheSameThingAtOnce() {
        long before = runs("zoho", "delta");

        for (int round = 0; round < ROUNDS; round++) {
            Instant asked = Clock.systemUTC().instant();
            SomeCore.await(() -> {
                tellBoth();
                return lastRun("zoho").isAfter(asked) && lastRun("google").isAfter(asked);
            });
        }

        assertThat(runs("zoho", "delta")).isGreaterThanOrEqualTo(before + ROUNDS);
        assertThat(twice).isEmpty();
        assertThat(core.jdbc().sql("""
                                SELECT count(*) FROM fetch_run one JOIN fetch_run another
                                  ON another.source = one.source AND another.account = one.account AND another.kind = one.kind
                                  AND another.id > one.id AND another.started_at < one.finished_at
                                """).query(Long.class).single()).isZero();
    }

    /**
     * At once, as two people who press the same button, each at another core; and until it has run, for whoever presses
     * while the run before is about to end is told that it runs already.
     */
    private void tellBoth() {
        for (String task : TASKS) {
            core.bean(Schedules.class).runNow(task);
            other.bean(Schedules.class).runNow(task);
        }
    }

    private long runs(String source, String kind) {
        return core.jdbc()
                .sql("SELECT count(*) FROM fetch_run WHERE source = ? AND kind = ? AND outcome = 'done'")
                .params(source, kind)
                .query(Long.class)
                .single();
    }

    private Instant lastRun(String source) {
        return core.jdbc()
                .sql("SELECT coalesce(max(finished_at), 'epoch') FROM fetch_run WHERE source = ?")
                .param(source)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
