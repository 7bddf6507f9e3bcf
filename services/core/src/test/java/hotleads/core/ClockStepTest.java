package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderOutcome;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine's clock was ahead by a day and is put right, or is right and put back by a day: core works on. */
class ClockStepTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** Times of their own kind: what a person chose, what a provider said, what happened, or what has its own way. */
    private static final Map<String, String> NOT_BROUGHT_BACK = Map.ofEntries(
            Map.entry("lead.next_change_at", "all are evaluated anew"),
            Map.entry("lead.snoozed_until", "a person chose it"),
            Map.entry("scheduled_tasks.execution_time", "reckoned anew by the scheduler"),
            Map.entry("scheduled_tasks.last_heartbeat", "reckoned anew with it"),
            Map.entry("google_channel.expires_at", "Google said it"),
            Map.entry("observation.seen_until", "what happened; reads are told apart by their tickets"),
            Map.entry("source_observation.seen_until", "the same"),
            Map.entry("audit_shipping.claimed_until", "the trail's own, which believes no claim as long as that"));

    private final MachineClock clock = new MachineClock();
    private final SomeCore core =
            new SomeCore(clock, context -> context.registerBean(java.time.Clock.class, () -> clock));

    @BeforeEach
    void start() {
        core.start();
        core.awaitOnTime();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void sweepsGoOnWithinTheirUsualInterval() {
        awaitNoSweep();
        long before = sweeps();
        putBack();

        SomeCore.await(() -> nextRun("sweep-acuity").isBefore(clock.instant().plus(Duration.ofMinutes(16))));
        SomeCore.await(
                () -> nextRun("sweep-acuity-nightly").isBefore(clock.instant().plus(DAY)));
        clock.put(Duration.ofMinutes(16));
        SomeCore.await(() -> sweeps() > before);
    }

    @Test
    void sweepsGoOnWhenTheClockWasAheadAndIsPutRight() {
        awaitNoSweep();
        long before = sweeps();
        clock.put(DAY);
        SomeCore.await(() -> sweeps() > before);
        awaitNoSweep();
        long ahead = sweeps();
        putBack();

        SomeCore.await(() -> nextRun("sweep-acuity").isBefore(clock.instant().plus(Duration.ofMinutes(16))));
        clock.put(Duration.ofMinutes(16));
        SomeCore.await(() -> sweeps() > ahead);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE act = 'clock.put-back'"))
                .isEqualTo(1);
    }

    @Test
    void whoeverWantsASweepNowGetsIt() {
        awaitNoSweep();
        long before = sweeps();
        putBack();

        core.post("/api/connections/acuity/run", core.tony(), Map.of());
        SomeCore.await(() -> sweeps() > before);
    }

    @Test
    void hooksAreServedWhateverTurnOrPauseWasGiven() {
        clock.put(DAY);
        core.sync.next.add(core.sync.failure(ProviderOutcome.RETRY_LATER, "too-many-requests"));
        tell(1);
        core.awaitQuiet();
        core.jdbc()
                .sql("UPDATE provider_state SET paused_until = ?::timestamptz, next_slot = ?::timestamptz")
                .params(in(Duration.ofMinutes(1)), in(Duration.ofSeconds(1)))
                .update();
        putBack();

        tell(2);
        core.awaitQuiet();
        assertThat(core.jdbc()
                        .sql("SELECT id FROM booking ORDER BY id")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
    }

    @Test
    void aKilledCoresLeasesEndAfterTheirUsualTime() {
        awaitNoSweep();
        core.database.execute("""
                INSERT INTO core.sweep (id, kind, state, from_date, to_date, asked_at, started_at, leased_until, windows)
                VALUES (gen_random_uuid(), 'asked', 'running', current_date, current_date, now(), now(), now() + interval '90 seconds', 1);
                INSERT INTO core.look_again (appointment, asked, next_try_at, claimed_until)
                VALUES (3, 1, now(), now() + interval '30 seconds');
                """);
        assertThat(askForASweep()).isEqualTo(409);
        putBack();

        clock.put(Duration.ofMinutes(2));
        assertThat(askForASweep()).isEqualTo(202);
        core.awaitQuiet();
    }

    @Test
    void nothingStoredLiesFurtherAheadThanItEverDoes() {
        core.database.execute("""
                INSERT INTO core.provider_permit (lane, next_slot) VALUES ('some.lane', now() + interval '20 seconds');
                INSERT INTO core.source_state (source, account, fetched_to, resting_until)
                VALUES ('zoho', 'somebody', now(), now() + interval '1 hour');
                INSERT INTO core.digest (day, leased_until) VALUES ('2000-01-01', now() + interval '1 minute');
                """);
        putBack();

        Instant now = clock.instant();
        for (TimeAhead time : stored()) {
            assertThat(count("SELECT count(*) FROM %s WHERE %s > '%s'"
                            .formatted(
                                    time.table(),
                                    time.column(),
                                    now.plus(time.most()).plusSeconds(5))))
                    .as(time.table() + "." + time.column())
                    .isZero();
        }
    }

    @Test
    void aStepBeforeTheStartIsNoticedToo() {
        SomeCore.await(() -> count("SELECT count(*) FROM audit_link") > 0);
        core.stop();
        clock.put(DAY.negated());
        core.start();

        awaitNoticed(1);
        tell(4);
        core.awaitQuiet();
    }

    @Test
    void aSecondOrTwoAreNoStep() {
        clock.put(Duration.ofSeconds(-2));

        core.hurry("noticePutBack");
        tell(5);
        core.awaitQuiet();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE act = 'clock.put-back'"))
                .isZero();
    }

    @Test
    void eachTimeToComeIsBroughtBackOrSaysWhyNot() {
        Set<String> left = new TreeSet<>();
        core.jdbc().sql("""
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'core' AND data_type = 'timestamp with time zone'
                  AND (column_name LIKE '%until' OR column_name LIKE 'next\\_%' OR column_name LIKE 'expires%'
                       OR column_name IN ('execution_time', 'last_heartbeat'))
                """).query(row -> {
            left.add(row.getString(1));
        });
        stored().forEach(time -> left.remove(time.table() + "." + time.column()));

        assertThat(left).isEqualTo(NOT_BROUGHT_BACK.keySet());
    }

    private void putBack() {
        clock.put(DAY.negated());
        awaitNoticed(1);
    }

    private void awaitNoticed(long times) {
        SomeCore.await(() -> count("SELECT count(*) FROM audit_entry WHERE act = 'clock.put-back'") == times);
    }

    private List<TimeAhead> stored() {
        return core.beans(TimesAhead.class).stream()
                .flatMap(feature -> feature.timesAhead().stream())
                .toList();
    }

    private void tell(long id) {
        core.sync.acuity.put(
                id, appointment(id).at(clock.instant().plus(Duration.ofDays(2))).build());
        core.hook("scheduled", id);
    }

    private int askForASweep() {
        return core.post("/api/sweeps", core.tony(), new HashMap<>()).statusCode();
    }

    private void awaitNoSweep() {
        SomeCore.await(() -> count("SELECT count(*) FROM sweep WHERE state IN ('asked', 'running')") == 0
                && count("SELECT count(*) FROM scheduled_tasks WHERE picked") == 0);
    }

    private long sweeps() {
        return count("SELECT count(*) FROM sweep");
    }

    private Instant nextRun(String task) {
        return core.jdbc()
                .sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = ?")
                .param(task)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private String in(Duration ahead) {
        return clock.instant().plus(ahead).toString();
    }

    private long count(String sql) {
        return core.jdbc().sql(sql).query(Long.class).single();
    }
}
