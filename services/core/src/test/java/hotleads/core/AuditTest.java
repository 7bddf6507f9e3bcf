package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.audit.chain.CheckChains;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The trail as administrators see, prove and export it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void start() {
        core = SomeCore.started();
        core.authTrail.signIn(SomeCore.TONY, now);
        core.authTrail.signIn(SomeCore.TONY, now.plusMillis(1));
        core.sync.acuity.put(
                1L,
                SomeAppointments.appointment(1)
                        .named("=Ana", "Planted-Formula")
                        .reachedBy("ana@example.org", null)
                        .at(now.plus(Duration.ofDays(3)))
                        .cancelled()
                        .build());
        core.hook("canceled", 1);
        core.awaitQuiet();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyEntryHasItsNumberWithinASecond() {
        core.leads();
        Instant asked = Clock.systemUTC().instant();

        SomeCore.await(() -> unnumbered() == 0);

        assertThat(Duration.between(asked, Clock.systemUTC().instant())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void tellsWhoSawWhomAndFromWhereNewestFirst() {
        String person = core.leads().getFirst().get("personId").asString();
        core.get("/api/leads/" + person, core.tony());
        SomeCore.await(() -> unnumbered() == 0);

        List<JsonNode> ofPerson = entries("?person=" + person + "&act=person.viewed");

        assertThat(ofPerson).isNotEmpty();
        JsonNode entry = ofPerson.getFirst();
        assertThat(entry.get("actorName").asString()).isEqualTo("Tony");
        assertThat(entry.get("people").get(0).get("name").asString()).isEqualTo("=Ana Planted-Formula");
        assertThat(entry.get("people").get(0).get("initials").asString()).isEqualTo("=P");
        JsonNode signIn = entries("?act=sign-in").getFirst();
        assertThat(signIn.get("address").asString()).isEqualTo("198.51.100.7");
        assertThat(signIn.get("chain").asString()).isEqualTo("auth");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeatOverBothChains() {
        for (int view = 0; view < 12; view++) {
            core.get("/api/leads?limit=" + (view + 1), core.tony());
        }
        SomeCore.await(() -> unnumbered() == 0);
        List<String> seen = new ArrayList<>();
        String next = "";
        for (int page = 0; page < 100 && next != null; page++) {
            JsonNode answer = core.json(core.get(
                    "/api/audit/entries?limit=5&to=" + now.plusSeconds(3_600)
                            + (next.isEmpty() ? "" : "&after=" + next),
                    core.tony()));
            answer.get("items")
                    .forEach(item -> seen.add(
                            item.get("chain").asString() + item.get("seq").asLong()));
            next = answer.has("next") ? answer.get("next").asString() : null;
        }

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(12).contains("auth1", "auth2", "core1");
    }

    @Test
    void lookingAtTheTrailIsInTheTrail() {
        core.get("/api/audit/entries?act=hook", core.tony());

        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM audit_entry WHERE act = 'audit.viewed' AND subject = 'act=hook'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFilterThatIsNoWordIsRefusedAndNotRecorded() {
        assertThat(core.get("/api/audit/entries?act=Ana%20Planted", core.tony()).statusCode())
                .isEqualTo(400);
        assertThat(core.get("/api/audit/entries?after=nonsense", core.tony()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCheckOfBothChainsRunsBesideAndEndsUnbroken() {
        core.leads();
        SomeCore.await(() -> unnumbered() == 0);

        JsonNode ended = verify();

        assertThat(ended.get("state").asString()).isEqualTo("unbroken");
        assertThat(ended.get("chains").get(0).get("chain").asString()).isEqualTo("core");
        assertThat(ended.get("chains").get(0).get("entries").asLong()).isPositive();
        assertThat(ended.get("chains").get(1).get("entries").asLong()).isEqualTo(2);
        JsonNode chains = core.json(core.get("/api/audit/chains", core.tony()));
        assertThat(chains.get("lastVerified").get("state").asString()).isEqualTo("unbroken");
        assertThat(chains.get("chains")).hasSize(2);
    }

    @Test
    void aCheckThatAuthBreaksOffIsNeverShownAsAPass() {
        core.authTrail.breaksOff = true;
        try {
            assertThat(verify().get("state").asString()).isEqualTo("not-finished");
        } finally {
            core.authTrail.breaksOff = false;
        }
    }

    @Test
    void theCheckerIsTestedOnACopy() {
        core.leads();
        SomeCore.await(() -> unnumbered() == 0);

        JsonNode tested = core.json(core.post("/api/audit/checker-tests", core.tony(), ""));

        assertThat(tested.get("passed").asBoolean()).isTrue();
        assertThat(tested.get("found").asLong()).isEqualTo(tested.get("altered").asLong());
        assertThat(verify().get("state").asString()).isEqualTo("unbroken");
    }

    @Test
    void anExportProvesItselfWithoutTheProgram() {
        String person = core.leads().getFirst().get("personId").asString();
        core.get("/api/leads/" + person, core.tony());
        SomeCore.await(() -> unnumbered() == 0);

        HttpResponse<String> export = core.get("/api/audit/export?format=json&act=person.viewed", core.tony());

        assertThat(export.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"audit.jsonl\"");
        List<CheckChains.Read> chains = check(export.body());
        assertThat(chains).hasSize(2);
        assertThat(chains).allMatch(chain -> chain.verdict().isUnbroken());
        assertThat(export.body()).contains(person);
        List<CheckChains.Read> altered = check(export.body().replaceFirst("person\\.viewed", "person.xiewed"));
        assertThat(altered.getFirst().verdict().isUnbroken()).isFalse();
    }

    @Test
    void aTableIsHarmlessInASpreadsheetAndSaysThatItIsWhole() {
        String person = core.leads().getFirst().get("personId").asString();
        core.get("/api/leads/" + person, core.tony());
        SomeCore.await(() -> unnumbered() == 0);

        String table = core.get("/api/audit/export?format=csv&person=" + person, core.tony())
                .body();

        List<String> lines = table.lines().toList();
        assertThat(lines.getFirst()).startsWith("\"Time\",\"Who\"");
        assertThat(table).contains("\"'=Ana Planted-Formula (" + person + ")\"");
        assertThat(lines.getLast()).isEqualTo("\"End of export\",\"" + (lines.size() - 2) + " rows\"");
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM audit_entry WHERE act = 'audit.exported' AND subject = ?")
                        .param("csv&person=" + person + "&rows=" + (lines.size() - 2))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyButAnAdministratorSeesIt() {
        String practitioner = core.user(UUID.randomUUID(), "practitioner");

        for (String path : List.of("entries", "chains", "export", "verifications/" + UUID.randomUUID())) {
            assertThat(core.get("/api/audit/" + path, practitioner).statusCode())
                    .isEqualTo(403);
        }
    }

    private JsonNode verify() {
        JsonNode started = core.json(core.post("/api/audit/verifications", core.tony(), ""));
        String path = "/api/audit/verifications/" + started.get("id").asString();
        SomeCore.await(() ->
                !core.json(core.get(path, core.tony())).get("state").asString().equals("running"));
        return core.json(core.get(path, core.tony()));
    }

    private List<JsonNode> entries(String query) {
        List<JsonNode> items = new ArrayList<>();
        core.json(core.get("/api/audit/entries" + query, core.tony()))
                .get("items")
                .forEach(items::add);
        return items;
    }

    private long unnumbered() {
        return core.jdbc()
                .sql(
                        "SELECT count(*) FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)")
                .query(Long.class)
                .single();
    }

    private static List<CheckChains.Read> check(String export) {
        return CheckChains.check(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }
}
