package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.ownclients.OwnClients;
import hotleads.platform.endpoint.Access;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.endpoint.Role;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Practitioners know their own clients alone; everybody else is not there for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnClientsTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final long DANAS = 7;
    private static final long ANOTHERS = 12;

    /**
     * What others than administrators may ask for, each of one person: whether it is their own is asked there. Whoever
     * opens another endpoint to them says here how it is kept.
     */
    private static final Set<String> OF_ONE_PERSON = Set.of(
            "GET /api/leads/{personId}",
            "GET /api/people/{personId}",
            "GET /api/people/{personId}/timeline",
            "GET /api/people/{personId}/attendance",
            "GET /api/people/{personId}/check-ins");

    /** What a practitioner may do to one person. */
    private static final Set<String> DONE_TO_ONE_PERSON =
            Set.of("POST /api/leads/{personId}/hold", "POST /api/leads/{personId}/rebook-requests");

    /** Of one care check-in, whose person must be their own: {@link CareTest}. */
    private static final Set<String> OF_ONE_CARE_CHECK_IN =
            Set.of("GET /api/care/{careId}", "POST /api/care/{careId}/acknowledge", "POST /api/care/{careId}/close");

    /** Lists that hold a practitioner's own and nobody else. */
    private static final Set<String> OWN_LISTS =
            Set.of("GET /api/care", "GET /api/today/sessions", "GET /api/today/attendance", "GET /api/clients");

    /** About no client; a practitioner's own alone: {@link AbsencesTest}. */
    private static final Set<String> OWN_ABSENCES =
            Set.of("GET /api/absences", "POST /api/absences", "POST /api/absences/{absenceId}/end");

    /** About nobody: what the practice decided about itself. */
    private static final String DECIDED = "GET /api/settings/practice";

    /** A client's own: they name no person, so there is none to guess. */
    private static final String A_CLIENTS_OWN = " /api/me";

    /** Changes, each with the test of its own that others than theirs are not there for them. */
    private static final Set<String> CHANGES = Set.of("POST /api/people/{personId}/attendance"); // ZoomAttendanceTest

    /** What is of whole calendars shows a practitioner their own: {@code CalendarsTest}. */
    private static final Set<String> OF_OWN_CALENDARS =
            Set.of("GET /api/calendar", "POST /api/calendar/sessions/{bookingId}/google");

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 900;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyEndpointThatOthersThanAdministratorsReachIsNamedHere() {
        Set<String> reached = core.bean(Endpoints.class).rules().stream()
                .filter(rule -> rolesOf(rule.access()).stream().anyMatch(role -> role != Role.ADMIN))
                .map(rule -> rule.method() + " " + rule.path())
                .collect(Collectors.toSet());

        Set<String> told = new HashSet<>(OF_ONE_PERSON);
        told.addAll(DONE_TO_ONE_PERSON);
        told.addAll(OF_ONE_CARE_CHECK_IN);
        told.addAll(OWN_LISTS);
        told.addAll(OWN_ABSENCES);
        told.add(DECIDED);
        told.addAll(OF_OWN_CALENDARS);
        told.addAll(CHANGES);
        assertThat(reached)
                .filteredOn(endpoint -> !endpoint.contains(A_CLIENTS_OWN))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void nothingOfAClientsOwnNamesAPersonNorIsForAnybodyElse() {
        List<Endpoints.Rule> own = core.bean(Endpoints.class).rules().stream()
                .filter(rule -> rule.path().startsWith("/api/me"))
                .toList();

        assertThat(own)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rolesOf(rule.access())).containsExactly(Role.CLIENT))
                .noneSatisfy(rule -> assertThat(rule.path()).contains("{personId}"));
        assertThat(core.bean(Endpoints.class).rules())
                .filteredOn(rule -> rolesOf(rule.access()).contains(Role.CLIENT))
                .containsExactlyElementsOf(own);
    }

    @Test
    void aClientsReachesNoBookingOfAnybodyElse() {
        UUID kim = UUID.fromString(someone(DANAS, now.plus(Duration.ofMinutes(10))));
        someone(DANAS, now.plus(Duration.ofMinutes(10)));
        String path = "/api/me/bookings/" + id;
        String client = core.client(UUID.randomUUID(), kim);

        assertThat(core.get("/api/me/bookings", client).body()).doesNotContain("\"id\":" + id);
        assertThat(core.get(path + "/calendar", client).statusCode()).isEqualTo(404);
        assertThat(core.post(path + "/join", client, Map.of()).statusCode()).isEqualTo(404);
        assertThat(core.post(path + "/change", client, Map.of()).statusCode()).isEqualTo(404);
        assertThat(core.post(path + "/change/end", client, Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingCanBeDoneToOthersInTheVeryWordsOfWhoIsNotThere() {
        String others = someone(ANOTHERS, now.plus(Duration.ofDays(7)));
        Map<String, Object> body = Map.of("on", true, "recordVersion", 1);

        for (String endpoint : DONE_TO_ONE_PERSON) {
            String path = endpoint.split(" ")[1];
            HttpResponse<String> refused = core.post(path.replace("{personId}", others), dana(), body);
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(withoutRequestId(refused))
                    .as(path)
                    .isEqualTo(withoutRequestId(core.post(
                            path.replace("{personId}", UUID.randomUUID().toString()), dana(), body)));
        }
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM act WHERE person_id = ?::uuid")
                        .param(others)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void listsHoldOnesOwnAndNobodyElse() {
        String own = someone(DANAS, now.plus(Duration.ofMinutes(1)));
        String others = someone(ANOTHERS, now.plus(Duration.ofMinutes(1)));
        for (String person : List.of(own, others)) {
            core.post("/api/me/contact-requests", core.client(UUID.randomUUID(), UUID.fromString(person)), Map.of());
        }

        assertThat(core.get("/api/care", dana()).body()).contains(own).doesNotContain(others);
        assertThat(core.get("/api/clients", dana()).body()).contains(own).doesNotContain(others);
        assertThat(core.get("/api/today/sessions", dana()).body()).doesNotContain(others);
        for (String list : OWN_LISTS) {
            assertThat(core.get(list.split(" ")[1], core.user(DANA, "practitioner"))
                            .body())
                    .as(list)
                    .contains("\"items\":[]");
        }
    }

    @Test
    void searchExportsAndTheLiveStreamAreNotForThem() {
        for (String token : List.of(dana(), core.client(UUID.randomUUID(), UUID.randomUUID()))) {
            assertThat(core.post("/api/people/search", token, Map.of("text", "Person"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(core.get("/api/audit/export", token).statusCode()).isEqualTo(403);
            assertThat(core.get("/api/audit/entries", token).statusCode()).isEqualTo(403);
            assertThat(core.head("/api/live", token)).isEqualTo(403);
            assertThat(core.get("/api/leads", token).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void ownAreThoseWithABookingOfTheLastTwoYearsOrAheadInOnesCalendars() {
        String recent = someone(DANAS, now.minus(Duration.ofDays(700)));
        String ahead = someone(DANAS, now.plus(Duration.ofDays(7)));
        String longAgo = someone(DANAS, now.minus(Duration.ofDays(740)));
        String others = someone(ANOTHERS, now.plus(Duration.ofDays(7)));

        for (String path : paths()) {
            assertThat(ask(path, recent, dana()).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(path, ahead, dana()).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(path, longAgo, dana()).statusCode()).as(path).isEqualTo(404);
            assertThat(ask(path, others, dana()).statusCode()).as(path).isEqualTo(404);
            assertThat(ask(path, others, core.tony()).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void ownAreThoseWhomAnAdministratorAssignedUntilThatIsTakenBack() {
        core.auth.roles.put(DANA, "practitioner");
        String assigned = someone(ANOTHERS, now.plus(Duration.ofDays(7)));

        String act = assign(assigned, Map.of("practitioner", DANA));
        for (String path : paths()) {
            assertThat(ask(path, assigned, dana()).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(path, assigned, core.user(SomeCore.ROB, "practitioner"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        core.post("/api/leads/" + assigned + "/acts/" + act + "/undo", core.tony(), Map.of());
        for (String path : paths()) {
            assertThat(ask(path, assigned, dana()).statusCode()).as(path).isEqualTo(404);
        }
        assign(assigned, Map.of("practitioner", DANA));
        assign(assigned, Map.of());

        for (String path : paths()) {
            assertThat(ask(path, assigned, dana()).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nobodyIsAssignedToWhoIsNoPractitioner() {
        core.auth.roles.put(SomeCore.ROB, "admin");
        String someone = someone(ANOTHERS, now.plus(Duration.ofDays(7)));

        for (UUID nobody : List.of(SomeCore.ROB, UUID.randomUUID())) {
            HttpResponse<String> refused = core.post(
                    "/api/leads/" + someone + "/practitioner",
                    core.tony(),
                    Map.of("practitioner", nobody, "recordVersion", version(someone)));
            assertThat(core.json(refused).get("code").asString()).isEqualTo("unknown-practitioner");
        }
    }

    private String assign(String person, Map<String, ?> practitioner) {
        Map<String, Object> wanted = new HashMap<>(practitioner);
        wanted.put("recordVersion", version(person));
        HttpResponse<String> answer = core.post("/api/leads/" + person + "/practitioner", core.tony(), wanted);
        assertThat(answer.statusCode()).isEqualTo(201);
        return core.json(answer).get("id").asString();
    }

    private long version(String person) {
        return core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .get("recordVersion")
                .asLong();
    }

    @Test
    void othersAreNotFoundInTheVeryWordsOfWhoIsNotThere() {
        String others = someone(ANOTHERS, now.plus(Duration.ofDays(7)));

        for (String path : paths()) {
            assertThat(withoutRequestId(ask(path, others, dana())))
                    .as(path)
                    .isEqualTo(withoutRequestId(ask(path, UUID.randomUUID().toString(), dana())));
        }
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM audit_entry WHERE outcome = 'refused' AND subject = ?")
                        .param(others)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoeverKnowsAPartKnowsThemWholeUntilTheyAreParted() {
        String own = someone(DANAS, now.plus(Duration.ofDays(7)));
        long owns = id;
        String others = someone(ANOTHERS, now.plus(Duration.ofDays(8)));
        String match = pairOf(owns, id);

        decide(match, "same", 0);
        for (String path : paths()) {
            assertThat(ask(path, own, dana()).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(path, others, dana()).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(path, others, someonesElse()).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(core.json(core.get("/api/people/" + others, dana()))
                        .get("personId")
                        .asString())
                .isEqualTo(own);
        assertThat(core.get("/api/clients", dana()).body()).contains(own).doesNotContain(others);

        decide(match, "different", 1);
        for (String path : paths()) {
            assertThat(ask(path, own, dana()).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(path, others, dana()).statusCode()).as(path).isEqualTo(404);
            assertThat(ask(path, own, someonesElse()).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(core.get("/api/clients", dana()).body()).contains(own).doesNotContain(others);
    }

    @Test
    void whoWasAssignedAPartKnowsThemWholeAndTheyStandOnceAmongTheirs() {
        core.auth.roles.put(DANA, "practitioner");
        String whole = someone(ANOTHERS, now.plus(Duration.ofDays(9)));
        long wholes = id;
        String part = someone(ANOTHERS, now.plus(Duration.ofDays(10)));
        assign(part, Map.of("practitioner", DANA));
        String match = pairOf(wholes, id);

        decide(match, "same", 0);
        assertThat(ask("/api/people/{personId}", whole, dana()).statusCode()).isEqualTo(200);
        assertThat(core.get("/api/clients", dana()).body()).contains(whole).doesNotContain(part);

        decide(match, "different", 1);
        assertThat(ask("/api/people/{personId}", whole, dana()).statusCode()).isEqualTo(404);
        assertThat(core.get("/api/clients", dana()).body()).contains(part).doesNotContain(whole);
    }

    private String someonesElse() {
        return core.user(SomeCore.ROB, "practitioner", List.of(ANOTHERS));
    }

    /** As if an address or number had made somebody look at the two. */
    private String pairOf(long one, long other) {
        UUID pair = UUID.randomUUID();
        core.jdbc().sql("""
                        INSERT INTO match_candidate (id, identity_a, identity_b, state, created_at)
                        SELECT ?, a.identity_id, b.identity_id, 'open', now() FROM booking a, booking b
                        WHERE a.id = ? AND b.id = ?
                        """).params(pair, one, other).update();
        return pair.toString();
    }

    private void decide(String match, String verdict, int seen) {
        assertThat(core.post(
                                "/api/matches/" + match + "/decision",
                                core.tony(),
                                Map.of("verdict", verdict, "decisions", seen))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoHasNoCalendarsHasNoClients() {
        String someone = someone(DANAS, now.plus(Duration.ofDays(7)));

        for (String path : paths()) {
            assertThat(ask(path, someone, core.user(DANA, "practitioner")).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void aClientKnowsThemselvesAndNobodyElse() {
        UUID own = UUID.fromString(someone(DANAS, now.plus(Duration.ofDays(7))));
        UUID other = UUID.fromString(someone(DANAS, now.plus(Duration.ofDays(8))));
        OwnClients ownClients = core.bean(OwnClients.class);

        assertThat(ownClients.own(client(own))).contains(own);
        assertThat(ownClients.mayKnow(client(own), own)).isTrue();
        assertThat(ownClients.mayKnow(client(own), other)).isFalse();
        assertThat(ownClients.own(client(UUID.randomUUID()))).isEmpty();
        assertThat(ownClients.mayKnow(client(null), own)).isFalse();
        Caller practitioner = new Caller(DANA, Role.PRACTITIONER, DANA, now, List.of(), own);
        assertThat(ownClients.own(practitioner)).isEmpty();
        assertThat(ownClients.mayKnow(practitioner, own)).isFalse();
    }

    private Caller client(@Nullable UUID person) {
        return new Caller(DANA, Role.CLIENT, DANA, now, List.of(), person);
    }

    private static Set<Role> rolesOf(Access access) {
        return switch (access) {
            case Access.Open() -> Set.of();
            case Access.ForService(String scope) -> Set.of();
            case Access.ForUser(var roles) -> roles;
            case Access.ForFreshUser(var roles) -> roles;
        };
    }

    private static List<String> paths() {
        return OF_ONE_PERSON.stream().map(endpoint -> endpoint.split(" ")[1]).toList();
    }

    private HttpResponse<String> ask(String path, String person, String token) {
        return core.get(path.replace("{personId}", person), token);
    }

    private String dana() {
        return core.user(DANA, "practitioner", List.of(DANAS));
    }

    private String someone(long calendar, Instant at) {
        id++;
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", "(212) 555-0" + id)
                        .in(calendar)
                        .at(at)
                        .build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("\"requestId\":\"[^\"]*\"|\"instance\":\"[^\"]*\"", "");
    }
}
