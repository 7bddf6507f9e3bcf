package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Access;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.endpoint.Role;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final Set<String> OF_ONE_PERSON = Set.of("GET /api/leads/{personId}");

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

        assertThat(reached).isEqualTo(OF_ONE_PERSON);
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
    void whoHasNoCalendarsHasNoClients() {
        String someone = someone(DANAS, now.plus(Duration.ofDays(7)));

        for (String path : paths()) {
            assertThat(ask(path, someone, core.user(DANA, "practitioner")).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
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
