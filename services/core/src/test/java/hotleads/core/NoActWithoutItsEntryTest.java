package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.DeliveryBatch;
import hotleads.core.rebuilds.Derived;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Every route and job leaves an entry, and does nothing when it cannot. A new route or job that is not told of here
 * fails the test: say which entry it leaves, or why it needs none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoActWithoutItsEntryTest {
    /** What is asked of each route, and the act that must then be in the trail. */
    private final Map<String, Asked> recorded = Map.ofEntries(
            Map.entry("POST /internal/inbox", new Asked("hook.received", () -> this::deliver)),
            Map.entry("POST /internal/acts", new Asked("hook.refused", () -> this::report)),
            Map.entry(
                    "POST /internal/calendars/{calendarId}/hours",
                    new Asked("calendar.hours-changed", () -> this::firstHours)),
            plain("GET /api/leads", "list.viewed"),
            plain("GET /api/leads/summary", "list.counted"),
            plain("GET /api/leads/export", "list.exported"),
            plain("GET /api/leads/export.csv", "list.export-made"),
            ofPerson("GET /api/leads/{personId}", "person.viewed", Map.of()),
            ofPerson("POST /api/leads/{personId}/outcomes", "outcome.logged", Map.of("kind", "left-message")),
            ofPerson("POST /api/leads/{personId}/snooze", "person.snoozed", Map.of()),
            Map.entry(
                    "GET /api/leads/{personId}/zoho-preview",
                    new Asked(
                            "zoho.previewed",
                            () -> calling(
                                    nextPerson(), id -> get("/api/leads/" + id + "/zoho-preview?kind=left-message")))),
            plain("GET /api/people", "people.viewed"),
            ofPerson("GET /api/people/{personId}/records", "person.records-viewed", Map.of()),
            Map.entry(
                    "POST /api/people/{personId}/records/{recordId}/split", new Asked("match.different", this::split)),
            plain("GET /api/matches", "matches.viewed"),
            Map.entry("POST /api/matches/{matchId}/decision", new Asked("match.same", this::decide)),
            Map.entry("POST /api/leads/{personId}/wake", new Asked("person.woken", this::wake)),
            ofPerson("POST /api/leads/{personId}/owner", "person.owner-set", Map.of()),
            ofPerson("POST /api/leads/{personId}/practitioner", "person.practitioner-set", Map.of()),
            ofPerson(
                    "POST /api/people/{personId}/invite",
                    "client.invite-asked",
                    Map.of("email", "client@practice.test", "displayName", "Someone")),
            ofPerson("GET /api/people/{personId}/erasure", "erasure.planned", Map.of()),
            Map.entry("POST /api/people/{personId}/erasure", new Asked("erasure.asked", this::askErasure)),
            plain("GET /api/erasures", "erasures.viewed"),
            Map.entry("POST /api/erasures/{erasureId}/approve", new Asked("erasure.done", this::approveErasure)),
            Map.entry(
                    "POST /api/erasures/{erasureId}/withdraw",
                    new Asked(
                            "erasure.withdrawn",
                            () -> calling(erasure(nextPerson()), id -> post("/api/erasures/" + id + "/withdraw")))),
            Map.entry(
                    "GET /api/erasures/{erasureId}/receipt",
                    new Asked(
                            "erasure.receipt-viewed",
                            () -> calling(erased(), id -> get("/api/erasures/" + id + "/receipt")))),
            ofClient("GET /api/me/erasure", "me.erasure-viewed", Map.of()),
            ofClient("POST /api/me/erasure", "me.erasure-asked", Map.of()),
            ofClient("POST /api/me/erasure/withdraw", "me.erasure-withdrawn", Map.of()),
            ofPerson(
                    "POST /api/people/{personId}/exports", "person.export-asked", Map.of("reason", "A letter of hers")),
            Map.entry(
                    "POST /api/exports/{exportId}/download",
                    new Asked(
                            "person.export-downloaded",
                            () -> calling(exported(), id -> post("/api/exports/" + id + "/download")))),
            ofClient("POST /api/me/exports", "person.export-asked", Map.of()),
            Map.entry(
                    "POST /api/me/exports/{exportId}/download",
                    new Asked("person.export-downloaded", this::downloadOwn)),
            ofPerson("POST /api/leads/{personId}/notes", "person.noted", Map.of("text", "Prefers mornings")),
            Map.entry("POST /api/leads/{personId}/disputes", new Asked("person.reason-disputed", this::dispute)),
            Map.entry(
                    "POST /api/leads/{personId}/cancelled-by-us",
                    new Asked("person.cancelled-by-us", this::cancelledByUs)),
            ofPerson(
                    "POST /api/leads/{personId}/permissions",
                    "person.permissions-set",
                    Map.of("doNotContact", false, "phone", "allowed", "voicemail", "refused", "email", "not-asked")),
            Map.entry("POST /api/leads/{personId}/acts/{actId}/undo", new Asked("act.undone", this::undo)),
            Map.entry("POST /api/leads/{personId}/presence", new Asked("person.stayed", this::stay)),
            ofPerson("POST /api/leads/{personId}/presence/end", "person.left", Map.of()),
            Map.entry(
                    "POST /api/people/search",
                    new Asked(
                            "people.searched", () -> () -> post("/api/people/search", Map.of("text", "Only Listed2")))),
            ofPerson("GET /api/people/{personId}", "person.viewed", Map.of()),
            ofPerson("GET /api/people/{personId}/timeline", "person.timeline-viewed", Map.of()),
            ofPerson("GET /api/people/{personId}/attendance", "person.attendance-viewed", Map.of()),
            Map.entry("POST /api/people/{personId}/attendance", new Asked("person.attendance-set", this::attendance)),
            ofPerson("GET /api/people/{personId}/slots", "slots.viewed", Map.of()),
            ofPerson("GET /api/people/{personId}/views", "person.views-viewed", Map.of()),
            ofPerson("GET /api/people/{personId}/check-ins", "mood.viewed", Map.of()),
            ofPerson("GET /api/people/{personId}/scores", "person.scores-viewed", Map.of()),
            plain("GET /api/scoring", "scoring.viewed"),
            Map.entry(
                    "POST /api/scoring/lookbacks",
                    new Asked("lookback.asked", () -> asking(Map.of("rules", someRules(49))))),
            Map.entry(
                    "GET /api/scoring/lookbacks/{lookbackId}",
                    new Asked(
                            "lookback.viewed",
                            () -> calling(lookback(someRules(48)), id -> get("/api/scoring/lookbacks/" + id)))),
            Map.entry("POST /api/scoring/versions", new Asked("scoring.published", this::publish)),
            ofPerson("POST /api/leads/{personId}/hold", "person.hold-set", Map.of("on", true)),
            Map.entry(
                    "POST /api/leads/{personId}/rebook-requests", new Asked("person.rebook-asked", this::askToRebook)),
            plain("GET /api/rebook-requests", "rebook-requests.viewed"),
            plain("GET /api/care", "care.listed"),
            Map.entry(
                    "GET /api/care/{careId}",
                    new Asked("care.viewed", () -> calling(care(), id -> get("/api/care/" + id)))),
            Map.entry(
                    "POST /api/care/{careId}/acknowledge",
                    new Asked(
                            "care.acknowledged",
                            () -> calling(care(), id -> post("/api/care/" + id + "/acknowledge")))),
            Map.entry(
                    "POST /api/care/{careId}/close",
                    new Asked(
                            "care.closed",
                            () -> calling(care(), id -> post("/api/care/" + id + "/close", Map.of("step", "spoke"))))),
            plain("GET /api/today/confirmations", "confirmations.viewed"),
            plain("GET /api/today/first-contacts", "first-contacts.viewed"),
            ofPractitioner("GET /api/today/sessions", "sessions.viewed"),
            ofPractitioner("GET /api/today/attendance", "sessions.viewed"),
            ofPractitioner("GET /api/clients", "clients.viewed"),
            decision("digest", Map.of("on", true, "atMinute", 480)),
            decision("contact-times", Map.of("hours", List.of())),
            decision("templates", Map.of("items", List.of())),
            decision("notice", Map.of("minutes", 60)),
            decision("idle", Map.of("minutes", 5)),
            decision("words", Map.of("word", "patient")),
            Map.entry("POST /api/absences", new Asked("absence.set", this::setAbsence)),
            Map.entry("POST /api/absences/{absenceId}/end", new Asked("absence.ended", this::endAbsence)),
            Map.entry(
                    "POST /api/settings/help-numbers/{country}",
                    new Asked(
                            "help-numbers.set",
                            () -> () -> post(
                                    "/api/settings/help-numbers/IE",
                                    Map.of("numbers", List.of(Map.of("words", "112", "tel", "112")))))),
            plain("GET /api/settings/retention", "retention.viewed"),
            Map.entry(
                    "POST /api/settings/retention",
                    new Asked(
                            "retention.changed",
                            () -> () ->
                                    post("/api/settings/retention", Map.of("kind", "news", "years", 2, "before", 2)))),
            ofClient("GET /api/me", "me.opened", Map.of()),
            ofClient("POST /api/me/settings", "me.settings-set", Map.of("textSize", "large")),
            ofClient("GET /api/me/permissions", "me.permissions-read", Map.of()),
            ofClient(
                    "POST /api/me/permissions",
                    "person.permissions-set",
                    Map.of("doNotContact", false, "phone", "allowed", "voicemail", "refused", "email", "not-asked")),
            ofClient("GET /api/me/views", "me.views-read", Map.of()),
            ofClient("POST /api/me/contact-requests", "care.asked", Map.of()),
            ofClient("GET /api/me/bookings", "bookings.read", Map.of()),
            ofClient("POST /api/me/bookings/{bookingId}/join", "booking.joined", Map.of()),
            ofClient("POST /api/me/bookings/{bookingId}/change", "booking.change-begun", Map.of()),
            ofClient("POST /api/me/bookings/{bookingId}/change/end", "booking.change-ended", Map.of()),
            ofClient("GET /api/me/bookings/{bookingId}/calendar", "booking.calendar-taken", Map.of()),
            ofClient("GET /api/me/check-ins", "check-ins.read", Map.of()),
            Map.entry("POST /api/me/check-ins", new Asked("check-in.kept", this::checkIn)),
            ofClient("POST /api/me/check-ins/{checkInId}/change", "check-in.changed", Map.of("answer", 5)),
            ofClient("POST /api/me/check-ins/{checkInId}/remove", "check-in.removed", Map.of()),
            plain("GET /api/connections", "connections.viewed"),
            plain("POST /api/connections/acuity/test", "connection.tested"),
            plain("POST /api/connections/acuity/run", "connection.run"),
            ofSource("test", "connection.tested", Map.of()),
            plain("GET /api/calendar/hours", "calendar.hours-viewed"),
            plain("GET /api/connections/sweeps", "sweeps.viewed"),
            ofSource("sweep", "connection.sweep-asked", Map.of()),
            ofSource("run", "connection.run", Map.of()),
            ofSource("pause", "connection.paused", Map.of()),
            ofSource("resume", "connection.resumed", Map.of()),
            ofSource(
                    "credentials",
                    "connection.credentials-changed",
                    Map.of("fields", Map.of("clientId", "some-client"))),
            Map.entry(
                    "GET /api/calendar",
                    new Asked(
                            "calendar.viewed",
                            () -> () -> get("/api/calendar?from=" + today() + "&until=" + tomorrow()))),
            Map.entry(
                    "POST /api/calendar/sessions/{bookingId}/google",
                    new Asked("calendar.event-asked", () -> () -> post("/api/calendar/sessions/" + AHEAD + "/google"))),
            Map.entry(
                    "POST /api/calendar/{calendarId}/hours",
                    new Asked("calendar.hours-changed", () -> () -> post("/api/calendar/7/hours", someHours()))),
            Map.entry(
                    "POST /api/outbox/{shipmentId}/try-again",
                    new Asked(
                            "outward.tried-again",
                            () -> calling(shipment(), id -> post("/api/outbox/" + id + "/try-again")))),
            Map.entry("GET /api/live", new Asked("live.opened", () -> this::openStream)),
            plain("GET /api/events", "events.viewed"),
            Map.entry(
                    "GET /api/events/{eventId}", new Asked("event.viewed", () -> () -> get("/api/events/" + event()))),
            Map.entry(
                    "POST /api/events/{eventId}/reveal",
                    new Asked(
                            "event.revealed",
                            () -> () -> post("/api/events/" + event() + "/reveal", Map.of("reason", "a complaint")))),
            Map.entry(
                    "POST /api/replays",
                    new Asked("replay.asked", () -> () -> post("/api/replays", Map.of("eventId", event())))),
            Map.entry(
                    "GET /api/replays/{replayId}",
                    new Asked("replay.viewed", () -> calling(replay(), id -> get("/api/replays/" + id)))),
            Map.entry(
                    "POST /api/replays/{replayId}/run",
                    new Asked("replay.run", () -> calling(replay(), id -> post("/api/replays/" + id + "/run")))),
            plain("GET /api/backfills", "backfills.viewed"),
            Map.entry(
                    "POST /api/backfills",
                    new Asked("backfill.started", () -> () -> post("/api/backfills", Map.of("from", yesterday())))),
            Map.entry(
                    "POST /api/backfills/dry-run",
                    new Asked(
                            "backfill.previewed",
                            () -> () -> post("/api/backfills/dry-run", Map.of("from", yesterday())))),
            Map.entry(
                    "POST /api/backfills/{backfillId}/pause",
                    new Asked(
                            "backfill.paused",
                            () -> calling(backfill("running"), id -> post("/api/backfills/" + id + "/pause")))),
            Map.entry(
                    "POST /api/backfills/{backfillId}/resume",
                    new Asked(
                            "backfill.resumed",
                            () -> calling(backfill("paused"), id -> post("/api/backfills/" + id + "/resume")))),
            plain("GET /api/rebuilds", "rebuilds.viewed"),
            plain("POST /api/rebuilds", "rebuild.started"),
            plain("GET /api/sweeps", "sweeps.viewed"),
            Map.entry(
                    "GET /api/sweeps/{sweepId}",
                    new Asked("sweep.viewed", () -> () -> get("/api/sweeps/" + anyId("sweep")))),
            plain("POST /api/sweeps", "sweep.asked"),
            Map.entry(
                    "POST /api/keys/{purpose}/rotate",
                    new Asked("key.rotation-started", () -> () -> post("/api/keys/anchors/rotate"))),
            plain("GET /api/audit/entries", "audit.viewed"),
            plain("GET /api/audit/export", "audit.exported"),
            plain("POST /api/audit/verifications", "audit.verification-started"),
            plain("POST /api/audit/checker-tests", "audit.checker-tested"));

    private static final Map<String, String> NO_ENTRY = Map.ofEntries(
            Map.entry("GET /api/people/{personId}/exports", "how far copies are whose asking is recorded"),
            Map.entry("GET /api/me/exports", "the same of one's own"),
            Map.entry("POST /api/settings/retention/preview", "counts, about nobody"),
            Map.entry("GET /healthz", "says that the program is alive"),
            Map.entry("GET /readyz", "says whether the program serves"),
            Map.entry("GET /api/openapi.json", "the public description of the API"),
            Map.entry(
                    "GET /api/outbox/{shipmentId}", "how far something is that somebody decided to send, about nobody"),
            Map.entry("GET /api/help", "where the practice is, its telephone and public numbers, about nobody"),
            Map.entry("GET /api/settings/help-numbers", "public numbers, about nobody"),
            Map.entry("GET /api/absences", "on which days a practitioner is away, about no client"),
            Map.entry("GET /api/keys", "which keys are in force since when, about nobody"),
            Map.entry("GET /api/audit/chains", "counts and times of the chains, about nobody"),
            Map.entry("GET /api/audit/verifications/{id}", "how far a check has come, whose start is recorded"),
            Map.entry("GET /api/settings/digest", "at what hour digests are mailed, about nobody"),
            Map.entry("GET /api/settings/practice", "what the practice decided about itself, about nobody"));

    private static final Map<String, String> JOBS = Map.ofEntries(
            Map.entry(
                    "ReadWaitingAppointments",
                    "booking.fetched or window.fetched, in the transaction that takes the answer in"),
            Map.entry("RunAskedSweeps", "sweep.started, and sweep.finished or sweep.stopped"),
            Map.entry("RunBackfill", "window.fetched for each window, and backfill.finished"),
            Map.entry("RunReplays", "booking.fetching before it reads, event.replayed, replay.tried and replay.done"),
            Map.entry("RunRebuild", "rebuild.finished"),
            Map.entry("WatchSources", "marks what is derived as late"),
            Map.entry("HearZohoHints", "has the schedule run at once, whose runs leave their entries"),
            Map.entry(
                    "MakeExports",
                    "person.export-made, -failed and -expired; auth records that it was asked for their account"),
            Map.entry("SendWhatWaits", "outward.sending before it sends, outward.saved and the like after"),
            Map.entry("Rotating", "key.rotated"),
            Map.entry("RunLookbacks", "works out numbers for whoever asked, which is recorded"),
            Map.entry("LearnChances", "reads what core holds, and keeps nothing but numbers in memory"),
            Map.entry("WatchCare", "care.opened and care.escalated"),
            Map.entry("SendDigests", "digest.handing-over before it tells, digest.handed-over and the like after"),
            Map.entry("WatchHooks", "hooks.quiet and hooks.came-back"),
            Map.entry("NoticePutBack", "clock.put-back, in the transaction that brings back what waits"),
            Map.entry("IndexIdentities", "derives what is searched anew, from facts whose arrival is recorded"),
            Map.entry("EvaluateWhatIsDue", "derives what is stored anew, from facts whose arrival is recorded"),
            Map.entry("WatchFreshness", "marks what is derived as late"),
            Map.entry("HearHooks", "takes the kind and time from deliveries whose arrival is recorded"),
            Map.entry("HearChanges", "passes versions on to open streams, whose opening is recorded"),
            Map.entry("AnnounceChanges", "raises a version"),
            Map.entry("TouchedTimes", "has those evaluated again whom a change suits, whose arrival is recorded"),
            Map.entry(
                    "JudgeKnownAnew", "judges anew, from facts whose arrival and decisions whose making are recorded"),
            Map.entry("ProviderPlaces", "auth records each time it is asked"),
            Map.entry("FinishErasures", "erasure.account-gone, and erasure.applied for what the ledger alone knows"),
            Map.entry("HearPushes", "provider.fetched or provider.not-fetched for each calendar it reads"),
            Map.entry("KeepChain", "numbers and anchors the entries themselves"));

    private static final Map<String, String> TASKS = Map.ofEntries(
            Map.entry("sweep-acuity", "sweep.started, and sweep.finished or sweep.stopped"),
            Map.entry("sweep-acuity-nightly", "the same"),
            Map.entry("fetch-zoho", "provider.fetched or provider.not-fetched, and crm.fetched for each page"),
            Map.entry("sweep-zoho-nightly", "the same"),
            Map.entry("sweep-google-nightly", "provider.fetched or provider.not-fetched for each calendar"),
            Map.entry("sweep-zoom-nightly", "provider.fetched or provider.not-fetched"),
            Map.entry("keep-zoho-channel", "channel.asking before it asks, channel.kept or channel.not-kept after"),
            Map.entry("read-google", "provider.fetched or provider.not-fetched for each calendar"),
            Map.entry("fetch-zoom", "provider.fetched or provider.not-fetched"),
            Map.entry("remove-what-is-past", "retention.removed for each step, with the ids of what went"),
            Map.entry(
                    "keep-acuity-hooks", "hook.making and hook.removing before it acts, hook.made and the like after"));

    /** Where acts leave something; the rest is derived, or the trail itself. */
    private static final List<String> STORED = List.of(
            "absence",
            "act",
            "acuity_hook",
            "audit_verification",
            "backfill",
            "booking_change",
            "care_check_in",
            "check_in",
            "check_in_change",
            "erasure",
            "erasure_wish",
            "help_country",
            "inbox_delivery",
            "key_rotation",
            "lookback",
            "match_candidate",
            "match_decision",
            "outbox",
            "outcome",
            "person_export",
            "person_export_archive",
            "portal_setting",
            "practice_setting",
            "practice_key",
            "presence",
            "rebuild",
            "replay",
            "replay_item",
            "scoring_version",
            "retention_setting",
            "sweep",
            "working_hours");

    /** A new one for each act, so that none meets what another left. */
    private static final int PEOPLE = 100;

    /** The one with an account, whose session is about to begin. */
    private static final long CLIENTS = 1_000;

    /** A session that is still to come, with a practitioner who has a calendar at Google. */
    private static final long AHEAD = 9_000;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    /** The first one's booking is what hooks tell of. */
    private long booking = 1;

    private long session = 900;
    private long calendar = 7_000;

    @BeforeAll
    void peopleAreListed() {
        core = new SomeCore();
        core.auth.googleAddresses.put(7L, "somebody@practice.example");
        SomeGoogle.answersIn(core.sync);
        // Somebody is there for them: otherwise a job tells the administrators meanwhile.
        core.auth.practitioners.put(UUID.randomUUID(), List.of(7L));
        core.start();
        core.awaitOnTime();
        core.sync.acuity.put(
                AHEAD,
                appointment(AHEAD)
                        .named("Ahead", "Offem")
                        .reachedBy("ahead@example.org", null)
                        .at(now.plus(Duration.ofDays(3)))
                        .build());
        core.hook("scheduled", AHEAD);
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
        core.sync.acuity.put(
                CLIENTS,
                appointment(CLIENTS)
                        .named("A", "Client")
                        .reachedBy("client@example.org", null)
                        .at(now.plus(Duration.ofMinutes(10)))
                        .build());
        core.hook("scheduled", CLIENTS);
        core.sync.answers(
                "appointment-links",
                new AppointmentLinks(
                        URI.create("https://acuity.example.org/1"), URI.create("https://meet.example.org/1")));
        core.awaitQuiet();
        SomeCore.await(() -> count("audit_link") > 0);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyRouteIsToldOf() {
        Set<String> routes = core.bean(Endpoints.class).rules().stream()
                .map(rule -> rule.method() + " " + rule.path())
                .collect(Collectors.toSet());
        Set<String> told = new TreeSet<>(recorded.keySet());
        told.addAll(NO_ENTRY.keySet());

        assertThat(told).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyJobIsToldOf() {
        Set<String> jobs = core.beans(RunUntilShutdown.class).stream()
                .map(job -> job.getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(JOBS.keySet()).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(core.jdbc()
                        .sql("SELECT DISTINCT task_name FROM scheduled_tasks")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(TASKS.keySet());
        assertThat(List.of("booking.fetched", "window.fetched", "sweep.started", "sweep.finished"))
                .allSatisfy(act -> assertThat(entries(core, act)).isPositive());
    }

    @Test
    void everyRouteLeavesItsEntry() {
        recorded.forEach((route, asked) -> {
            awaitNothingUnderWay();
            IntSupplier call = asked.ready.get();
            long before = entries(core, asked.act);

            int status = call.getAsInt();

            assertThat(status).as(route).isBetween(200, 299);
            assertThat(entries(core, asked.act)).as(route).isGreaterThan(before);
        });
    }

    @Test
    void nothingIsDoneWhenItsEntryCannotBeWritten() {
        recorded.forEach((route, asked) -> {
            awaitNothingUnderWay();
            IntSupplier call = asked.ready.get();
            Map<String, String> before = stored(core);

            int status = withoutEntries(core, call::getAsInt);

            assertThat(status).as(route).isEqualTo(503);
            assertThat(stored(core)).as(route).isEqualTo(before);
        });
    }

    @Test
    void noJobGoesOnWhenItsEntryCannotBeWritten() {
        try (SomeCore still = SomeCore.started()) {
            still.standStill();
            still.database.execute("""
                    INSERT INTO core.rebuild (id, state, asked_at, stage) VALUES (gen_random_uuid(), 'running', now(), %d);
                    INSERT INTO core.replay (id, account_id, state, asked_at) VALUES (gen_random_uuid(), '%s', 'trying', now());
                    INSERT INTO core.sweep (id, kind, state, from_date, to_date, asked_at, windows)
                    VALUES (gen_random_uuid(), 'asked', 'asked', current_date, current_date, now(), 1);
                    INSERT INTO core.backfill
                      (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows, windows_done)
                    VALUES (gen_random_uuid(), 'running', current_date, current_date, current_date - 1, now(), now(), 1, 1);
                    INSERT INTO core.key_rotation (id, purpose, key, started_at, rows)
                    SELECT gen_random_uuid(), purpose, id, now(), 0 FROM core.practice_key WHERE purpose = 'anchors';
                    """.formatted(still.beans(Derived.class).size(), SomeCore.TONY));
            Map<String, String> jobs = Map.of(
                    "rotating", "key.rotated",
                    "runRebuild", "rebuild.finished",
                    "runReplays", "replay.tried",
                    "runAskedSweeps", "sweep.started",
                    "runBackfill", "backfill.finished");
            String before = states(still);

            withoutEntries(still, () -> {
                jobs.keySet()
                        .forEach(job -> assertThatThrownBy(still.job(job)::round)
                                .as(job)
                                .rootCause()
                                .hasMessageContaining("audit_entry"));
                return 0;
            });

            assertThat(states(still)).isEqualTo(before);
        }
    }

    @Test
    void nothingIsReadForAReplayWhenThatCannotBeRecordedFirst() {
        try (SomeCore still = SomeCore.started()) {
            still.standStill();
            still.database.execute("""
                    WITH one AS (
                      INSERT INTO core.replay (id, account_id, state, asked_at)
                      VALUES (gen_random_uuid(), '%s', 'trying', now()) RETURNING id)
                    INSERT INTO core.replay_item (replay_id, appointment) SELECT id, 1 FROM one;
                    """.formatted(SomeCore.TONY));

            withoutEntries(still, () -> {
                assertThatThrownBy(still.job("runReplays")::round).rootCause().hasMessageContaining("audit_entry");
                return 0;
            });

            assertThat(still.sync.singleReads).hasValue(0);
        }
    }

    /** As on a disk that is full. */
    private int withoutEntries(SomeCore core, IntSupplier asked) {
        core.database.execute("""
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'no room for audit_entry' USING ERRCODE = '53100'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON core.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse();
                """);
        try {
            return asked.getAsInt();
        } finally {
            core.database.execute("DROP FUNCTION public.refuse() CASCADE");
        }
    }

    private Map<String, String> stored(SomeCore core) {
        return STORED.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> core.jdbc()
                                .sql("SELECT coalesce(string_agg(t::text, '\n' ORDER BY t::text), '') FROM " + table
                                        + " t")
                                .query(String.class)
                                .single()));
    }

    private static String states(SomeCore core) {
        return core.jdbc().sql("""
                SELECT string_agg(id || state, ',' ORDER BY id) FROM (
                  SELECT id, state FROM rebuild UNION ALL SELECT id, state FROM replay
                  UNION ALL SELECT id, coalesce(finished_at::text, 'running') FROM key_rotation
                  UNION ALL SELECT id, state FROM sweep UNION ALL SELECT id, state FROM backfill) AS under_way
                """).query(String.class).single();
    }

    /** What one route set going must not be taken for what the next one did. */
    private void awaitNothingUnderWay() {
        core.database.execute("UPDATE core.backfill SET state = 'done'");
        core.awaitQuiet();
        SomeCore.await(() -> core.jdbc().sql("""
                SELECT NOT EXISTS (SELECT 1 FROM sweep WHERE state IN ('asked', 'running'))
                  AND NOT EXISTS (SELECT 1 FROM rebuild WHERE state = 'running')
                  AND NOT EXISTS (SELECT 1 FROM key_rotation WHERE finished_at IS NULL)
                  AND NOT EXISTS (SELECT 1 FROM person_export WHERE state IN ('asked', 'making'))
                  AND NOT EXISTS (SELECT 1 FROM erasure WHERE state = 'done' AND account_gone_at IS NULL)
                  AND NOT EXISTS (SELECT 1 FROM replay WHERE state IN ('trying', 'running'))
                  AND NOT EXISTS (SELECT 1 FROM audit_verification WHERE state = 'running')
                  AND NOT EXISTS (SELECT 1 FROM lookback WHERE state IN ('asked', 'running'))
                  AND NOT EXISTS (SELECT 1 FROM scheduled_tasks WHERE picked OR execution_time < now())
                """).query(Boolean.class).single());
    }

    private static long entries(SomeCore core, String act) {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return core.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private int get(String path) {
        return core.get(path, core.tony()).statusCode();
    }

    private int post(String path) {
        return post(path, Map.of());
    }

    private int post(String path, Map<String, ?> body) {
        return core.post(path, core.tony(), body).statusCode();
    }

    private int call(String method, String path, Map<String, ?> body) {
        return method.equals("GET") ? get(path) : post(path, body);
    }

    /** A route that needs nothing to be there. */
    private Map.Entry<String, Asked> plain(String route, String act) {
        String[] words = route.split(" ");
        return Map.entry(route, new Asked(act, () -> () -> call(words[0], words[1], Map.of())));
    }

    private Map.Entry<String, Asked> ofSource(String what, String act, Map<String, ?> body) {
        return Map.entry(
                "POST /api/connections/{source}/" + what,
                new Asked(act, () -> () -> call("POST", "/api/connections/zoom/" + what, body)));
    }

    private Map.Entry<String, Asked> decision(String kind, Map<String, ?> value) {
        String path = "/api/settings/" + kind;
        return Map.entry("POST " + path, new Asked("setting.changed", () -> () -> post(path, decided(kind, value))));
    }

    /** A decision of the practice's, with the version that holds. */
    private Map<String, ?> decided(String kind, Map<String, ?> value) {
        Map<String, Object> whole = new HashMap<>(value);
        whole.put(
                "version",
                core.jdbc()
                        .sql("SELECT coalesce(max(version), 0) FROM practice_setting WHERE kind = ?")
                        .param(kind)
                        .query(Long.class)
                        .single());
        return whole;
    }

    private Map<String, ?> someHours() {
        return Map.of(
                "hours",
                List.of(Map.of("weekday", 1, "fromMinute", 540, "untilMinute", 1020)),
                "version",
                core.jdbc()
                        .sql("SELECT coalesce(max(version), 0) FROM working_plan WHERE calendar_id = 7")
                        .query(Long.class)
                        .single());
    }

    /** A route about someone, whose version each body carries. */
    private Map.Entry<String, Asked> ofPerson(String route, String act, Map<String, ?> body) {
        String[] words = route.split(" ");
        return Map.entry(
                route,
                new Asked(
                        act,
                        () -> calling(
                                nextPerson(),
                                person -> call(
                                        words[0],
                                        words[1].replace("{personId}", person),
                                        words[1].endsWith("/presence/end") ? Map.of() : withVersion(person, body)))));
    }

    private IntSupplier setAbsence() {
        return () -> core.post("/api/absences", practitioner(), someDays()).statusCode();
    }

    private Map<String, String> someDays() {
        return Map.of("from", tomorrow(), "until", tomorrow());
    }

    private IntSupplier endAbsence() {
        String herself = practitioner();
        String id = core.json(core.post("/api/absences", herself, someDays()))
                .get("id")
                .asString();
        return () ->
                core.post("/api/absences/" + id + "/end", herself, Map.of()).statusCode();
    }

    private String today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }

    private String tomorrow() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).toString();
    }

    /** One that waits to be fetched. */
    private String exported() {
        return made(core.json(core.post(
                "/api/people/" + nextPerson() + "/exports", core.tony(), Map.of("reason", "A letter of hers"))));
    }

    private IntSupplier downloadOwn() {
        String id = made(core.json(core.post("/api/me/exports", client(), Map.of())));
        return () -> core.post("/api/me/exports/" + id + "/download", client(), Map.of())
                .statusCode();
    }

    private String made(JsonNode asked) {
        awaitNothingUnderWay();
        return asked.get("id").asString();
    }

    /** One that was given up. */
    private String shipment() {
        UUID id = UUID.randomUUID();
        core.database.execute("""
                INSERT INTO core.outbox (id, kind, subject, decision, marker, payload, key_id, state, decided_at, next_try_at)
                SELECT '%s', 'of-nobody', '1', gen_random_uuid(), 'HL-1', '', id, 'not-saved', now(), now()
                FROM core.sealing_key LIMIT 1
                """.formatted(id));
        return id.toString();
    }

    private static IntSupplier calling(String id, Function<String, Integer> call) {
        return () -> call.apply(id);
    }

    private Map<String, ?> withVersion(String person, Map<String, ?> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.put(
                "recordVersion",
                core.jdbc()
                        .sql("SELECT facts_version FROM person WHERE id = ?::uuid")
                        .param(person)
                        .query(Long.class)
                        .single());
        return whole;
    }

    private String nextPerson() {
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(++booking)
                .query(String.class)
                .single();
    }

    private String planOf(String person) {
        return core.json(core.get("/api/people/" + person + "/erasure", core.tony()))
                .get("plan")
                .asString();
    }

    private IntSupplier askErasure() {
        String person = nextPerson();
        String plan = planOf(person);
        return () -> post("/api/people/" + person + "/erasure", Map.of("plan", plan, "reason", "they asked"));
    }

    private String erasure(String person) {
        return core.json(core.post(
                        "/api/people/" + person + "/erasure",
                        core.tony(),
                        Map.of("plan", planOf(person), "reason", "they asked")))
                .get("id")
                .asString();
    }

    private IntSupplier approveErasure() {
        String person = nextPerson();
        String plan = planOf(person);
        String asked = erasure(person);
        return () -> approve(asked, plan);
    }

    private int approve(String asked, String plan) {
        return core.post("/api/erasures/" + asked + "/approve", core.user(SomeCore.ROB, "admin"), Map.of("plan", plan))
                .statusCode();
    }

    private String erased() {
        String person = nextPerson();
        String plan = planOf(person);
        String asked = erasure(person);
        approve(asked, plan);
        // Auth is told afterwards, and the row says when.
        awaitNothingUnderWay();
        return asked;
    }

    private IntSupplier wake() {
        String person = nextPerson();
        post("/api/leads/" + person + "/snooze", withVersion(person, Map.of()));
        return () -> post("/api/leads/" + person + "/wake", withVersion(person, Map.of()));
    }

    private IntSupplier dispute() {
        String person = nextPerson();
        String reason = core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .get("reasons")
                .get(0)
                .get("key")
                .asString();
        return () -> post(
                "/api/leads/" + person + "/disputes",
                withVersion(person, Map.of("reasonKey", reason, "why", "booked-elsewhere")));
    }

    private IntSupplier cancelledByUs() {
        String person = nextPerson();
        long cancelled = booking;
        return () ->
                post("/api/leads/" + person + "/cancelled-by-us", withVersion(person, Map.of("bookingId", cancelled)));
    }

    private IntSupplier attendance() {
        long held = ++session;
        core.sync.acuity.put(
                held,
                appointment(held)
                        .named("Only", "Held" + held)
                        .reachedBy("held" + held + "@example.org", null)
                        .at(now.minus(Duration.ofDays(2)))
                        .build());
        core.hook("scheduled", held);
        core.awaitQuiet();
        String person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(held)
                .query(String.class)
                .single();
        return () -> post(
                "/api/people/" + person + "/attendance", withVersion(person, Map.of("bookingId", held, "came", true)));
    }

    private IntSupplier undo() {
        String person = nextPerson();
        String act = core.json(
                        core.post("/api/leads/" + person + "/snooze", core.tony(), withVersion(person, Map.of())))
                .get("id")
                .asString();
        return () -> post("/api/leads/" + person + "/acts/" + act + "/undo");
    }

    /** Only the first of many beats is recorded, which is the one that says someone came. */
    private IntSupplier stay() {
        String person = nextPerson();
        core.database.execute("DELETE FROM core.presence");
        return () -> post("/api/leads/" + person + "/presence");
    }

    private Map.Entry<String, Asked> ofPractitioner(String route, String act) {
        return Map.entry(
                route,
                new Asked(
                        act,
                        () -> () ->
                                core.get(route.split(" ")[1], practitioner()).statusCode()));
    }

    private String practitioner() {
        return core.user(UUID.randomUUID(), "practitioner", List.of(7L));
    }

    private IntSupplier askToRebook() {
        String person = nextPerson();
        return () -> core.post(
                        "/api/leads/" + person + "/rebook-requests", practitioner(), withVersion(person, Map.of()))
                .statusCode();
    }

    /** A route of a client's own, with whatever it names made for it. */
    private Map.Entry<String, Asked> ofClient(String route, String act, Map<String, ?> body) {
        String[] words = route.split(" ");
        return Map.entry(route, new Asked(act, () -> {
            String path = words[1].replace("{bookingId}", Long.toString(CLIENTS));
            String whole = path.contains("{checkInId}") ? path.replace("{checkInId}", checkedIn()) : path;
            return () -> words[0].equals("GET")
                    ? core.get(whole, client()).statusCode()
                    : core.post(whole, client(), body).statusCode();
        }));
    }

    private String client() {
        return core.client(SomeCore.ROB, UUID.fromString(clientsPerson()));
    }

    private String clientsPerson() {
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(CLIENTS)
                .query(String.class)
                .single();
    }

    private IntSupplier checkIn() {
        Map<String, Object> body = Map.of("id", UUID.randomUUID(), "answer", 7);
        return () -> core.post("/api/me/check-ins", client(), body).statusCode();
    }

    private String checkedIn() {
        String id = UUID.randomUUID().toString();
        core.post("/api/me/check-ins", client(), Map.of("id", id, "answer", 2));
        return id;
    }

    /** One that waits; asked for anew, as the one before may have been answered. */
    private String care() {
        core.post("/api/me/contact-requests", client(), Map.of());
        return core.jdbc()
                .sql("SELECT id::text FROM care_check_in WHERE state = 'open' AND came_from = 'request'")
                .query(String.class)
                .single();
    }

    private String event() {
        return anyId("inbox_delivery");
    }

    private String anyId(String table) {
        return core.jdbc()
                .sql("SELECT id::text FROM " + table + " LIMIT 1")
                .query(String.class)
                .single();
    }

    /** What holds, with other points for R1, which no version had. */
    private List<Map<String, Object>> someRules(int points) {
        return SomeScoring.with(core, "R1", true, points * 10, 12);
    }

    private IntSupplier asking(Map<String, ?> draft) {
        return () -> post("/api/scoring/lookbacks", draft);
    }

    private String lookback(List<Map<String, Object>> rules) {
        return SomeScoring.lookedBack(core, rules).get("id").asString();
    }

    private IntSupplier publish() {
        long version = count("scoring_version") + 1;
        List<Map<String, Object>> rules = someRules(30 + (int) version);
        String looked = lookback(rules);
        return () -> post(
                "/api/scoring/versions",
                Map.of("basedOn", version, "rules", rules, "note", "Seconds matter more", "lookbackId", looked));
    }

    private String replay() {
        return inserted("INSERT INTO core.replay (id, account_id, state, asked_at) VALUES ('%s', '" + SomeCore.TONY
                + "', 'tried', now())");
    }

    private String backfill(String state) {
        return inserted(
                """
                INSERT INTO core.backfill (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows)
                VALUES ('%s', '""" + state + "', current_date, current_date, current_date, now(), now() + interval '1 day', 1)");
    }

    /** Two records of one person, the later one under another number. */
    private IntSupplier split() {
        String person = nextPerson();
        long second = booking + 10_000;
        core.sync.acuity.put(
                second,
                appointment(second)
                        .named("Only", "Listed" + booking)
                        .reachedBy("only" + booking + "@example.org", "(212) 555-0101")
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", second);
        core.awaitQuiet();
        String record = core.jdbc()
                .sql("SELECT identity_id::text FROM booking WHERE id = ?")
                .param(second)
                .query(String.class)
                .single();
        return () -> post("/api/people/" + person + "/records/" + record + "/split");
    }

    private IntSupplier decide() {
        nextPerson();
        long first = booking;
        nextPerson();
        String match = UUID.randomUUID().toString();
        core.database.execute("""
                INSERT INTO core.match_candidate (id, identity_a, identity_b, state, created_at)
                SELECT '%s', a.identity_id, b.identity_id, 'open', now() FROM core.booking a, core.booking b
                WHERE a.id = %d AND b.id = %d
                """.formatted(match, first, booking));
        return () -> post("/api/matches/" + match + "/decision", Map.of("verdict", "same", "decisions", 0));
    }

    private String inserted(String sql) {
        String id = UUID.randomUUID().toString();
        core.database.execute(sql.formatted(id));
        return id;
    }

    private static String yesterday() {
        // A day that is over, or has begun, in every zone.
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                .minusDays(1)
                .toString();
    }

    private int deliver() {
        return core.post(
                        "/internal/inbox",
                        core.service("inbox.append"),
                        new DeliveryBatch(List.of(core.delivery("changed", 1))))
                .statusCode();
    }

    private int firstHours() {
        return core.post("/internal/calendars/" + ++calendar + "/hours", core.service("hours.set"), someHours())
                .statusCode();
    }

    private int report() {
        ReportedAct act = new ReportedAct(
                UUID.randomUUID(),
                Clock.systemUTC().instant(),
                "hook.refused",
                "provider",
                "acuity",
                "refused",
                3,
                "203.0.113.4",
                null);
        return core.post("/internal/acts", core.service("act.report"), new ReportedActs(List.of(act)))
                .statusCode();
    }

    private int openStream() {
        return core.head("/api/live", core.tony());
    }

    /** The act a route leaves, and its call, once all that it needs is there. */
    private record Asked(String act, Supplier<IntSupplier> ready) {}
}
