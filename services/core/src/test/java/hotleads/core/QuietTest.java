package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acuity that tells nothing by itself any more, told from a calm day. */
class QuietTest {
    private static final long LATECOMER = 42;
    private static final long UNTOLD = 44;

    private final Instant now = Clock.systemUTC().instant();
    private final SomeCore core = new SomeCore();

    @BeforeEach
    void start() {
        core.sync.acuity.put(1L, appointment(1).at(inDays(2)).build());
        core.start();
        core.awaitOnTime();
        SomeCore.await(() -> count("SELECT count(*) FROM booking WHERE id = 1") == 1);
        core.database.execute("UPDATE core.window_read SET received_at = received_at - interval '9 days'");
        core.database.execute(
                "UPDATE core.observation SET received_at = received_at - interval '9 days', seen_until = seen_until - interval '9 days'");
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void isNoticedWhenReadingBringsABookingThatNoHookToldOf() {
        hookDaysAgo(8);
        readingBringsABookingOf(inDays(-6));

        awaitState("quiet");

        assertThat(cause()).isEqualTo("hooks-silent");
        assertThat(entries("hooks.quiet")).isEqualTo(1);
        assertThat(core.json(core.get("/api/connections", core.tony()))
                        .get("items")
                        .get(0)
                        .get("causeKey")
                        .asString())
                .isEqualTo("acuity.hooks-silent");
    }

    @Test
    void isOverWithTheNextHook() {
        hookDaysAgo(8);
        readingBringsABookingOf(inDays(-6));
        awaitState("quiet");

        core.hook("changed", 1);

        awaitState("on-time");
        assertThat(entries("hooks.came-back")).isEqualTo(1);
    }

    @Test
    void namesTheSignatureWhenDeliveriesWereRefusedMeanwhile() {
        hookDaysAgo(8);
        readingBringsABookingOf(inDays(-6));
        core.post(
                "/internal/acts",
                core.service("act.report"),
                new ReportedActs(List.of(new ReportedAct(
                        UUID.randomUUID(),
                        now,
                        "hook.refused",
                        "provider",
                        "acuity",
                        "refused",
                        1,
                        "192.0.2.7",
                        null))));

        core.hurry("watchHooks");
        SomeCore.await(() -> "signature-mismatch".equals(cause()));
    }

    @Test
    void saysThatNoHookEverCame() {
        readingBringsABookingOf(inDays(-6));

        awaitState("quiet");

        assertThat(cause()).isEqualTo("no-hook-yet");
    }

    @Test
    void isNotSaidOfAnOldBookingThatOnlyNowIsReadNorOfOneThatAHookTold() {
        hookDaysAgo(8);
        readingBringsABookingOf(inDays(-30));
        core.sync.acuity.put(1L, appointment(1).at(inDays(2)).cancelled().build());
        core.hook("canceled", 1);
        core.awaitQuiet();
        core.database.execute("UPDATE core.inbox_delivery SET received_at = now() - interval '8 days'");
        longAgo(1, 145);
        core.sync.acuity.put(
                UNTOLD, appointment(UNTOLD).at(inDays(6)).bookedAt(inDays(-6)).build());
        read(UNTOLD);
        longAgo(UNTOLD, 140);

        awaitState("quiet");

        assertThat(count(
                        "SELECT count(*) FROM provider_state JOIN observation ON received_at = quiet_since AND record_id = "
                                + UNTOLD))
                .isEqualTo(1);
    }

    /** Read nearly six days ago, so that the silence since is longer than any usual one, whatever day it is. */
    private void readingBringsABookingOf(Instant bookedAt) {
        core.sync.acuity.put(
                LATECOMER,
                appointment(LATECOMER).at(inDays(4)).bookedAt(bookedAt).build());
        read(LATECOMER);
        longAgo(LATECOMER, 140);
    }

    private void read(long appointment) {
        SomeCore.await(() -> {
            core.post("/api/connections/acuity/run", core.tony(), Map.of());
            return count("SELECT count(*) FROM booking WHERE id = " + appointment) == 1;
        });
    }

    private void longAgo(long appointment, int hours) {
        core.database.execute("UPDATE core.observation SET received_at = now() - interval '" + hours
                + " hours' WHERE record_id = " + appointment + " AND received_at > now() - interval '1 day'");
    }

    private void hookDaysAgo(int days) {
        core.hook("changed", 1);
        core.awaitQuiet();
        core.database.execute(
                "UPDATE core.inbox_delivery SET received_at = received_at - interval '" + days + " days'");
        core.database.execute("UPDATE core.observation SET seen_until = seen_until - interval '" + days + " days'");
    }

    private void awaitState(String state) {
        core.hurry("watchHooks");
        SomeCore.await(() -> state().equals(state));
    }

    private String state() {
        return core.json(core.get("/api/leads", core.tony()))
                .get("freshness")
                .get(0)
                .get("state")
                .asString();
    }

    private @org.jspecify.annotations.Nullable String cause() {
        return core.jdbc()
                .sql("SELECT coalesce(quiet_cause, '') FROM provider_state")
                .query(String.class)
                .single();
    }

    private long entries(String act) {
        return count("SELECT count(*) FROM audit_entry WHERE act = '" + act + "'");
    }

    private long count(String sql) {
        return core.jdbc().sql(sql).query(Long.class).single();
    }

    private Instant inDays(int days) {
        return now.plus(Duration.ofDays(days));
    }
}
