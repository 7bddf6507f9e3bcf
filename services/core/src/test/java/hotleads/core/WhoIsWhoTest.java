package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which bookings belong to one person, and which wait for somebody to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoIsWhoTest {
    private final Instant soon = Clock.systemUTC().instant().plus(Duration.ofDays(3));
    private SomeCore core;
    private long id;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void others() {
        id += 100;
    }

    @Test
    void oneAddressAndNameWrittenInSeveralWaysAreOnePerson() {
        book(id, "Zoë", "Ng", "zoe" + id + "@example.org", "(212) 555-0100");
        book(id + 1, " ZOE", "ng ", "Zoe" + id + "@Example.org ", "2125550100");

        assertThat(person(id)).isEqualTo(person(id + 1));
    }

    @Test
    void aNewNumberUnderTheSameNameAndAddressIsTheSamePerson() {
        book(id, "Lee", "Moves", "lee" + id + "@example.org", "(212) 555-0101");
        book(id + 1, "Lee", "Moves", "lee" + id + "@example.org", "(646) 555-0199");

        assertThat(person(id)).isEqualTo(person(id + 1));
    }

    @Test
    void aFamilySharingAnAddressIsTwoPeopleWhoWaitForADecision() {
        book(id, "Mum", "Shared", "home" + id + "@example.org", null);
        book(id + 1, "Kid", "Shared", "home" + id + "@example.org", null);

        assertThat(person(id)).isNotEqualTo(person(id + 1));
        assertThat(causes(id)).contains("unresolved-match");
        assertThat(causes(id + 1)).contains("unresolved-match");
    }

    @Test
    void twoNamesakesWithoutAddressOrNumberAreNotOnePerson() {
        book(id, "Sam", "Same", null, null);
        book(id + 1, "Sam", "Same", null, null);

        assertThat(person(id)).isNotEqualTo(person(id + 1));
        assertThat(causes(id)).contains("no-usable-channel");
    }

    @Test
    void aBookingMadeOutToSomeoneElseWaitsForADecision() {
        book(id, "First", "Holder", "first" + id + "@example.org", null);
        book(id, "Other", "Holder", "other" + id + "@example.org", null);

        assertThat(core.jdbc()
                        .sql(
                                "SELECT count(*) FROM match_candidate c JOIN identity i ON i.id = c.identity_b WHERE i.person_id = ?")
                        .param(person(id))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void book(
            long booking,
            String first,
            String last,
            @org.jspecify.annotations.Nullable String email,
            @org.jspecify.annotations.Nullable String phone) {
        core.sync.acuity.put(
                booking,
                appointment(booking)
                        .named(first, last)
                        .reachedBy(email, phone)
                        .at(soon)
                        .cancelled()
                        .build());
        core.hook("changed", booking);
        core.awaitQuiet();
    }

    private UUID person(long booking) {
        return core.jdbc()
                .sql("SELECT person_id FROM booking WHERE id = ?")
                .param(booking)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private List<String> causes(long booking) {
        var placement = core.json(core.get("/api/leads/" + person(booking), core.tony()))
                .get("placement");
        return placement
                .get("causes")
                .valueStream()
                .map(cause -> cause.get("key").asString())
                .toList();
    }
}
