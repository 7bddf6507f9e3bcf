package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static hotleads.platform.endpoint.Role.ADMIN;
import static hotleads.platform.endpoint.Role.CLIENT;
import static hotleads.platform.endpoint.Role.PRACTITIONER;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Role;
import hotleads.platform.hostile.HostileCalls;
import hotleads.platform.hostile.HostileCalls.Call;
import hotleads.platform.hostile.HostileCalls.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of the published description × nobody, client, practitioner, administrator × their own object,
 * another's and nobody's, against the one table of what has to come back. A new operation fails the test until its row
 * is here, whatever the program's own table says of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayWhatTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final UUID KIM = UUID.fromString("00000000-0000-4000-8000-000000000c11");
    private static final long DANAS = 7;
    private static final long ANOTHERS = 12;

    /** Needs no token. */
    private static final Set<Role> EVERYBODY = Set.of();

    /**
     * The roles that get in, and where. Of people, administrators find everyone, practitioners their own clients and
     * clients themselves, wherever they get in.
     */
    private static final Map<Set<Role>, Set<String>> TABLE = Map.of(
            EVERYBODY,
            Set.of("GET /api/help", "GET /api/openapi.json"),
            Set.of(CLIENT),
            Set.of(
                    "GET /api/me",
                    "GET /api/me/bookings",
                    "GET /api/me/bookings/{bookingId}/calendar",
                    "GET /api/me/check-ins",
                    "GET /api/me/erasure",
                    "GET /api/me/exports",
                    "POST /api/me/exports",
                    "POST /api/me/exports/{exportId}/download",
                    "GET /api/me/permissions",
                    "GET /api/me/views",
                    "POST /api/me/bookings/{bookingId}/change",
                    "POST /api/me/bookings/{bookingId}/change/end",
                    "POST /api/me/bookings/{bookingId}/join",
                    "POST /api/me/check-ins",
                    "POST /api/me/check-ins/{checkInId}/change",
                    "POST /api/me/check-ins/{checkInId}/remove",
                    "POST /api/me/contact-requests",
                    "POST /api/me/erasure",
                    "POST /api/me/erasure/withdraw",
                    "POST /api/me/permissions",
                    "POST /api/me/settings"),
            Set.of(PRACTITIONER),
            Set.of(
                    "GET /api/clients",
                    "GET /api/today/attendance",
                    "GET /api/today/sessions",
                    "POST /api/leads/{personId}/rebook-requests"),
            Set.of(ADMIN, PRACTITIONER),
            Set.of(
                    "GET /api/absences",
                    "GET /api/settings/practice",
                    "POST /api/absences",
                    "POST /api/absences/{absenceId}/end",
                    "GET /api/calendar",
                    "GET /api/care",
                    "GET /api/care/{careId}",
                    "GET /api/leads/{personId}",
                    "GET /api/people/{personId}",
                    "GET /api/people/{personId}/attendance",
                    "GET /api/people/{personId}/timeline",
                    "POST /api/calendar/sessions/{bookingId}/google",
                    "POST /api/people/{personId}/attendance",
                    "GET /api/people/{personId}/check-ins",
                    "POST /api/care/{careId}/acknowledge",
                    "POST /api/care/{careId}/close",
                    "POST /api/leads/{personId}/hold"),
            Set.of(ADMIN),
            Set.of(
                    "GET /api/audit/chains",
                    "GET /api/audit/entries",
                    "GET /api/audit/export",
                    "GET /api/audit/verifications/{id}",
                    "GET /api/backfills",
                    "GET /api/calendar/hours",
                    "GET /api/connections",
                    "GET /api/connections/sweeps",
                    "GET /api/erasures",
                    "GET /api/erasures/{erasureId}/receipt",
                    "GET /api/events",
                    "GET /api/events/{eventId}",
                    "GET /api/keys",
                    "GET /api/leads",
                    "GET /api/leads/export",
                    "GET /api/leads/export.csv",
                    "GET /api/leads/summary",
                    "GET /api/today/confirmations",
                    "GET /api/today/first-contacts",
                    "GET /api/leads/{personId}/zoho-preview",
                    "GET /api/live",
                    "GET /api/matches",
                    "GET /api/outbox/{shipmentId}",
                    "GET /api/people",
                    "GET /api/people/{personId}/erasure",
                    "GET /api/people/{personId}/exports",
                    "GET /api/people/{personId}/records",
                    "GET /api/people/{personId}/scores",
                    "GET /api/people/{personId}/slots",
                    "GET /api/people/{personId}/views",
                    "GET /api/rebook-requests",
                    "GET /api/rebuilds",
                    "GET /api/replays/{replayId}",
                    "GET /api/scoring",
                    "GET /api/scoring/lookbacks/{lookbackId}",
                    "GET /api/settings/digest",
                    "GET /api/settings/help-numbers",
                    "GET /api/settings/retention",
                    "POST /api/settings/retention",
                    "POST /api/settings/retention/preview",
                    "POST /api/settings/contact-times",
                    "POST /api/settings/digest",
                    "POST /api/settings/idle",
                    "POST /api/settings/notice",
                    "POST /api/settings/templates",
                    "POST /api/settings/words",
                    "GET /api/sweeps",
                    "GET /api/sweeps/{sweepId}",
                    "POST /api/audit/checker-tests",
                    "POST /api/audit/verifications",
                    "POST /api/backfills",
                    "POST /api/backfills/dry-run",
                    "POST /api/backfills/{backfillId}/pause",
                    "POST /api/backfills/{backfillId}/resume",
                    "POST /api/calendar/{calendarId}/hours",
                    "POST /api/connections/acuity/run",
                    "POST /api/connections/acuity/test",
                    "POST /api/connections/{source}/credentials",
                    "POST /api/connections/{source}/pause",
                    "POST /api/connections/{source}/resume",
                    "POST /api/connections/{source}/run",
                    "POST /api/connections/{source}/sweep",
                    "POST /api/connections/{source}/test",
                    "POST /api/erasures/{erasureId}/approve",
                    "POST /api/erasures/{erasureId}/withdraw",
                    "POST /api/events/{eventId}/reveal",
                    "POST /api/exports/{exportId}/download",
                    "POST /api/people/{personId}/exports",
                    "POST /api/keys/{purpose}/rotate",
                    "POST /api/leads/{personId}/acts/{actId}/undo",
                    "POST /api/leads/{personId}/cancelled-by-us",
                    "POST /api/leads/{personId}/disputes",
                    "POST /api/leads/{personId}/notes",
                    "POST /api/leads/{personId}/outcomes",
                    "POST /api/leads/{personId}/owner",
                    "POST /api/leads/{personId}/permissions",
                    "POST /api/leads/{personId}/practitioner",
                    "POST /api/leads/{personId}/presence",
                    "POST /api/leads/{personId}/presence/end",
                    "POST /api/leads/{personId}/snooze",
                    "POST /api/leads/{personId}/wake",
                    "POST /api/matches/{matchId}/decision",
                    "POST /api/outbox/{shipmentId}/try-again",
                    "POST /api/people/search",
                    "POST /api/people/{personId}/erasure",
                    "POST /api/people/{personId}/invite",
                    "POST /api/people/{personId}/records/{recordId}/split",
                    "POST /api/rebuilds",
                    "POST /api/replays",
                    "POST /api/replays/{replayId}/run",
                    "POST /api/scoring/lookbacks",
                    "POST /api/scoring/versions",
                    "POST /api/settings/help-numbers/{country}",
                    "POST /api/sweeps"));

    /** What asks for a second factor of the last five minutes, and nothing else does. */
    private static final Set<String> FRESH = Set.of(
            "GET /api/audit/export",
            "GET /api/leads/export",
            "GET /api/leads/export.csv",
            "POST /api/connections/{source}/credentials",
            "POST /api/erasures/{erasureId}/approve",
            "POST /api/exports/{exportId}/download",
            "POST /api/people/{personId}/exports",
            "POST /api/keys/{purpose}/rotate",
            "POST /api/people/{personId}/erasure",
            "POST /api/settings/retention",
            "POST /api/people/{personId}/invite");

    private SomeCore core;
    private String danas = "";
    private String anothers = "";

    @BeforeAll
    void start() {
        core = SomeCore.started();
        danas = someone(801, DANAS);
        anothers = someone(802, ANOTHERS);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyOperationHasItsRow() {
        assertThat(TABLE.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(
                        operations(danas).stream().map(Operation::name).toList());
    }

    @Test
    void everybodyGetsInWhereTheirRowSaysSoAndNowhereElse() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations(UUID.randomUUID().toString())) {
            for (Who who : everyone()) {
                int status = ask(operation, who);
                boolean isIn = status != 401 && status != 403;
                int refused = who.role == null ? 401 : 403;
                if (getsIn(rolesOf(operation), who.role) ? !isIn : status != refused) {
                    wrong.add(operation.name() + " by " + who.name + ": " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsWeightyAsksForAProofOfAMomentAgo() {
        Who stale = new Who("an administrator", ADMIN, core.auth.tokens().stale("core", ADMIN), "");

        assertThat(operations(danas))
                .filteredOn(operation -> rolesOf(operation).contains(ADMIN))
                .filteredOn(operation -> ask(operation, stale) == 403)
                .extracting(Operation::name)
                .containsExactlyInAnyOrderElementsOf(FRESH);
    }

    @Test
    void anObjectIsFoundByWhoseItIsAndByNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (String person : List.of(danas, anothers, UUID.randomUUID().toString())) {
            for (Operation operation : operations(person)) {
                for (Who who : everyone()) {
                    int status = operation.name().contains("{personId}") ? ask(operation, who) : 0;
                    if (status != 0 && !fits(status, rolesOf(operation), who, person)) {
                        wrong.add(operation.name() + " by " + who.name + " of " + whose(person) + ": " + status);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Who finds nothing is told as if there were nothing. */
    private boolean fits(int status, Set<Role> roles, Who who, String person) {
        if (!getsIn(roles, who.role)) {
            return status == (who.role == null ? 401 : 403);
        }
        boolean isThere = person.equals(danas) || person.equals(anothers);
        boolean finds = who.role == ADMIN ? isThere : person.equals(who.own);
        if (finds) {
            return status != 401 && status != 403 && (status != 404 || who.role == ADMIN);
        }
        // Nobody is kept from administrators; what they want of nobody is refused, or done to nobody.
        return status == 404 || who.role == ADMIN;
    }

    private static boolean getsIn(Set<Role> roles, @Nullable Role role) {
        return roles.equals(EVERYBODY) || role != null && roles.contains(role);
    }

    private String whose(String person) {
        return person.equals(danas) ? "Dana's" : person.equals(anothers) ? "another's" : "nobody's";
    }

    private List<Who> everyone() {
        return List.of(
                new Who("nobody", null, null, ""),
                new Who("a client", CLIENT, core.client(KIM, UUID.fromString(danas)), danas),
                new Who("a practitioner", PRACTITIONER, core.user(DANA, "practitioner", List.of(DANAS)), danas),
                new Who("an administrator", ADMIN, core.tony(), ""));
    }

    private int ask(Operation operation, Who who) {
        Call call = operation.usual();
        if (call.target().equals("/api/live")) {
            return core.head(call.target(), who.token);
        }
        if (call.method().equals("GET")) {
            return core.get(call.target(), who.token).statusCode();
        }
        return who.token == null
                ? core.post(call.target(), null, Map.of()).statusCode()
                : core.send(call.method(), call.target(), who.token, call.body())
                        .statusCode();
    }

    private static Set<Role> rolesOf(Operation operation) {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue().contains(operation.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Say who may call " + operation.name()));
    }

    /** As described, each with what is usually sent, about this person. */
    private static List<Operation> operations(String person) {
        return new HostileCalls(published(), Map.of("personId", '"' + person + '"', "purpose", "\"none-such\""))
                .operations();
    }

    private static JsonNode published() {
        try {
            return JsonMapper.shared()
                    .readTree(new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String someone(long id, long calendar) {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", "(212) 555-0" + id)
                        .in(calendar)
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(7)))
                        .build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** @param own the one person whose object is theirs */
    private record Who(
            String name, @Nullable Role role, @Nullable String token, String own) {}
}
