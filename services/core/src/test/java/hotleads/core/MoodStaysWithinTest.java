package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.SomeClients.Client;
import hotleads.core.care.CareRound;
import hotleads.platform.endpoint.Access;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.endpoint.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** Words planted in a mood are looked for in all that core says, to anybody and anywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class MoodStaysWithinTest {
    private static final long DANAS = 7;
    private static final long ANOTHERS = 12;

    /** In the note, in what was said before it was changed, and in what was done about it. */
    private static final String[] PLANTED = {"PLANTED-NOTE-7QX", "PLANTED-BEFORE-7QX", "PLANTED-CARE-7QX"};

    /** Words of ours that tell how somebody is. */
    private static final String[] TELLING = {"low-answer", "below-usual"};

    /** Where they belong: each a view of a person's mood, and recorded as one. */
    private static final Set<String> MOOD = Set.of("/api/people/{personId}/check-ins", "/api/care/{careId}");

    /** The description of the API names the words, of nobody. */
    private static final String DESCRIPTION = "/api/openapi.json";

    private SomeCore core;
    private SomeClients clients;
    private Client kim;
    private String care;

    @BeforeAll
    void somebodyIsLow() {
        core = new SomeCore();
        PracticeTime clock = PracticeTime.of(core);
        core.start();
        core.awaitOnTime();
        clients = new SomeClients(core);
        core.job("watchCare").stop();
        kim = clients.booked(DANAS, Clock.systemUTC().instant().plus(Duration.ofDays(20)));
        UUID entry = UUID.randomUUID();
        clients.checkIn(kim, entry, 1, PLANTED[1]);
        clients.post(kim, "/api/me/check-ins/" + entry + "/change", Map.of("answer", 2, "note", PLANTED[0]));
        clients.post(kim, "/api/me/contact-requests", Map.of());
        clock.advance(Duration.ofDays(4));
        CareRound.by(core.job("watchCare"));
        care = core.json(core.get("/api/care", core.tony()))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        String asked = core.json(core.get("/api/care", core.tony()))
                .get("items")
                .get(1)
                .get("id")
                .asString();
        core.post("/api/care/" + asked + "/close", core.tony(), Map.of("step", "spoke", "note", PLANTED[2]));
        core.get("/api/care/" + care, core.tony());
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void noAnswerToAnAdministratorHoldsThemButTheViewsOfAMood() {
        Map<String, String> answers = answers(Role.ADMIN, core.tony());

        assertThat(answers).hasSizeGreaterThan(15);
        answers.forEach((path, body) ->
                assertThat(body).as(path).doesNotContain(PLANTED).doesNotContain(TELLING));
        assertThat(core.get("/api/care/" + care, core.tony()).body()).contains(PLANTED[0]);
    }

    @Test
    void noAnswerToAnotherPractitionerOrClientHoldsThem() {
        String practitioner = core.user(UUID.randomUUID(), "practitioner", List.of(ANOTHERS));
        Client other = clients.booked(ANOTHERS, Clock.systemUTC().instant().plus(Duration.ofDays(2)));

        answers(Role.PRACTITIONER, practitioner)
                .forEach((path, body) -> assertThat(body).as(path).doesNotContain(PLANTED));
        for (String mood : MOOD) {
            assertThat(core.get(filled(mood), practitioner).statusCode()).isEqualTo(404);
        }
        answers(Role.CLIENT, clients.token(other))
                .forEach((path, body) -> assertThat(body).as(path).doesNotContain(PLANTED));
    }

    @Test
    void noLogOfOursOrOfTheDatabaseHoldsThem(CapturedOutput output) throws IOException {
        clients.checkIn(kim, UUID.randomUUID(), 1, PLANTED[0]);
        clients.checkIn(kim, UUID.randomUUID(), 0, PLANTED[0]);
        clients.checkIn(kim, UUID.randomUUID(), 1, PLANTED[0].repeat(50));
        core.send("POST", "/api/me/check-ins", clients.token(kim), "{\"answer\": \"" + PLANTED[0] + "\"}");

        assertThat(output.getAll()).doesNotContain(PLANTED);
        assertThat(Files.readString(SomeDatabase.LOG)).doesNotContain(PLANTED);
    }

    @Test
    void nothingIsAskedOfAProviderBecauseOfIt() {
        assertThat(core.sync.asked)
                .noneSatisfy(asked -> assertThat(asked.toString()).containsAnyOf(PLANTED));
    }

    @Test
    void noPlainColumnHoldsThem() {
        List<String> tables =
                core.jdbc().sql("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'core'::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
                        """).query((row, number) -> row.getString(1)).list();

        for (String table : tables) {
            String rows = core.jdbc()
                    .sql("SELECT coalesce(string_agg(t::text, chr(10)), '') FROM " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(rows).as(table).doesNotContain(PLANTED).doesNotContain(TELLING);
        }
    }

    /** By path, the answers to all that a role may read. */
    private Map<String, String> answers(Role role, String token) {
        Map<String, String> answers = new HashMap<>();
        core.bean(Endpoints.class).rules().stream()
                .filter(rule -> rule.method() == HttpMethod.GET && isFor(rule.access(), role))
                .map(Endpoints.Rule::path)
                .filter(path -> !MOOD.contains(path) && !path.equals("/api/live") && !path.equals(DESCRIPTION))
                .filter(path -> !(role == Role.PRACTITIONER && path.equals("/api/help")))
                .forEach(path -> answers.put(path, core.get(filled(path), token).body()));
        return answers;
    }

    private static boolean isFor(Access access, Role role) {
        return switch (access) {
            case Access.Open() -> true;
            case Access.ForService(String scope) -> false;
            case Access.ForUser(var roles) -> roles.contains(role);
            case Access.ForFreshUser(var roles) -> roles.contains(role);
        };
    }

    private String filled(String path) {
        String known = path.replace("{personId}", kim.person())
                .replace("{careId}", care)
                .replace("{bookingId}", Long.toString(kim.booking()));
        List<String> ids = new ArrayList<>(List.of("inbox_delivery", "replay", "sweep", "audit_verification"));
        String filled = known.replace("{shipmentId}", UUID.randomUUID().toString())
                .replace("{eventId}", anyId(ids.get(0)))
                .replace("{replayId}", anyId(ids.get(1)))
                .replace("{lookbackId}", anyId("lookback"))
                .replace("{erasureId}", UUID.randomUUID().toString())
                .replace("{exportId}", UUID.randomUUID().toString())
                .replace("{sweepId}", anyId(ids.get(2)))
                .replace("{id}", anyId(ids.get(3)));
        return filled.endsWith("/export") ? filled + "?format=json" : filled;
    }

    private String anyId(String table) {
        return core.jdbc()
                .sql("SELECT id::text FROM " + table + " LIMIT 1")
                .query(String.class)
                .optional()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
