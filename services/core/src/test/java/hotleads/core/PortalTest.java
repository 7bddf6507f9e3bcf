package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.SomeClients.Client;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a client sees and sets of their own: bookings, permissions, how their pages look, who has looked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final URI PAGE = URI.create("https://acuity.example.org/secret-page");
    private static final URI ROOM = URI.create("https://meet.example.org/room");
    private static final long DANAS = 7;

    private PracticeTime clock;
    private SomeCore core;
    private SomeClients clients;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.settings.put("HOTLEADS_PRACTICE_PHONE", "(202) 555-0199");
        clock = PracticeTime.of(core);
        core.start();
        core.awaitOnTime();
        clients = new SomeClients(core);
        core.sync.answers("appointment-links", new AppointmentLinks(PAGE, ROOM));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyPageKnowsThePracticeAndHowItsClientWantsIt() {
        Client kim = inDays(3);

        assertThat(me(kim).get("practicePhone").asString()).isEqualTo("(202) 555-0199");
        assertThat(me(kim).get("practiceZone").asString()).isEqualTo("America/New_York");
        assertThat(me(kim).get("textSize").asString()).isEqualTo("usual");
        assertThat(set(kim, "Europe/London", "larger")).isEqualTo(204);
        assertThat(me(kim).get("zone").asString()).isEqualTo("Europe/London");
        assertThat(me(kim).get("textSize").asString()).isEqualTo("larger");
        assertThat(set(kim, "Europe/Atlantis", "usual")).isEqualTo(422);
        assertThat(set(kim, null, "huge")).isEqualTo(422);
        assertThat(me(kim).get("zone").asString()).isEqualTo("Europe/London");
    }

    @Test
    void helpNeedsNoSignIn() {
        assertThat(core.json(core.get("/api/help", null)).get("country").asString())
                .isEqualTo("US");
    }

    @Test
    void bookingsAreAheadOverOrCancelledAndNothingIsSaidOfWhoCame() {
        Client kim = inDays(3);
        another(kim, appointment(91).at(clock.now().minus(Duration.ofDays(5))));
        another(kim, appointment(92).at(clock.now().minus(Duration.ofDays(9))).missed());
        another(kim, appointment(93).at(clock.now().plus(Duration.ofDays(9))).cancelled());

        assertThat(states(kim)).containsExactly("92 over", "91 over", kim.booking() + " booked", "93 cancelled");
        assertThat(clients.get(kim, "/api/me/bookings").body()).doesNotContain("missed", "noShow");
        assertThat(booking(kim, 93).get("cancelledSeenAt").asString()).isNotEmpty();
    }

    @Test
    void theWayInOpensAQuarterOfAnHourBefore() {
        Client soon = clients.booked(DANAS, clock.now().plus(Duration.ofMinutes(14)));
        Client later = clients.booked(DANAS, clock.now().plus(Duration.ofMinutes(16)));

        assertThat(core.json(act(soon, "join")).get("address").asString()).isEqualTo(ROOM.toString());
        assertThat(act(later, "join").statusCode()).isEqualTo(422);
    }

    @Test
    void itIsChangedAtAcuityAndWaitsUntilAcuityTellsSomethingNew() {
        Client kim = inDays(4);

        assertThat(core.json(act(kim, "change")).get("address").asString()).isEqualTo(PAGE.toString());
        assertThat(booking(kim, kim.booking()).get("waiting").asBoolean()).isTrue();
        core.sync.acuity.put(
                kim.booking(),
                like(kim).at(clock.now().plus(Duration.ofDays(6))).build());
        core.hook("rescheduled", kim.booking());
        core.awaitQuiet();

        assertThat(booking(kim, kim.booking()).get("waiting").asBoolean()).isFalse();
        assertThat(storedLinks()).isZero();
    }

    @Test
    void itWaitsNoLongerOnceTheySayThatTheyChangedNothingOrTimeHasPassed() {
        Client kim = inDays(5);
        act(kim, "change");

        assertThat(act(kim, "change/end").statusCode()).isEqualTo(204);
        assertThat(booking(kim, kim.booking()).get("waiting").asBoolean()).isFalse();
        act(kim, "change");
        clock.advance(Duration.ofHours(3));
        assertThat(booking(kim, kim.booking()).get("waiting").asBoolean()).isFalse();
    }

    @Test
    void whatAcuityDoesNotTellIsSaid() {
        Client kim = inDays(5);
        core.sync.fails("appointment-links", ProviderOutcome.UNCLEAR, "timed-out");
        assertThat(core.json(act(kim, "change")).get("code").asString()).isEqualTo("acuity-away");
        core.sync.answers("appointment-links", new AppointmentLinks(null, null));
        assertThat(core.json(act(kim, "change")).get("code").asString()).isEqualTo("no-link");
        core.sync.answers("appointment-links", new AppointmentLinks(PAGE, ROOM));
    }

    @Test
    void theCalendarEntryIsRightOnEitherSideOfAChangeOfClocksAndTellsNothing() {
        Instant summer = LocalDateTime.of(2031, 7, 8, 15, 30).atZone(ZONE).toInstant();
        Instant winter = LocalDateTime.of(2031, 12, 9, 15, 30).atZone(ZONE).toInstant();
        Client kim = clients.booked(DANAS, summer);
        Client lou = clients.booked(DANAS, winter);

        HttpResponse<String> answer = clients.get(kim, "/api/me/bookings/" + kim.booking() + "/calendar");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(answer.body())
                .contains("DTSTART:20310708T193000Z\r\n", "DTEND:20310708T202000Z\r\n", "SUMMARY:Appointment\r\n")
                .doesNotContain("Client", "Session", "Dana", "example.org");
        assertThat(clients.get(lou, "/api/me/bookings/" + lou.booking() + "/calendar")
                        .body())
                .contains("DTSTART:20311209T203000Z\r\n");
    }

    @Test
    void permissionsAreInForceOnTheStaffsCardAtOnce() {
        Client kim = inDays(6);
        Map<String, Object> refused = new HashMap<>(
                Map.of("doNotContact", false, "phone", "refused", "voicemail", "refused", "email", "allowed"));
        refused.put("sayAs", "Kim");

        assertThat(clients.post(kim, "/api/me/permissions", refused).statusCode())
                .isEqualTo(200);

        JsonNode card =
                core.json(core.get("/api/leads/" + kim.person(), core.tony())).get("contact");
        assertThat(card.path("phone").isString()).isFalse();
        assertThat(card.get("sayAs").asString()).isEqualTo("Kim");
        assertThat(core.get("/api/leads/" + kim.person(), core.tony()).body()).contains("permissions-told");
        assertThat(core.json(clients.get(kim, "/api/me/permissions"))
                        .get("phone")
                        .asString())
                .isEqualTo("refused");
        refused.put("phone", "perhaps");
        assertThat(clients.post(kim, "/api/me/permissions", refused).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatStaffDidMeanwhileKeepsNobodyFromSayingHowTheyMayBeReached() {
        Client kim = inDays(6);
        long version = core.json(core.get("/api/leads/" + kim.person(), core.tony()))
                .get("lead")
                .get("recordVersion")
                .asLong();
        core.post(
                "/api/leads/" + kim.person() + "/notes",
                core.tony(),
                Map.of("text", "Prefers mornings", "recordVersion", version));

        HttpResponse<String> answer = clients.post(
                kim,
                "/api/me/permissions",
                Map.of("doNotContact", false, "phone", "allowed", "voicemail", "allowed", "email", "allowed"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("note", "latest");
    }

    @Test
    void theySeeWhoSawTheirRecordAndTheirMoodAndNotThemselves() {
        Client kim = inDays(6);
        core.get("/api/leads/" + kim.person(), core.tony());
        core.get(
                "/api/people/" + kim.person() + "/check-ins",
                core.user(UUID.randomUUID(), "practitioner", List.of(DANAS)));
        clients.get(kim, "/api/me");

        JsonNode items = core.json(clients.get(kim, "/api/me/views")).get("items");

        assertThat(items)
                .extracting(item ->
                        item.get("role").asString() + " " + item.get("part").asString())
                .contains("admin record", "practitioner mood")
                .doesNotContain("client record", "client views");
    }

    @Test
    void aHoldKeepsThemOffTheListUntilItEnds() {
        Client kim = inDays(6);
        String dana = core.user(UUID.randomUUID(), "practitioner", List.of(DANAS));

        assertThat(hold(kim, dana, true)).isEqualTo(201);
        assertThat(core.get("/api/leads/" + kim.person(), core.tony()).body()).contains("practitioner-hold");
        assertThat(client(kim, dana).get("held").asBoolean()).isTrue();
        assertThat(hold(kim, dana, false)).isEqualTo(201);
        assertThat(core.get("/api/leads/" + kim.person(), core.tony()).body()).doesNotContain("practitioner-hold");
    }

    @Test
    void aWishToRebookWaitsUntilSomebodyLogsAnOutcome() {
        Client kim = inDays(1);
        core.sync.acuity.put(
                kim.booking(),
                like(kim).at(clock.now().plus(Duration.ofDays(1))).cancelled().build());
        core.hook("canceled", kim.booking());
        core.awaitQuiet();
        String dana = core.user(UUID.randomUUID(), "practitioner", List.of(DANAS));
        assertThat(core.post(
                                "/api/leads/" + kim.person() + "/rebook-requests",
                                dana,
                                Map.of("text", "Mornings", "recordVersion", version(kim)))
                        .statusCode())
                .isEqualTo(201);
        assertThat(core.get("/api/rebook-requests", core.tony()).body()).contains(kim.person());

        core.post(
                "/api/leads/" + kim.person() + "/outcomes",
                core.tony(),
                Map.of("kind", "left-message", "recordVersion", version(kim)));

        assertThat(core.get("/api/rebook-requests", core.tony()).body()).doesNotContain(kim.person());
    }

    private int hold(Client kim, String token, boolean on) {
        return core.post("/api/leads/" + kim.person() + "/hold", token, Map.of("on", on, "recordVersion", version(kim)))
                .statusCode();
    }

    private long version(Client kim) {
        return core.jdbc()
                .sql("SELECT facts_version FROM person WHERE id = ?::uuid")
                .param(kim.person())
                .query(Long.class)
                .single();
    }

    private JsonNode client(Client kim, String token) {
        for (JsonNode one : core.json(core.get("/api/clients", token)).get("items")) {
            if (one.get("personId").asString().equals(kim.person())) {
                return one;
            }
        }
        throw new AssertionError("not among the clients");
    }

    private Client inDays(int days) {
        return clients.booked(DANAS, clock.now().plus(Duration.ofDays(days)));
    }

    private static SomeAppointments.Builder like(Client kim) {
        return appointment(kim.booking())
                .named("Client", "Number" + kim.booking())
                .reachedBy("c" + kim.booking() + "@example.org", "(212) 555-0" + kim.booking() % 1_000)
                .in(DANAS);
    }

    private void another(Client kim, SomeAppointments.Builder booking) {
        var built = booking.named("Client", "Number" + kim.booking())
                .reachedBy("c" + kim.booking() + "@example.org", "(212) 555-0" + kim.booking() % 1_000)
                .in(DANAS)
                .build();
        core.sync.acuity.put(built.id(), built);
        core.hook(built.canceled() ? "canceled" : "scheduled", built.id());
        core.awaitQuiet();
    }

    private JsonNode me(Client kim) {
        return core.json(clients.get(kim, "/api/me"));
    }

    private int set(Client kim, @Nullable String zone, String size) {
        Map<String, Object> body = new HashMap<>();
        body.put("zone", zone);
        body.put("textSize", size);
        return clients.post(kim, "/api/me/settings", body).statusCode();
    }

    private HttpResponse<String> act(Client kim, String what) {
        return clients.post(kim, "/api/me/bookings/" + kim.booking() + "/" + what, Map.of());
    }

    private List<String> states(Client kim) {
        List<String> states = new ArrayList<>();
        core.json(clients.get(kim, "/api/me/bookings"))
                .get("items")
                .forEach(one -> states.add(
                        one.get("id").asLong() + " " + one.get("state").asString()));
        return states;
    }

    private JsonNode booking(Client kim, long id) {
        for (JsonNode one : core.json(clients.get(kim, "/api/me/bookings")).get("items")) {
            if (one.get("id").asLong() == id) {
                return one;
            }
        }
        throw new AssertionError("no such booking");
    }

    /** The link that can cancel a session lies nowhere in the clear. */
    private long storedLinks() {
        return core.jdbc()
                .sql("SELECT count(*) FROM booking_change c WHERE c::text LIKE '%secret-page%'")
                .query(Long.class)
                .single();
    }
}
