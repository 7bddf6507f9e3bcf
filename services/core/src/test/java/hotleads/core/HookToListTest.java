package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.contracts.ProviderOutcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** From a delivery to a name on the list, and what must hold on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HookToListTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 1_000;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void anotherAppointment() {
        id += 1_000;
    }

    @Test
    void aCancellationBringsThePersonOntoTheListWithItsReason() {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Bo", "Cancels")
                        .reachedBy("bo@example.org", null)
                        .at(inDays(3))
                        .build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        assertThat(names()).doesNotContain("Bo Cancels");

        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Bo", "Cancels")
                        .reachedBy("bo@example.org", null)
                        .at(inDays(3))
                        .cancelled()
                        .build());
        core.hook("appointment.canceled", id);
        core.awaitQuiet();

        JsonNode lead = lead("Bo Cancels");
        assertThat(lead.get("reasons").get(0).get("rule").asString()).isEqualTo("B1");
        assertThat(lead.get("scoreTenths").asInt()).isEqualTo(340);
        assertThat(lead.get("practitioner").asString()).isEqualTo("Dana Planted-Practitioner");
    }

    @Test
    void theSameDeliveryTwiceIsStoredOnceAndAsksOnce() {
        core.sync.acuity.put(id, appointment(id).at(inDays(5)).build());
        Delivery delivery = core.delivery("scheduled", id);

        core.append(List.of(delivery));
        core.append(List.of(delivery));
        core.awaitQuiet();

        assertThat(count("SELECT count(*) FROM inbox_delivery WHERE record_id = " + id))
                .isEqualTo(1);
        assertThat(count("SELECT asked FROM look_again WHERE appointment = " + id))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE act = 'hook.received' AND subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void aHookThatArrivesDuringAReadIsNotSwallowed() {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Cy", "During")
                        .reachedBy("cy@example.org", null)
                        .at(inDays(4))
                        .build());
        CountDownLatch arrived = new CountDownLatch(1);
        core.sync.duringReadOf.put(id, () -> {
            // The answer of this read is made already; the change comes after it, and its hook before the read is taken
            // in.
            core.sync.acuity.put(
                    id,
                    appointment(id)
                            .named("Cy", "During")
                            .reachedBy("cy@example.org", null)
                            .at(inDays(4))
                            .cancelled()
                            .build());
            core.hook("canceled", id);
            arrived.countDown();
        });

        core.hook("scheduled", id);
        SomeCore.await(() -> arrived.getCount() == 0);
        core.awaitQuiet();

        assertThat(lead("Cy During").get("reasons").get(0).get("rule").asString())
                .isEqualTo("B1");
    }

    @Test
    void aFailedReadIsTriedAgainAndNothingIsLost() {
        core.sync.acuity.put(id, appointment(id).at(inDays(6)).build());
        core.sync.next.add(core.sync.failure(ProviderOutcome.UNCLEAR, "server-error"));

        core.hook("scheduled", id);
        core.awaitQuiet();

        assertThat(count("SELECT count(*) FROM booking WHERE id = " + id)).isEqualTo(1);
    }

    @Test
    void aProvidersErrorNeitherDeletesNorCancels() {
        core.sync.acuity.put(id, appointment(id).at(inDays(6)).build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        core.sync.next.add(core.sync.failure(ProviderOutcome.REFUSED_PERMISSION, "forbidden"));
        core.hook("changed", id);
        SomeCore.await(() -> core.sync.next.isEmpty());

        assertThat(text("SELECT state FROM booking WHERE id = " + id)).isEqualTo("booked");
        core.database.execute("UPDATE core.provider_state SET paused_until = NULL");
        core.awaitQuiet();
        // Until then nobody is said to have nothing booked, in the tests after this one either.
        core.awaitOnTime();
    }

    @Test
    void anAppointmentAcuityNoLongerHasIsGoneAndNotCancelled() {
        core.sync.acuity.put(id, appointment(id).at(inDays(6)).build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        core.sync.acuity.remove(id);

        core.hook("changed", id);
        core.awaitQuiet();

        assertThat(text("SELECT state FROM booking WHERE id = " + id)).isEqualTo("gone");
    }

    @Test
    void unknownActionsAndIdsThatAreNoneAreKept() {
        Delivery odd = core.delivery("appointment.teleported", id);
        Delivery noId = new Delivery(
                java.util.UUID.randomUUID(),
                "acuity",
                now,
                "scheduled",
                "not a number, ana.planted@example.org",
                odd.body(),
                null);

        core.append(List.of(odd, noId));

        assertThat(text("SELECT action FROM inbox_delivery WHERE id = '" + odd.id() + "'"))
                .isEqualTo("unknown");
        assertThat(count("SELECT count(*) FROM inbox_delivery WHERE id = '" + noId.id() + "' AND record_id IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void manyWaitingAppointmentsAreReadByWindows() {
        List<Delivery> burst = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            core.sync.acuity.put(
                    id + number,
                    appointment(id + number)
                            .at(inDays(40).plusSeconds(number * 3_600L))
                            .build());
            burst.add(core.delivery("scheduled", id + number));
        }
        core.append(burst);
        core.awaitQuiet();
        burst.clear();
        for (int number = 0; number < 60; number++) {
            core.sync.acuity.put(
                    id + number,
                    appointment(id + number)
                            .at(inDays(41).plusSeconds(number * 3_600L))
                            .build());
            burst.add(core.delivery("rescheduled", id + number));
        }
        int before = core.sync.singleReads.get();

        core.append(burst);
        core.awaitQuiet();

        assertThat(core.sync.singleReads.get() - before).isLessThan(20);
        assertThat(count("SELECT count(*) FROM booking WHERE id BETWEEN " + id + " AND " + (id + 59)
                        + " AND starts_at >= '" + inDays(41).truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "'"))
                .isEqualTo(60);
    }

    @Test
    void nothingThatDescribesAPersonStandsInAPlainColumn() throws SQLException {
        core.sync.acuity.put(id, appointment(id).at(inDays(2)).cancelled().build());
        core.hook("canceled", id);
        core.awaitQuiet();
        core.leads();

        try (Connection connection = core.database.connect();
                Statement tables = connection.createStatement();
                ResultSet table = tables.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'core'")) {
            while (table.next()) {
                assertThat(rows(connection, table.getString(1)))
                        .as(table.getString(1))
                        .noneMatch(row -> row.toLowerCase(java.util.Locale.ROOT).contains("planted"));
            }
        }
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                // Bytes too, as the text they would be if somebody forgot to seal them.
                ResultSet row = statement.executeQuery(
                        "SELECT t::text, encode(convert_to(t::text, 'UTF8'), 'escape') FROM core." + table + " t")) {
            while (row.next()) {
                rows.add(row.getString(1));
                rows.add(unhex(row.getString(1)));
            }
        }
        return rows;
    }

    /** Columns of bytes print as hex: read them as the text they might be. */
    private static String unhex(String row) {
        StringBuilder text = new StringBuilder();
        java.util.regex.Matcher bytes =
                java.util.regex.Pattern.compile("\\\\x((?:[0-9a-f]{2})+)").matcher(row);
        while (bytes.find()) {
            text.append(new String(
                    java.util.HexFormat.of().parseHex(bytes.group(1)), java.nio.charset.StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private Instant inDays(int days) {
        return now.plus(Duration.ofDays(days));
    }

    private List<String> names() {
        return core.leads().stream().map(lead -> lead.get("name").asString()).toList();
    }

    private JsonNode lead(String name) {
        return core.leads().stream()
                .filter(lead -> lead.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the list"));
    }

    private long count(String sql) {
        return core.jdbc().sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return core.jdbc().sql(sql).query(String.class).single();
    }
}
