package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.Delivery;
import hotleads.contracts.ProviderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Invariant 2: whatever was lost, repeated, reordered or late, however Acuity failed and wherever core ended, one whole
 * sweep leaves no difference inside the window it names; where no hook was lost, none is left before it. Core stands
 * still and is driven by hand, on a clock that jumps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvergenceTest {
    private static final int HISTORIES = Integer.getInteger("convergence.histories", 300);
    private static final long SEED = Long.getLong("convergence.seed", 20_261_126L);
    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    /** Further apart than a sweep's window and the bookings around it reach. */
    private static final Duration BETWEEN = Duration.ofDays(200);

    private final SteppingClock clock = new SteppingClock(START);
    private final CrashPoints crashes = new CrashPoints();
    private final AtomicBoolean meanwhile = new AtomicBoolean();
    private SomeCore core;
    private JdbcClient database;
    private RandomHistory history;
    private Instant today;

    @BeforeAll
    void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            // A killed core's threads end without a word.
            if (!(failure instanceof CrashPoints.Killed)) {
                failure.printStackTrace();
            }
        });
        core = new SomeCore(clock, context -> {
            context.registerBean(java.time.Clock.class, () -> clock);
            context.getBeanFactory().addBeanPostProcessor(crashes);
        });
        core.start();
        core.standStill();
        database = JdbcClient.create(new SingleConnectionDataSource(core.database.connect(), true));
        database.sql("SET search_path = core").update();
        begin(0);
    }

    @AfterAll
    void stop() {
        core.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @Test
    void oneSweepLeavesNoDifferenceWhateverHappenedBefore() {
        for (int number = 0; number < HISTORIES; number++) {
            begin(number);
            try {
                live();
                settle();
                if (history.isToldWhole()) {
                    readAllThatWaits();
                    assertThat(ours()).as("bookings by hooks alone").isEqualTo(acuitys());
                }
                assertThat(sweep()).as("the sweep's state").isEqualTo("whole");
                assertThat(ours()).as("bookings in the window").isEqualTo(acuitys());
                anAnswerComesAfterOneThatKnowsBetter();
                assertThat(ours()).as("bookings after the late answer").isEqualTo(acuitys());
                assertThat(sweep()).isEqualTo("whole");
                assertThat(differencesOfTheLastSweep()).as("differences").isEmpty();
                assertThat(peopleNotEvaluated())
                        .as("people evaluated on old facts")
                        .isZero();
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError(
                        "Seen again with -Dconvergence.histories=1 -Dconvergence.seed=" + (SEED + number), failed);
            }
        }
    }

    private void begin(int number) {
        clock.advance(Duration.between(clock.instant(), START.plus(BETWEEN.multipliedBy(number + 1L))));
        today = clock.instant();
        core.sync.acuity.clear();
        history = new RandomHistory(
                new Random(SEED + number), (number + 1) * 1_000L, today, core.sync.acuity, core::delivery);
    }

    private void live() {
        core.sync.onTheWay = this::onTheWay;
        for (int steps = 5 + history.upTo(8); steps > 0; steps--) {
            step();
            if (crashes.restart()) {
                // A core that comes back finds the leases of the one that was killed.
                clock.advance(Duration.ofSeconds(history.chance(2) ? 100 : 5));
            }
        }
    }

    private void step() {
        history.act();
        if (history.chance(4)) {
            crashes.killAt(1 + history.upTo(60));
        } else if (history.chance(3)) {
            crashes.failAt(1 + history.upTo(60));
        }
        switch (history.upTo(6)) {
            case 0 -> history.act();
            case 1 -> clock.advance(Duration.ofSeconds(history.upTo(90)));
            case 2 -> sweep();
            default -> {
                deliver();
                readWaiting();
            }
        }
    }

    /** Whatever was pending comes now or never; nothing fails any more, and what was put off is due. */
    private void settle() {
        core.sync.onTheWay = answer -> answer;
        crashes.restart();
        clock.advance(Duration.ofMinutes(3));
        deliver();
        if (history.chance(2)) {
            readWaiting();
        }
        if (waits("SELECT EXISTS (SELECT 1 FROM sweep WHERE state = 'asked')")) {
            round("runAskedSweeps");
        }
    }

    /** No hook was lost for good: then no sweep is needed. */
    private void readAllThatWaits() {
        core.append(history.allHooks());
        while (waits("SELECT EXISTS (SELECT 1 FROM look_again WHERE done < asked)")) {
            clock.advance(Duration.ofMinutes(1));
            readWaiting();
        }
    }

    /** A read begins, the world goes on, another read sees it as it is now, and only then the old answer comes. */
    private void anAnswerComesAfterOneThatKnowsBetter() {
        RandomHistory.Detour detour = history.detour();
        if (detour == null) {
            return;
        }
        core.hook("changed", detour.id());
        AtomicBoolean asked = new AtomicBoolean();
        core.sync.onTheWay = answer -> {
            if (asked.compareAndSet(false, true)) {
                overtake(detour);
            }
            return answer;
        };
        readWaiting();
        core.sync.onTheWay = answer -> answer;
        clock.advance(Duration.ofMinutes(1));
        readWaiting();
    }

    private void overtake(RandomHistory.Detour detour) {
        switch (history.upTo(3)) {
            case 0 -> {
                history.act();
                sweepWhole();
            }
            case 1 -> {
                detour.back().run();
                sweepWhole();
            }
            default -> {
                detour.back().run();
                core.hook("changed", detour.id());
                // The first read lasts longer than its lease, so another may read the same.
                clock.advance(Duration.ofSeconds(40));
                readWaiting();
            }
        }
    }

    private AppointmentsAnswer onTheWay(AppointmentsAnswer answer) {
        return switch (history.upTo(24)) {
            case 0 -> failure(ProviderOutcome.RETRY_LATER, "rate-limited", 2_000L);
            case 1 -> failure(ProviderOutcome.RETRY_LATER, "rate-limited", null);
            case 2 -> failure(ProviderOutcome.UNCLEAR, "server-error", null);
            case 3 -> failure(ProviderOutcome.UNCLEAR, "timed-out", null);
            case 4 -> throw new SyncStandIn.HtmlInstead();
            case 5 -> throw new IllegalStateException("The connection ended");
            case 6 -> failure(ProviderOutcome.REFUSED_TOKEN, "key-refused", null);
            case 7 -> withOneUnreadable(answer);
            case 8, 9, 10, 11 -> late(answer);
            default -> answer;
        };
    }

    private AppointmentsAnswer failure(ProviderOutcome outcome, String cause, @Nullable Long wait) {
        return new AppointmentsAnswer(outcome, wait, cause, List.of(), clock.instant());
    }

    private AppointmentsAnswer withOneUnreadable(AppointmentsAnswer answer) {
        if (answer.appointments().isEmpty()) {
            return answer;
        }
        List<AcuityAppointment> readable = new ArrayList<>(answer.appointments());
        AcuityAppointment odd = readable.remove(history.upTo(readable.size()));
        return new AppointmentsAnswer(
                answer.outcome(), null, null, readable, answer.fetchStartedAt(), List.of(odd.id()));
    }

    /** The answer was made, and then the world went on before it arrived. */
    private AppointmentsAnswer late(AppointmentsAnswer answer) {
        if (meanwhile.compareAndSet(false, true)) {
            try {
                history.act();
                if (history.chance(2)) {
                    // Longer than its lease: another reads the same meanwhile.
                    clock.advance(Duration.ofSeconds(40));
                }
                deliver();
                readWaiting();
                if (history.chance(3)) {
                    sweep();
                }
            } finally {
                meanwhile.set(false);
            }
        }
        return answer;
    }

    private void deliver() {
        List<Delivery> hooks = history.someHooks();
        if (!hooks.isEmpty() && core.tryToAppend(hooks) != 200) {
            history.putBack(hooks);
        }
    }

    private void readWaiting() {
        for (int rounds = 0; rounds < 3 && anythingWaits(); rounds++) {
            round("readWaitingAppointments");
        }
    }

    private boolean anythingWaits() {
        Instant now = clock.instant();
        return waits("SELECT EXISTS (SELECT 1 FROM look_again WHERE done < asked AND next_try_at <= '" + now
                + "' AND (claimed_until IS NULL OR claimed_until < '" + now + "'))");
    }

    /** @return how it ended, or where it was left */
    private String sweep() {
        core.post("/api/sweeps", core.tony(), Map.of());
        if (waits("SELECT EXISTS (SELECT 1 FROM sweep WHERE state = 'asked')")) {
            round("runAskedSweeps");
        }
        return text("SELECT coalesce((SELECT CASE state WHEN 'stopped' THEN cause ELSE state END FROM sweep"
                + " ORDER BY id DESC LIMIT 1), 'none')");
    }

    /** One that our own limit stopped has not seen the world as it is. */
    private void sweepWhole() {
        for (int tries = 0; tries < 5 && !sweep().equals("whole"); tries++) {
            clock.advance(Duration.ofSeconds(5));
        }
    }

    private void round(String job) {
        try {
            core.job(job).round();
        } catch (CrashPoints.Killed | RuntimeException ended) {
            // As RunUntilShutdown would: the next round finds what this one left.
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Map<Long, String> ours() {
        Map<Long, String> found = new TreeMap<>();
        database.sql("SELECT * FROM booking WHERE state <> 'gone' AND starts_at BETWEEN ? AND ?")
                .params(java.sql.Timestamp.from(from()), java.sql.Timestamp.from(to()))
                .query(row -> {
                    found.put(
                            row.getLong("id"),
                            row.getString("state") + " "
                                    + row.getTimestamp("starts_at").toInstant() + " "
                                    + row.getInt("duration_minutes"));
                });
        return found;
    }

    private Map<Long, String> acuitys() {
        Map<Long, String> found = new TreeMap<>();
        core.sync.acuity.values().stream()
                .filter(booking -> !booking.startsAt().isBefore(from())
                        && !booking.startsAt().isAfter(to()))
                .forEach(booking -> found.put(
                        booking.id(), stateOf(booking) + " " + booking.startsAt() + " " + booking.durationMinutes()));
        return found;
    }

    private static String stateOf(AcuityAppointment booking) {
        return !booking.canceled() ? "booked" : Boolean.TRUE.equals(booking.noShow()) ? "missed" : "cancelled";
    }

    private Instant from() {
        return today.minus(29, ChronoUnit.DAYS);
    }

    private Instant to() {
        return today.plus(119, ChronoUnit.DAYS);
    }

    private List<String> differencesOfTheLastSweep() {
        return database.sql("SELECT appointment || ' ' || kind FROM sweep_difference"
                        + " WHERE sweep_id = (SELECT id FROM sweep ORDER BY id DESC LIMIT 1)")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long peopleNotEvaluated() {
        return database.sql("SELECT count(*) FROM person p LEFT JOIN lead l ON l.person_id = p.id"
                        + " WHERE l.facts_version IS DISTINCT FROM p.facts_version")
                .query(Long.class)
                .single();
    }

    private boolean waits(String sql) {
        synchronized (database) {
            return database.sql(sql).query(Boolean.class).single();
        }
    }

    private String text(String sql) {
        synchronized (database) {
            return database.sql(sql).query(String.class).single();
        }
    }
}
