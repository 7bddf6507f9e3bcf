package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.hostile.HostileCalls;
import hotleads.platform.hostile.HostileCalls.Call;
import hotleads.platform.hostile.HostileCalls.Operation;
import hotleads.platform.hostile.HostileCalls.Place;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is written where a text belongs: no failure of ours, no SQL of theirs, and no row more or less for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextsTest {
    /** Stands for the next person, so that nobody gathers hundreds of acts. */
    private static final String PERSON = "00000000-0000-4000-8000-00000000aaaa";

    private static final int PEOPLE = 40;
    private static final int MANY = 1_500;

    /** Where an act that was let in leaves a row; in all others nothing may come or go. */
    private static final Set<String> MAY_GROW = Set.of(
            "absence",
            "act",
            "audit_entry",
            "audit_verification",
            "backfill",
            "booking_change",
            "care_check_in",
            "check_in",
            "check_in_change",
            "digest",
            "fetch_run",
            "google_reading",
            "help_country",
            "inbox_delivery",
            "erasure",
            "erasure_wish",
            "look_again",
            "lookback",
            "match_candidate",
            "match_decision",
            "outbox",
            "outcome",
            "person_export",
            "person_export_archive",
            "portal_setting",
            "practice_setting",
            "presence",
            "provider_account",
            "provider_permit",
            "rebuild",
            "replay",
            "replay_item",
            "source_state",
            "sweep",
            "touched_time",
            "usual_hour",
            "working_hours",
            "working_plan");

    private final JsonMapper json = JsonMapper.shared();
    private final Instant now = Clock.systemUTC().instant();
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());
    private List<String> people = List.of();
    private SomeCore core;
    private final AtomicInteger sent = new AtomicInteger();

    @BeforeAll
    void peopleAreListed() {
        core = SomeCore.started();
        for (long id = 1; id <= PEOPLE; id++) {
            core.sync.acuity.put(
                    id,
                    appointment(id)
                            .named("Only", "Listed" + id)
                            .reachedBy("only" + id + "@example.org", null)
                            .at(now.plus(Duration.ofDays(2)))
                            .cancelled()
                            .build());
            core.hook("canceled", id);
        }
        core.awaitQuiet();
        core.standStill();
        people = core.jdbc()
                .sql("SELECT DISTINCT person_id::text FROM booking")
                .query((row, number) -> row.getString(1))
                .list();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void areTextsEverywhereAndNothingElse() throws IOException {
        Map<String, Long> before = rows();
        String schema = schema();
        long log = Files.size(SomeDatabase.LOG);

        new HostileCalls(document(), usual())
                .operations().parallelStream()
                        .forEach(operation -> operation.places().forEach(place -> tryAt(operation, place)));

        assertThat(found).isEmpty();
        assertThat(sent).hasValueGreaterThan(MANY);
        assertThat(Files.readString(SomeDatabase.LOG).substring((int) log)).doesNotContain("ERROR:");
        assertThat(schema()).isEqualTo(schema);
        rows().forEach((table, rows) -> {
            if (MAY_GROW.contains(table)) {
                assertThat(rows).as(table).isGreaterThanOrEqualTo(before.get(table));
            } else {
                assertThat(rows).as(table).isEqualTo(before.get(table));
            }
        });
    }

    private void tryAt(Operation operation, Place place) {
        HttpResponse<String> harmless = send(place.harmless());
        for (Call call : place.hostile()) {
            HttpResponse<String> answer = send(call);
            int status = answer.statusCode();
            boolean documented =
                    operation.answers().contains(Integer.toString(status)) || status >= 400 && status < 500;
            boolean same = !place.comparable()
                    || status != 200
                    || size(answer) == (harmless.statusCode() == 200 ? size(harmless) : 0);
            if (!documented || !same) {
                found.add(operation.name() + " " + place.name() + " = " + shortened(call.tried()) + ": " + status
                        + " instead of " + harmless.statusCode());
            }
        }
    }

    /** How many items or lines an answer has. */
    /** A table has a line above its rows and one below. */
    private long size(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")
                ? json.readTree(answer.body()).path("items").size()
                : Math.max(0, answer.body().lines().count() - 2);
    }

    private HttpResponse<String> send(Call call) {
        String person = people.get(sent.incrementAndGet() % people.size());
        String target = call.target().replace(PERSON, person);
        String token = tokenFor(target, person);
        String body = call.body();
        if (body != null && target.startsWith("/internal/")) {
            // Each act and each delivery has an id of its own.
            body = body.replace(
                    "00000000-0000-4000-8000-0000000000ff", UUID.randomUUID().toString());
        }
        if (body != null && body.contains("\"recordVersion\":1")) {
            body = body.replace("\"recordVersion\":1", "\"recordVersion\":" + versionOf(person));
        }
        return core.send(call.method(), target, token, body);
    }

    /** Of whoever may ask for it. */
    private String tokenFor(String target, String person) {
        if (target.startsWith("/internal/")) {
            return core.service(
                    target.startsWith("/internal/inbox")
                            ? "inbox.append"
                            : target.startsWith("/internal/calendars") ? "hours.set" : "act.report");
        }
        if (target.startsWith("/api/me")) {
            return core.client(UUID.randomUUID(), UUID.fromString(person));
        }
        return target.startsWith("/api/clients")
                        || target.startsWith("/api/today")
                        || target.contains("/rebook-requests") && target.startsWith("/api/leads")
                ? core.user(UUID.randomUUID(), "practitioner", List.of(7L))
                : core.tony();
    }

    private long versionOf(String person) {
        return core.jdbc()
                .sql("SELECT facts_version FROM person WHERE id = ?::uuid")
                .param(person)
                .query(Long.class)
                .single();
    }

    private Map<String, String> usual() {
        String event = core.jdbc()
                .sql("SELECT id::text FROM inbox_delivery LIMIT 1")
                .query(String.class)
                .single();
        return Map.ofEntries(
                Map.entry("personId", '"' + PERSON + '"'),
                Map.entry("eventId", '"' + event + '"'),
                Map.entry("kind", "\"left-message\""),
                Map.entry("owner", "null"),
                Map.entry("provider", "\"acuity\""),
                Map.entry("act", "\"hook.refused\""),
                Map.entry("requestId", "null"),
                Map.entry("until", "null"),
                Map.entry("callBackAt", "null"),
                Map.entry("why", "\"other\""),
                Map.entry("zone", "null"),
                Map.entry("textSize", "\"usual\""),
                Map.entry("step", "\"spoke\""));
    }

    /** All that the table of endpoints names, the internal ones too. */
    private JsonNode document() throws IOException {
        byte[] document = core.bean(OpenApiWebMvcResource.class)
                .openapiJson(new MockHttpServletRequest("GET", "/v3/api-docs"), "/v3/api-docs", Locale.ENGLISH);
        JsonNode described = json.readTree(new String(document, StandardCharsets.UTF_8));
        assertThat(described.get("paths").propertyNames())
                .containsAll(core.bean(Endpoints.class).rules().stream()
                        .map(Endpoints.Rule::path)
                        .filter(path -> !path.endsWith("z") && !path.endsWith("openapi.json"))
                        .toList());
        return described;
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        core.jdbc()
                .sql("SELECT relname FROM pg_class WHERE relnamespace = 'core'::regnamespace AND relkind = 'r'"
                        + " AND relname <> 'flyway_schema_history'")
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(table -> rows.put(
                        table,
                        core.jdbc()
                                .sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }

    private String schema() {
        return core.jdbc().sql("""
                SELECT string_agg(c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
                                  ORDER BY c.relname, a.attnum)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace IN ('core'::regnamespace, 'public'::regnamespace) AND a.attnum > 0
                """).query(String.class).single();
    }

    private static String shortened(String text) {
        return text.length() < 60 ? text : text.substring(0, 60) + "…";
    }
}
