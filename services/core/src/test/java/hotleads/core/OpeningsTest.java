package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Somebody's usual hour is given up by another, and comes and goes as a reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final LocalDate tuesday =
            LocalDate.ofInstant(Clock.systemUTC().instant(), ZONE).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    private SomeCore core;
    private UUID person;

    @BeforeAll
    void start() {
        core = SomeCore.started();
        for (int week = 2; week <= 6; week++) {
            booked(week, "Ana", at(tuesday.minusWeeks(week)), false);
        }
        core.awaitQuiet();
        person = core.jdbc()
                .sql("SELECT person_id FROM booking WHERE id = 2")
                .query(UUID.class)
                .single();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void anHourThatSomebodyGaveUpCountsUntilItIsTaken() {
        booked(100, "Bo", at(tuesday), false);
        core.awaitQuiet();
        assertThat(opened()).isFalse();

        booked(100, "Bo", at(tuesday), true);
        SomeCore.await(this::opened);

        booked(101, "Cy", at(tuesday), false);
        SomeCore.await(() -> !opened());
    }

    private boolean opened() {
        JsonNode lead = core.json(core.get("/api/leads/" + person, core.tony()));
        return lead.path("lead")
                .path("reasons")
                .valueStream()
                .anyMatch(reason -> reason.path("rule").asString().equals("O1"));
    }

    private Instant at(LocalDate day) {
        return day.atTime(15, 30).atZone(ZONE).toInstant();
    }

    private void booked(long id, String first, Instant start, boolean cancelled) {
        var appointment = appointment(id)
                .named(first, "Planted")
                .reachedBy(first + "@example.org", "(212) 555-01" + (first.length() + 10))
                .at(start);
        core.sync.acuity.put(id, (cancelled ? appointment.cancelled() : appointment).build());
        core.hook(cancelled ? "canceled" : "scheduled", id);
    }
}
