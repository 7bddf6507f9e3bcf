package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What Acuity's answers, one after another, become: moves, and the mark of a missed session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingNewsTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void aBookingMovedTwiceIsAReasonThatNamesEachMove() {
        for (int days = 3; days <= 5; days++) {
            answer(10, "Moves", appointment(10).at(now.plus(Duration.ofDays(days))));
        }

        JsonNode lead = detail(10).get("lead");
        JsonNode reason = lead.get("reasons").get(0);
        assertThat(reason.get("rule").asString()).isEqualTo("B5");
        assertThat(reason.get("evidence").size()).isEqualTo(2);
        assertThat(detail(10).get("placement").get("causes").get(0).get("key").asString())
                .isEqualTo("booked");
    }

    @Test
    void aChangeOfAnythingElseIsNoMove() {
        answer(20, "Stays", appointment(20).at(now.plus(Duration.ofDays(3))));
        answer(20, "Stays", appointment(20).at(now.plus(Duration.ofDays(3))).in(99));

        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM booking_move WHERE booking_id = 20")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void movesAreDerivedAnewToTheSameRows() {
        for (int days = 3; days <= 6; days++) {
            answer(30, "Again", appointment(30).at(now.plus(Duration.ofDays(days))));
        }
        List<String> before = moves();

        core.database.execute("DELETE FROM core.booking_move WHERE booking_id = 30");
        answer(30, "Again", appointment(30).at(now.plus(Duration.ofDays(6))).in(99));

        assertThat(moves()).isEqualTo(before).hasSize(3);
    }

    @Test
    void acuitysMarkSaysThatTheFirstSessionWasMissed() {
        answer(40, "Missed", appointment(40).at(now.minus(Duration.ofDays(1))).missed());

        List<String> rules = detail(40)
                .get("lead")
                .get("reasons")
                .valueStream()
                .map(reason -> reason.get("rule").asString())
                .toList();
        assertThat(rules).startsWith("B3", "B4");
    }

    @Test
    void theLinkForBookingPresetsPractitionerAndTypeAndNamesNobody() {
        answer(50, "Linked", appointment(50).at(now.plus(Duration.ofDays(1))).in(4038206));

        assertThat(detail(50).get("bookingLink").asString())
                .isEqualTo("https://book.example.org/schedule.php?owner=1&appointmentType=8&calendarID=4038206");
    }

    private void answer(long id, String name, SomeAppointments.Builder like) {
        core.sync.acuity.put(
                id,
                like.named(name, "Person")
                        .reachedBy(name + "@example.org", null)
                        .build());
        core.hook("changed", id);
        core.awaitQuiet();
    }

    private List<String> moves() {
        return core.jdbc()
                .sql("SELECT m::text FROM booking_move m WHERE booking_id = 30 ORDER BY 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private JsonNode detail(long booking) {
        String person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(booking)
                .query(String.class)
                .single();
        return core.json(core.get("/api/leads/" + person, core.tony()));
    }
}
