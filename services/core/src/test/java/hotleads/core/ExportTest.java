package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AccountsHeld;
import hotleads.contracts.Delivery;
import hotleads.core.attendance.RunSeen;
import hotleads.core.attendance.Runs;
import hotleads.core.connections.Schedules;
import hotleads.core.exports.WhatIsHeld;
import hotleads.core.outbox.Outbox;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.vault.PracticeVault;
import hotleads.platform.endpoint.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody's whole record: every word that was ever said of them, none of anybody else's, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-000000000c11");
    private static final long HERS = 501;
    private static final long OTHERS = 502;
    private static final String FAMILY = "family.planted@example.org";

    /** Sealed columns that no export opens, each with why. */
    private static final Map<String, String> NOT_OPENED = Map.of(
            "person_export_archive.content", "the archive itself, while it waits",
            "practice_setting.content", "how the practice works, about nobody",
            "scoring_version.note", "why the practice counts as it does, about nobody");

    /** Tables with a column that names a person's row, which no export reads, each with why. */
    private static final Map<String, String> NOT_READ = Map.ofEntries(
            Map.entry("attendance_look", "when to look again at a session that is told of"),
            Map.entry("google_event", "when an event was, which the answer about it tells"),
            Map.entry("identity_digest", "what names and addresses that are told are found by"),
            Map.entry("known_anew", "work to be done, gone in a moment"),
            Map.entry("look", "how often Acuity was asked about a booking that is told of"),
            Map.entry("look_again", "that a booking that is told of is to be asked about"),
            Map.entry("person", "ids alone"),
            Map.entry("person_export_archive", "the archive itself, while it waits"),
            Map.entry("practice_setting", "how the practice works, about nobody"),
            Map.entry("presence", "which page a member of staff has open, for half a minute"),
            Map.entry("replay", "which delivery staff had handled again"),
            Map.entry("replay_item", "how that went"),
            Map.entry("scoring_version", "what the rules count for, about nobody"),
            Map.entry("source_record", "a provider's own id of a record that is told of"),
            Map.entry("sweep_difference", "how a comparison of bookings went"),
            Map.entry("zoom_run", "when a meeting was, which the answer about it tells"));

    private final Instant now = Clock.systemUTC().instant();
    private final Set<String> planted = new TreeSet<>();
    private SomeCore core;
    private ZohoStandIn zoho;
    private String hers = "";
    private String others = "";

    @BeforeAll
    void somebodyOfWhomEverythingIsKnown() {
        core = new SomeCore();
        zoho = new ZohoStandIn(core.sync);
        core.start();
        core.awaitOnTime();
        core.auth.practitioners.put(DANA, List.of(7L));
        hers = booked(HERS, "Hera", plant("Name"), FAMILY);
        planted.add(FAMILY);
        others = booked(OTHERS, "Otto", "Foreign-Name", FAMILY);
        acts();
        mood();
        zoho();
        zoom();
        google();
        core.authTrail.held = account();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void authAnswers() {
        core.authTrail.heldIsBroken = false;
    }

    @Test
    void everySealedColumnIsOpenedOrSaysWhyNot() {
        Set<String> told = new TreeSet<>(WhatIsHeld.sealedColumns());
        told.addAll(NOT_OPENED.keySet());

        assertThat(told).isEqualTo(new TreeSet<>(SealedColumnsTest.SEALED.keySet()));
        assertThat(WhatIsHeld.sealedColumns()).doesNotContainAnyElementsOf(NOT_OPENED.keySet());
    }

    @Test
    void everyTableThatNamesAPersonsRowIsReadOrSaysWhyNot() {
        List<String> tables =
                core.jdbc().sql("""
                        SELECT DISTINCT table_name::text FROM information_schema.columns
                        WHERE table_schema = 'core' AND column_name IN ('person_id', 'part_of', 'identity_id', 'identity_a',
                          'booking_id', 'appointment', 'check_in_id', 'record_id', 'run_id', 'delivery_id', 'about', 'candidate_id',
                          'decision', 'key_id')
                        ORDER BY 1
                        """).query((row, number) -> row.getString(1)).list();

        assertThat(tables)
                .filteredOn(table -> !WhatIsHeld.isRead(table))
                .allSatisfy(table -> assertThat(NOT_READ).as(table).containsKey(table));
    }

    @Test
    void holdsEveryWordThatWasSaidOfThemAndNoneOfAnybodyElse() throws IOException {
        Map<String, String> archive = fetched("/api/exports/", ask(hers), core.tony());

        assertThat(archive.keySet()).containsExactly("record.html", "record.json");
        archive.forEach((file, text) -> {
            assertThat(planted)
                    .as(file)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(word -> assertThat(text).contains(word));
            assertThat(text).as(file).doesNotContain("Foreign", "foreign.").doesNotContain("PLANTED-KEY");
        });
        assertThat(archive.get("record.html"))
                .contains("What we hold about you", "Left message", "Tony")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void holdsOfAnotherNothingOfHers() throws IOException {
        Map<String, String> archive = fetched("/api/exports/", ask(others), core.tony());

        Set<String> own = new TreeSet<>(planted);
        own.remove(FAMILY);
        own.removeIf(word -> word.startsWith("PlantedAccount") || word.startsWith("PlantedReason"));
        own.remove("Web Research");
        assertThat(own)
                .noneSatisfy(word -> assertThat(archive.get("record.json")).contains(word));
        assertThat(archive.get("record.json")).contains("Foreign-Name", "Foreign-Note");
    }

    @Test
    void isHandedOutOnceAndThenIsNoMore() throws IOException {
        String id = ask(hers);
        awaitState(id, "ready");
        assertThat(waiting()).isPositive();

        fetched("/api/exports/", id, core.tony());

        HttpResponse<byte[]> again = core.download("/api/exports/" + id + "/download", core.tony());
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(new String(again.body(), StandardCharsets.UTF_8)).contains("export-gone");
        assertThat(waiting()).isZero();
        assertThat(keys()).isZero();
        assertThat(acts(id)).contains("person.export-asked", "person.export-made", "person.export-downloaded");
    }

    @Test
    void isForWhoAskedAloneAndForNoPractitionerAndNoOtherClient() {
        String id = ask(hers);
        awaitState(id, "ready");

        assertThat(download(id, core.user(SomeCore.ROB, "admin"))).isEqualTo(404);
        assertThat(download(id, core.user(DANA, "practitioner", List.of(7L)))).isEqualTo(403);
        assertThat(download(id, client(hers))).isEqualTo(403);
        assertThat(core.post("/api/people/" + hers + "/exports", core.user(DANA, "practitioner", List.of(7L)), reason())
                        .statusCode())
                .isEqualTo(403);
        assertThat(core.download("/api/me/exports/" + id + "/download", client(others))
                        .statusCode())
                .isEqualTo(404);
        assertThat(download(id, core.tony())).isEqualTo(200);
    }

    @Test
    void aClientGetsTheirOwnAfterAFreshProof() throws IOException {
        assertThat(core.post("/api/me/exports", core.auth.tokens().stale("core", Role.CLIENT), Map.of())
                        .body())
                .contains("step-up-required");
        String id = core.json(core.post("/api/me/exports", client(hers), Map.of()))
                .get("id")
                .asString();

        Map<String, String> archive = fetched("/api/me/exports/", id, client(hers));

        assertThat(archive.get("record.json")).contains(planted);
        assertThat(core.get("/api/me/exports", client(hers)).body()).contains(id, "downloaded");
        assertThat(core.get("/api/me/exports", client(others)).body()).doesNotContain(id);
    }

    @Test
    void aReasonIsNeeded() {
        HttpResponse<String> refused =
                core.post("/api/people/" + hers + "/exports", core.tony(), Map.of("reason", "  "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-needed");
        assertThat(core.post("/api/people/" + UUID.randomUUID() + "/exports", core.tony(), reason())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void goesWhenNobodyFetchesItWithinADay() {
        String id = ask(hers);
        awaitState(id, "ready");

        core.database.execute(
                "UPDATE core.person_export SET asked_at = now() - interval '24 hours' WHERE id = '%s'".formatted(id));

        awaitState(id, "expired");
        assertThat(download(id, core.tony())).isEqualTo(410);
        assertThat(waiting()).isZero();
        assertThat(keys()).isZero();
        assertThat(acts(id)).contains("person.export-expired");
    }

    @Test
    void saysThatAuthWasAwayAndIsAskedForAgain() {
        core.authTrail.heldIsBroken = true;
        String id = ask(hers);
        awaitState(id, "failed");
        assertThat(core.get("/api/people/" + hers + "/exports", core.tony()).body())
                .contains("accounts-away");
        assertThat(waiting()).isZero();
        core.authTrail.heldIsBroken = false;

        awaitState(ask(hers), "ready");
    }

    @Test
    void leavesNothingHalfOnAFullDisk() {
        core.database.execute("""
                CREATE FUNCTION core.full_disk() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON core.person_export_archive
                  FOR EACH ROW EXECUTE FUNCTION core.full_disk();
                """);
        try {
            awaitState(ask(hers), "failed");
        } finally {
            core.database.execute("DROP FUNCTION core.full_disk() CASCADE");
        }

        assertThat(core.get("/api/people/" + hers + "/exports", core.tony()).body())
                .contains("no-room");
        assertThat(waiting()).isZero();
        assertThat(keys()).isZero();
        awaitState(ask(hers), "ready");
    }

    @Test
    void anotherTakesThePlaceOfOneThatWaits() {
        String first = ask(hers);
        awaitState(first, "ready");
        String second = ask(hers);
        awaitState(second, "ready");

        assertThat(download(first, core.tony())).isEqualTo(410);
        assertThat(waiting()).isEqualTo(1);
        assertThat(download(second, core.tony())).isEqualTo(200);
    }

    private void acts() {
        act(hers, "notes", Map.of("text", plant("Note")));
        act(others, "notes", Map.of("text", "Foreign-Note about " + "somebody"));
        act(
                hers,
                "permissions",
                Map.of(
                        "doNotContact",
                        false,
                        "phone",
                        "allowed",
                        "voicemail",
                        "refused",
                        "email",
                        "not-asked",
                        "sayAs",
                        plant("SayAs")));
        act(hers, "outcomes", Map.of("kind", "left-message", "note", plant("Outcome")));
        String reason = core.json(core.get("/api/leads/" + hers, core.tony()))
                .get("lead")
                .get("reasons")
                .get(0)
                .get("key")
                .asString();
        act(hers, "disputes", Map.of("reasonKey", reason, "why", "other", "text", plant("Dispute")));
        act(hers, "hold", Map.of("on", true, "text", plant("Hold")));
        String outcome = core.jdbc()
                .sql("SELECT id::text FROM outcome")
                .query(String.class)
                .single();
        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Outbox.class)
                        .put(new Outbox.Packed(
                                "of-nobody",
                                "1",
                                UUID.fromString(outcome),
                                plant("Outbox").getBytes(StandardCharsets.UTF_8),
                                core.bean(PracticeVault.class).key(),
                                Duration.ZERO)));
        String event = core.jdbc()
                .sql("SELECT id::text FROM inbox_delivery WHERE record_id = ?")
                .param(HERS)
                .query(String.class)
                .list()
                .getFirst();
        core.post("/api/events/" + event + "/reveal", core.tony(), Map.of("reason", plant("Reveal")));
    }

    private void mood() {
        String client = client(hers);
        UUID entry = UUID.randomUUID();
        core.post("/api/me/check-ins", client, Map.of("id", entry, "answer", 2, "note", plant("MoodBefore")));
        core.post("/api/me/check-ins/" + entry + "/change", client, Map.of("answer", 3, "note", plant("Mood")));
        core.post("/api/me/contact-requests", client, Map.of());
        core.post("/api/me/settings", client, Map.of("zone", "Antarctica/Troll", "textSize", "large"));
        planted.add("Antarctica/Troll");
        String care = core.jdbc()
                .sql("SELECT id::text FROM care_check_in WHERE state <> 'closed'")
                .query(String.class)
                .list()
                .getFirst();
        core.post("/api/care/" + care + "/close", core.tony(), Map.of("step", "spoke", "note", plant("Care")));
    }

    private void zoho() {
        String name = core.json(core.get("/api/people/" + hers, core.tony()))
                .get("name")
                .asString();
        zoho.enquiry(77_001, "Hera", name.replace("Hera ", ""), FAMILY, now.minus(Duration.ofHours(2)));
        zoho.enquiry(77_002, "Otto", "Foreign-Name", FAMILY, now.minus(Duration.ofHours(2)));
        SomeCore.await(() -> {
            // A fetch that runs already may have begun before.
            core.bean(Schedules.class).runNow("fetch-zoho");
            return core.jdbc()
                            .sql("SELECT count(*) FROM crm_record")
                            .query(Long.class)
                            .single()
                    == 2;
        });
        planted.add("Web Research");
    }

    /** She, somebody at the same address, and somebody she does not know, in one meeting and the news of it. */
    private void zoom() {
        String name = core.json(core.get("/api/people/" + hers, core.tony()))
                .get("name")
                .asString();
        RunSeen run = new RunSeen(
                7,
                now,
                now.plusSeconds(3_000),
                3,
                true,
                List.of(
                        inside(name, null, now.plusSeconds(61)),
                        inside("Foreign-Guest", FAMILY, now),
                        inside("Foreign-Other", "foreign.guest@example.org", now)));
        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Runs.class)
                        .take("run==", run, core.bean(Runs.class).nextTicket(), now));
        core.database.execute("""
                INSERT INTO core.attendance (booking_id, starts_at, verdict, state, present_from, present_to, present_seconds,
                  host_seconds, facts, settled, runs, received_at)
                SELECT %d, now(), 'attended', 'attended', '{}', '{}', 60, 60, '{}', true, array[run_id], now() FROM core.zoom_run
                ON CONFLICT (booking_id) DO UPDATE SET runs = excluded.runs
                """.formatted(HERS));
        core.append(List.of(joined("Hera " + name.replace("Hera ", "")), joined("Foreign-Guest")));
        SomeCore.await(() -> core.jdbc()
                        .sql("SELECT count(*) FROM zoom_hook")
                        .query(Long.class)
                        .single()
                == 2);
    }

    private RunSeen.Participant inside(String name, @Nullable String email, Instant at) {
        return new RunSeen.Participant(false, true, name, email, false, at, at.plusSeconds(600));
    }

    private Delivery joined(String name) {
        String body = """
                {"event":"meeting.participant_joined","event_ts":%d,"payload":{"object":{"uuid":"run==","host_id":"h",
                 "topic":"Foreign-Topic","participant":{"id":"x","user_name":"%s"}}}}
                """.formatted(now.toEpochMilli(), name);
        return new Delivery(
                UUID.randomUUID(),
                "zoom",
                now,
                "meeting.participant_joined",
                null,
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private void google() {
        core.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            core.bean(SourceObservations.class)
                    .keep(
                            new SourceObservations.Answered(
                                    Source.GOOGLE, 9_001, 1, now, "there", "{\"said\":\"" + plant("Google") + "\"}"),
                            null,
                            core.bean(PracticeVault.class).key().id());
            core.bean(SourceObservations.class)
                    .keep(
                            new SourceObservations.Answered(
                                    Source.GOOGLE, 9_002, 1, now, "there", "{\"said\":\"Foreign-Google\"}"),
                            null,
                            core.bean(PracticeVault.class).key().id());
        });
        core.database.execute("""
                INSERT INTO core.google_event (record_id, calendar_id, starts_at, ends_at, all_day, busy, tentative, booking_id)
                VALUES (9001, 7, now(), now(), false, true, false, %d)
                """.formatted(HERS));
    }

    private AccountsHeld account() {
        return new AccountsHeld(
                List.of(new AccountsHeld.Account(
                        ACCOUNT,
                        plant("AccountMail") + "@example.org",
                        plant("AccountName"),
                        "client",
                        now,
                        null,
                        List.of(new AccountsHeld.Factor("passkey", plant("AccountKey"), now, null)),
                        List.of(new AccountsHeld.Session(plant("AccountDevice"), "198.51.100.77", now, now)),
                        List.of(new AccountsHeld.Notice(plant("AccountNotice"), now, null)),
                        List.of(new AccountsHeld.Reset(
                                "done", now, SomeCore.TONY, plant("AccountReset"), plant("AccountCheck"))),
                        List.of(new AccountsHeld.Act(now, "sign-in.done", "done", "self", "198.51.100.78")))),
                List.of());
    }

    private String plant(String what) {
        String word = "Planted" + what + "7QX";
        planted.add(word);
        return word;
    }

    private String booked(long id, String first, String last, String email) {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named(first, last)
                        .reachedBy(email, null)
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", id);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void act(String person, String what, Map<String, ?> wanted) {
        Map<String, Object> body = new HashMap<>(wanted);
        body.put(
                "recordVersion",
                core.json(core.get("/api/leads/" + person, core.tony()))
                        .get("lead")
                        .get("recordVersion")
                        .asLong());
        assertThat(core.post("/api/leads/" + person + "/" + what, core.tony(), body)
                        .statusCode())
                .as(what)
                .isBetween(200, 299);
    }

    private String ask(String person) {
        HttpResponse<String> asked = core.post("/api/people/" + person + "/exports", core.tony(), reason());
        assertThat(asked.statusCode()).isEqualTo(202);
        return core.json(asked).get("id").asString();
    }

    private Map<String, String> reason() {
        return Map.of("reason", plant("Reason"));
    }

    private void awaitState(String id, String state) {
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT state FROM person_export WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single()
                .equals(state));
    }

    private int download(String id, String token) {
        return core.download("/api/exports/" + id + "/download", token).statusCode();
    }

    private Map<String, String> fetched(String way, String id, String token) throws IOException {
        awaitState(id, "ready");
        HttpResponse<byte[]> answer = core.download(way + id + "/download", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String client(String person) {
        return core.client(ACCOUNT, UUID.fromString(person));
    }

    private long waiting() {
        return core.jdbc()
                .sql("SELECT count(*) FROM person_export_archive")
                .query(Long.class)
                .single();
    }

    private long keys() {
        return core.jdbc()
                .sql("SELECT count(*) FROM sealing_key WHERE kind = 'export'")
                .query(Long.class)
                .single();
    }

    private List<String> acts(String export) {
        return new ArrayList<>(
                core.jdbc().sql("""
                        SELECT act FROM audit_entry WHERE subject = (SELECT person_id::text FROM person_export WHERE id = ?::uuid)
                        """).param(export).query(String.class).list());
    }
}
