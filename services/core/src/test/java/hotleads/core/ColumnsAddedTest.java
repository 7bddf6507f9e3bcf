package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.hostile.HostileCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * While a deployment rolls, the next version's migration adds columns under the version that still runs. PostgreSQL
 * refuses a prepared statement whose answer would have other columns than before, so none may ask for all there are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColumnsAddedTest {
    private static final UUID KIM = UUID.fromString("00000000-0000-4000-8000-000000000c11");
    private static final long CALENDAR = 7;
    private static final long BOOKING = 901;
    private static final String SEARCH = "/api/people/search";
    private static final int OFTEN = 3;

    /** It has no end. */
    private static final String LIVE = "/api/live";

    /** With few connections each has soon prepared everything; one of them only hears of changes. */
    private static final Map<String, Object> FEW_THAT_PREPARE = Map.of(
            "spring.datasource.hikari.maximum-pool-size",
            3,
            "spring.datasource.hikari.data-source-properties.prepareThreshold",
            1);

    private static final String ADD_TO_EVERY_TABLE = """
            SET ROLE hl_owner;
            DO $$
            DECLARE name text;
            BEGIN
              FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'core' LOOP
                EXECUTE format('ALTER TABLE core.%%I ADD COLUMN added_later_%d integer', name);
              END LOOP;
            END $$
            """;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private String person = "";
    private int added;

    @BeforeAll
    void start() {
        core = new SomeCore(
                Clock.systemUTC(),
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("few", FEW_THAT_PREPARE)));
        core.start();
        core.awaitOnTime();
        core.auth.roles.put(SomeCore.TONY, "admin");
        core.sync.acuity.put(
                BOOKING,
                appointment(BOOKING)
                        .in(CALENDAR)
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", BOOKING);
        core.awaitQuiet();
        person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(BOOKING)
                .query(String.class)
                .single();
        core.standStill();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "practitioner", "client"})
    void whatWasAnsweredBeforeIsAnsweredAfter(String role) {
        Map<String, String> changed = new TreeMap<>();
        for (String target : reads().toList()) {
            int before = 0;
            for (int time = 0; time < OFTEN; time++) {
                before = ask(target, role);
            }
            // Anew for each: the driver prepares all that a connection has anew once one was refused.
            core.database.execute(ADD_TO_EVERY_TABLE.formatted(++added));
            for (int time = 0; time < OFTEN; time++) {
                int after = ask(target, role);
                if (after != before) {
                    changed.put(target, before + " became " + after);
                }
            }
        }

        assertThat(changed).isEmpty();
    }

    private int ask(String target, String role) {
        String token = role.equals("client")
                ? core.client(KIM, UUID.fromString(person))
                : core.user(SomeCore.TONY, role, List.of(CALENDAR));
        return target.equals(SEARCH)
                ? core.post(target, token, Map.of("text", "Planted-Reyes")).statusCode()
                : core.get(target, token).statusCode();
    }

    /** All that the published description has for reading, and what some of it takes to show its other sides. */
    private Stream<String> reads() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Stream.concat(
                new HostileCalls(
                                published(),
                                Map.of("personId", '"' + person + '"', "bookingId", Long.toString(BOOKING)))
                        .operations().stream()
                                .map(HostileCalls.Operation::usual)
                                .filter(call -> call.method().equals("GET"))
                                .map(HostileCalls.Call::target)
                                .filter(target -> !target.equals(LIVE)),
                Stream.of(
                        SEARCH,
                        "/api/calendar?from=" + today + "&until=" + today.plusDays(7),
                        "/api/leads?view=new-hot",
                        "/api/leads?view=snoozed",
                        "/api/leads?view=done-today",
                        "/api/leads?view=call-backs",
                        "/api/leads?view=call-backs-due",
                        "/api/leads/" + person + "/zoho-preview?kind=left-message",
                        "/api/matches?view=decided",
                        "/api/sweeps?kind=nightly"));
    }

    private static JsonNode published() {
        try {
            return JsonMapper.shared()
                    .readTree(new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
