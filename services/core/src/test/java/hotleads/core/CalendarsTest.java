package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.calendars.FreeAtGoogle;
import hotleads.core.calendars.ReadsByHand;
import hotleads.core.connections.Schedules;
import hotleads.core.staff.FollowsPlaces;
import hotleads.core.staff.ProviderPlaces;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Google both ways: busy times in, our own events out, and what does not fit left for a person to decide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarsTest {
    private static final long DANAS = 7;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate day = LocalDate.ofInstant(now, ZONE).plusDays(5);
    private SomeCore core;
    private SomeGoogle google;
    private long id = 100;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.auth.googleAddresses.put(7L, "dana@practice.example");
        google = SomeGoogle.answersIn(core.sync);
        core.start();
        core.awaitOnTime();
        // Reads begin when a test says so.
        core.bean(Schedules.class).stop();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void aCalmDay() {
        SomeGoogle.answersIn(core.sync, google);
        google.events.clear();
        google.pageSize = 100;
        google.next.clear();
        core.jdbc().sql("UPDATE source_state SET resting_until = NULL").update();
        core.database.execute("DELETE FROM core.working_hours; DELETE FROM core.absence");
        google.forgetToken();
        read();
        google.next.clear();
        read();
    }

    @Test
    void busyTimesAreKeptAndShownWithoutAnythingTheyAreAbout() {
        google.busy("private1", at(12), at(13));
        read();

        JsonNode column = column();
        assertThat(column.path("google").path("state").asString()).isEqualTo("on-time");
        assertThat(column.path("busy").size()).isEqualTo(1);
        JsonNode busy = column.path("busy").get(0);
        assertThat(busy.propertyNames()).containsExactlyInAnyOrder("from", "until", "allDay", "tentative");
        assertThat(busy.path("from").asString()).isEqualTo(at(12).toString());
        assertThat(busy.path("until").asString()).isEqualTo(at(13).toString());
    }

    @Test
    void aListOfManyPagesIsTakenInOncePageByPage() {
        google.pageSize = 2;
        for (int i = 0; i < 7; i++) {
            google.busy("paged" + i, at(8 + i), at(9 + i));
        }

        read();
        read();

        assertThat(column().path("busy").size()).isEqualTo(7);
        assertThat(count("source_observation o JOIN source_record r ON r.id = o.record_id WHERE r.key LIKE '7/paged%'"))
                .isEqualTo(7);
    }

    @Test
    void afterADeadSyncTokenWhatTheWholeListDoesNotShowIsGone() {
        google.busy("stays", at(9), at(10));
        google.busy("ghost", at(11), at(12));
        read();
        google.events.remove("ghost");
        // A list of changes has no word of it; only the whole list tells.
        google.forgetToken();

        read();

        assertThat(column().path("busy").size()).isEqualTo(1);
    }

    @Test
    void aSweepSaysWhatWasTheSameMissingDifferentAndExtraAndWithinWhichTimes() {
        google.busy("same", at(8), at(9));
        google.busy("moved", at(9), at(10));
        google.busy("ghost", at(11), at(12));
        read();
        google.busy("moved", at(10), at(11));
        google.busy("unheard", at(13), at(14));
        google.events.remove("ghost");

        core.bean(ReadsByHand.class).compare(DANAS);
        JsonNode report = newestSweep();
        assertThat(report.path("source").asString()).isEqualTo("google");
        assertThat(report.path("state").asString()).isEqualTo("whole");
        assertThat(differences(report)).containsExactly(1, 1, 1);
        assertThat(Instant.parse(report.path("from").asString())).isBefore(now);
        assertThat(Instant.parse(report.path("to").asString())).isAfter(at(14));

        core.bean(ReadsByHand.class).compare(DANAS);
        JsonNode after = newestSweep();
        assertThat(differences(after)).containsExactly(0, 0, 0);
        // What had moved and what was unheard of are the same now.
        assertThat(after.path("same").asInt()).isEqualTo(report.path("same").asInt() + 2);
    }

    private static List<Integer> differences(JsonNode report) {
        return Stream.of("missing", "different", "extra")
                .map(kind -> report.path(kind).asInt(-1))
                .toList();
    }

    @Test
    void aSweepThatGoogleRefusesClaimsNothing() {
        google.next.add(ProviderAnswer.failed(ProviderOutcome.REFUSED_PERMISSION, null, "forbidden"));

        core.bean(ReadsByHand.class).compare(DANAS);

        JsonNode report = newestSweep();
        assertThat(report.path("state").asString()).isEqualTo("stopped");
        assertThat(report.path("causeKey").asString()).isEqualTo("google.forbidden");
        assertThat(report.has("same") && !report.path("same").isNull()).isFalse();
    }

    @Test
    void anotherAddressIsAnotherCalendarThatIsOpenedAndReadAnewAndNoneIsNone() {
        google.busy("theirs", at(12), at(13));
        read();
        assertThat(column().path("busy").size()).isEqualTo(1);
        List<String> opened = new CopyOnWriteArrayList<>();
        core.sync.calls.put("google/token", order -> {
            opened.add(order.path("query").path("person").asString());
            return ProviderAnswer.of(new byte[] {2});
        });

        google.events.clear();
        lives("dana.new@practice.example");
        SomeCore.await(() -> column().path("busy").isEmpty());
        read();
        assertThat(opened).containsExactly("dana.new@practice.example");

        lives(null);
        SomeCore.await(() -> column().path("google").isNull() || !column().has("google"));
        SomeCore.await(() -> core.jdbc()
                        .sql("SELECT count(*) FROM source_state WHERE source = 'google' AND account = '7'")
                        .query(Integer.class)
                        .single()
                == 0);

        lives("dana@practice.example");
        SomeCore.await(() -> column().hasNonNull("google"));
    }

    @Test
    void whereSomebodysAccountDoesNotOpenNothingOfTheirsIsTakenForGone() {
        google.busy("theirs", at(12), at(13));
        read();
        core.auth.unread.add(DANAS);
        lives(null);
        SomeCore afterAStart = core.beside();
        try {
            afterAStart.start();
            afterAStart.beans(FollowsPlaces.class).forEach(FollowsPlaces::placesChanged);

            assertThat(core.bean(ProviderPlaces.class).googleAddresses()).containsKey(DANAS);
            assertThat(afterAStart.bean(ProviderPlaces.class).isUntold(DANAS)).isTrue();
            assertThat(column().path("busy").size()).isEqualTo(1);
            assertThat(column().path("google").path("state").asString()).isEqualTo("on-time");
            assertThat(afterAStart
                            .bean(FreeAtGoogle.class)
                            .between(DANAS, at(12), at(13))
                            .orElseThrow()
                            .isBusy(at(12), at(13)))
                    .isTrue();
            assertThat(count("source_state WHERE source = 'google' AND account = '7'"))
                    .isEqualTo(1);
        } finally {
            afterAStart.stop();
            core.auth.unread.clear();
            lives("dana@practice.example");
        }
    }

    private void lives(@Nullable String address) {
        if (address == null) {
            core.auth.googleAddresses.remove(DANAS);
        } else {
            core.auth.googleAddresses.put(DANAS, address);
        }
        core.hurry("providerPlaces");
    }

    @Test
    void credentialsTypedOnceOpenEveryCalendar() {
        core.sync.calls.put("google/credentials", order -> ProviderAnswer.of(new byte[] {9}));
        List<String> lent = new CopyOnWriteArrayList<>();
        core.sync.calls.put("google/events", order -> {
            lent.add(order.path("account").asString());
            return ProviderAnswer.of(new GoogleEventsPage(List.of(), null, "sync-typed", 0));
        });

        assertThat(core.json(core.post(
                                "/api/connections/google/credentials",
                                core.tony(),
                                Map.of("fields", Map.of("serviceAccount", "{}"))))
                        .path("taken")
                        .asBoolean())
                .isTrue();
        read();

        assertThat(lent).containsOnly(Base64.getEncoder().encodeToString(new byte[] {9}));
    }

    @Test
    void hoursAreSavedWholeAndWhoeverWasSlowerIsTold() {
        JsonNode before = plan();
        Map<String, Object> wanted = Map.of(
                "hours",
                List.of(Map.of("weekday", day.getDayOfWeek().getValue(), "fromMinute", 540, "untilMinute", 1020)),
                "version",
                before.path("version").asLong());

        assertThat(core.post("/api/calendar/7/hours", core.tony(), wanted).statusCode())
                .isEqualTo(204);
        HttpResponse<String> late = core.post("/api/calendar/7/hours", core.tony(), wanted);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(core.json(late).path("code").asString()).isEqualTo("changed-meanwhile");
        assertThat(plan().path("version").asLong())
                .isEqualTo(before.path("version").asLong() + 1);
        assertThat(column().path("hours").size()).isEqualTo(1);
        assertThat(core.post(
                                "/api/calendar/7/hours",
                                core.tony(),
                                Map.of("hours", List.of(Map.of("weekday", 8, "fromMinute", 1, "untilMinute", 2))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(core.post("/api/calendar/7/hours", practitioner(DANAS), wanted)
                        .statusCode())
                .isEqualTo(403);
        assertThat(core.get("/api/calendar/hours", practitioner(DANAS)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMadeUpPracticeIsGivenHoursOnceAndWhatSomebodySetStays() {
        Map<String, Object> hours =
                Map.of("hours", List.of(Map.of("weekday", 3, "fromMinute", 600, "untilMinute", 660)), "version", 0);
        String path = "/internal/calendars/9007/hours";

        assertThat(core.post(path, core.service("hours.set"), hours).statusCode())
                .isEqualTo(204);
        assertThat(core.post(path, core.service("hours.set"), Map.of("version", 0))
                        .statusCode())
                .isEqualTo(204);
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM working_hours WHERE calendar_id = 9007")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(core.post(path, core.service("act.report"), hours).statusCode())
                .isEqualTo(403);
        assertThat(core.post(path, core.tony(), hours).statusCode()).isEqualTo(403);
    }

    private JsonNode plan() {
        return core.json(core.get("/api/calendar/hours", core.tony()))
                .path("items")
                .valueStream()
                .filter(one -> one.path("calendarId").asLong() == DANAS)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode newestSweep() {
        return core.json(core.get("/api/connections/sweeps", core.tony()))
                .path("items")
                .path(0);
    }

    @Test
    void anEmptyListIsNotBelievedWhileGoogleSaysBusy() {
        google.busy("held", at(9), at(10));
        read();
        google.events.clear();
        google.forgetToken();
        google.next.add(ProviderAnswer.of(new GoogleEventsPage(List.of(), null, "sync-empty", 0)));
        core.sync.answers("google/free-busy", List.of(Map.of("from", at(9).toString(), "to", at(10).toString())));

        read();

        assertThat(column().path("busy").size()).isEqualTo(1);
        assertThat(column().path("google").path("causeKey").asString()).isEqualTo("google.brought-nothing");
        SomeGoogle.answersIn(core.sync, google);
        read();
        assertThat(column().path("busy").size()).isZero();
        assertThat(column().path("google").path("causeKey").isMissingNode()
                        || column().path("google").path("causeKey").isNull())
                .isTrue();
    }

    @Test
    void aPageThatWasStoredIsNotAskedForAgainAfterACrash() {
        google.pageSize = 1;
        google.busy("first", at(9), at(10));
        google.busy("second", at(11), at(12));
        google.forgetToken();
        core.sync.calls.computeIfPresent("google/events", (call, list) -> order -> {
            boolean isSecond = order.path("query").path("pageToken").isString();
            return isSecond ? ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "timed-out") : list.apply(order);
        });
        read();
        SomeGoogle.answersIn(core.sync, google);
        core.sync.asked.clear();

        read();

        assertThat(core.sync.asked.stream()
                        .filter(asked -> asked.call().equals("google/events"))
                        .findFirst()
                        .orElseThrow()
                        .query()
                        .path("query")
                        .path("pageToken")
                        .isString())
                .isTrue();
        assertThat(column().path("busy").size()).isEqualTo(2);
    }

    @Test
    void aSessionIsPutIntoGoogleUnderInitialsMovedAndRemovedWithTheBooking() {
        long booking = booked("Ana", "Reyes", at(14));
        GoogleOwnEvent made = awaitOwn(booking, at(14), false);
        assertThat(made.title()).isEqualTo("A.R.");
        assertThat(made.id()).matches("hl[0-9a-v]{20,}");

        move(booking, "Ana", "Reyes", at(16));
        assertThat(awaitOwn(booking, at(16), false).id()).isEqualTo(made.id());

        core.sync.acuity.put(
                booking,
                appointment(booking)
                        .named("Ana", "Reyes")
                        .reachedBy("p" + booking + "@example.org", null)
                        .at(at(16))
                        .cancelled()
                        .build());
        core.hook("canceled", booking);
        awaitOwn(booking, at(16), true);
        assertThat(session(booking).isMissingNode()).isTrue();
    }

    @Test
    void whatIsMovedAtGoogleIsAConflictToDecideAndChangesNoBooking() {
        long booking = booked("Bo", "Marsh", at(10));
        GoogleOwnEvent made = awaitOwn(booking, at(10), false);
        awaitSaved(booking);
        google.moveByHand(made.id(), at(15), at(16));
        int writes = google.writes;

        read();
        read();

        JsonNode conflict = conflict("moved-in-google", booking);
        assertThat(conflict.path("elsewhere").asString()).isEqualTo(at(15).toString());
        assertThat(session(booking).path("from").asString()).isEqualTo(at(10).toString());
        assertThat(google.writes).isEqualTo(writes);

        assertThat(toGoogle(booking, core.tony()).statusCode()).isEqualTo(202);
        awaitOwn(booking, at(10), false);
        awaitSaved(booking);
        read();
        read();
        assertThat(conflict("moved-in-google", booking).isMissingNode()).isTrue();
    }

    @Test
    void whatIsRemovedAtGoogleComesBackOnlyWhenSomebodyAsks() {
        long booking = booked("Cy", "Lund", at(11));
        GoogleOwnEvent made = awaitOwn(booking, at(11), false);
        awaitSaved(booking);
        read();
        google.own.put(
                made.id(),
                new GoogleOwnEvent(made.id(), true, made.startsAt(), made.endsAt(), made.title(), made.mark(), "gone"));

        read();
        read();

        assertThat(conflict("not-in-google", booking).isMissingNode()).isFalse();
        toGoogle(booking, core.tony());
        awaitOwn(booking, at(11), false);
        awaitSaved(booking);
        read();
        read();
        assertThat(conflict("not-in-google", booking).isMissingNode()).isTrue();
    }

    @Test
    void anIdThatCanNeverBeUsedAgainIsFollowedByTheNext() {
        long booking = booked("Di", "Voss", at(13));
        GoogleOwnEvent made = awaitOwn(booking, at(13), false);
        awaitSaved(booking);
        google.purge(made.id());

        toGoogle(booking, core.tony());

        SomeCore.await(() ->
                ownOf(booking).filter(event -> !event.id().equals(made.id())).count() == 1);
    }

    @Test
    void aRemovedOneOfWhichOnlyItsIdIsLeftIsFollowedByTheNext() {
        long booking = booked("Fay", "Moss", at(14));
        GoogleOwnEvent made = awaitOwn(booking, at(14), false);
        awaitSaved(booking);
        google.own.put(made.id(), new GoogleOwnEvent(made.id(), true, null, null, null, null, null));

        toGoogle(booking, core.tony());

        SomeCore.await(() -> ownOf(booking)
                        .filter(event -> !event.id().equals(made.id()) && !event.cancelled())
                        .count()
                == 1);
        awaitSaved(booking);
    }

    @Test
    void aWriteWhoseAnswerGotLostIsNotMadeTwice() {
        core.sync.calls.computeIfPresent("google/event/put", (call, put) -> order -> {
            ProviderAnswer<?> lost = put.apply(order);
            assertThat(lost.outcome()).isEqualTo(ProviderOutcome.OK);
            return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "timed-out");
        });
        int writes = google.writes;
        long booking = booked("Eli", "Stone", at(9));
        SomeCore.await(() -> google.writes == writes + 1);
        SomeCore.await(() -> "google.timed-out".equals(causeOf(booking)));
        SomeGoogle.answersIn(core.sync, google);

        hurryOutbox();
        awaitSaved(booking);

        assertThat(google.writes).isEqualTo(writes + 1);
        assertThat(ownOf(booking)).hasSize(1);
    }

    @Test
    void overlappingSessionsBusyTimesAndHoursAreTold() {
        long one = booked("Fay", "Night", at(17));
        long other = booked("Gil", "Brook", at(17).plus(20, ChronoUnit.MINUTES));
        google.busy("dentist", at(17), at(18));
        read();
        core.post(
                "/api/calendar/7/hours",
                core.tony(),
                Map.of(
                        "hours",
                        List.of(Map.of(
                                "weekday", day.getDayOfWeek().getValue(), "fromMinute", 540, "untilMinute", 1020)),
                        "version",
                        plan().path("version").asLong()));

        assertThat(conflict("double-booking", one).path("otherBookingId").asLong())
                .isEqualTo(other);
        assertThat(conflict("on-busy", one).isMissingNode()).isFalse();
        assertThat(conflict("outside-hours", other).isMissingNode()).isFalse();
    }

    @Test
    void practitionersSeeTheirOwnCalendarsAndOthersAreNotThere() {
        long booking = booked("Hal", "Dune", at(12));

        assertThat(calendar(practitioner(DANAS)).path("calendars").size()).isEqualTo(1);
        assertThat(calendar(practitioner(12)).path("calendars").size()).isZero();
        assertThat(core.get(path() + "&calendar=7", practitioner(12)).statusCode())
                .isEqualTo(404);
        assertThat(toGoogle(booking, practitioner(12)).statusCode()).isEqualTo(404);
        assertThat(toGoogle(booking, practitioner(DANAS)).statusCode()).isEqualTo(202);
        assertThat(core.get("/api/calendar?from=2026-01-01&until=2027-01-01", core.tony())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPushHasTheCalendarReadSoon() {
        google.busy("pushed", at(8), at(9));

        core.append(List.of(
                new Delivery(UUID.randomUUID(), "google", Clock.systemUTC().instant(), "changed", "7", "", null)));

        SomeCore.await(() -> column().path("busy").size() == 1);
    }

    @Test
    void aWithdrawnPermissionIsUnknownAndNotFreeAndAllComesRightAfterwards() {
        google.busy("before", at(8), at(9));
        read();
        for (String call : List.of("google/events", "google/event", "google/event/put")) {
            core.sync.fails(call, ProviderOutcome.REFUSED_PERMISSION, "forbidden");
        }
        long booking = booked("Ida", "Frost", at(10));
        read();

        assertThat(column().path("google").path("state").asString()).isEqualTo("action-needed");
        assertThat(column().path("google").path("causeKey").asString()).isEqualTo("google.forbidden");
        SomeCore.await(() -> "not-saved".equals(session(booking).path("google").asString()));
        assertThat(session(booking).path("causeKey").asString()).isEqualTo("google.forbidden");

        SomeGoogle.answersIn(core.sync, google);
        readAll();
        awaitOwn(booking, at(10), false);
        assertThat(column().path("google").path("state").asString()).isEqualTo("on-time");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(ProviderOutcome.REFUSED_TOKEN, "token-refused"),
                Arguments.of(ProviderOutcome.RETRY_LATER, "rate-limited"),
                Arguments.of(ProviderOutcome.RETRY_LATER, "usage-limit"),
                Arguments.of(ProviderOutcome.REFUSED_PERMISSION, "permission-withdrawn"),
                Arguments.of(ProviderOutcome.GONE, "not-found"),
                Arguments.of(ProviderOutcome.GONE, "deleted"),
                Arguments.of(ProviderOutcome.CHANGED, "duplicate"),
                Arguments.of(ProviderOutcome.CHANGED, "changed-meanwhile"),
                Arguments.of(ProviderOutcome.UNCLEAR, "server-error"),
                Arguments.of(ProviderOutcome.UNCLEAR, "timed-out"),
                Arguments.of(ProviderOutcome.UNCLEAR, "bad-content"),
                Arguments.of(ProviderOutcome.BAD_REQUEST, "bad-request"),
                Arguments.of(ProviderOutcome.REFUSED_TOKEN, "clock-off"),
                Arguments.of(ProviderOutcome.REFUSED_TOKEN, "credentials-refused"));
    }

    /** Each way to fail, of reads and of writes whose effect is there or is not: afterwards all is as Google has it. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void whateverGoesWrongNothingIsLostAndNothingIsThereTwice(ProviderOutcome outcome, String cause) {
        google.busy("kept", at(8), at(9));
        read();
        google.busy("new", at(9), at(10));
        core.sync.fails("google/events", outcome, cause);
        boolean takesEffect = outcome == ProviderOutcome.UNCLEAR;
        core.sync.calls.computeIfPresent("google/event/put", (call, put) -> order -> {
            ProviderAnswer<?> lost = takesEffect ? put.apply(order) : null;
            return lost == null || lost.outcome() == ProviderOutcome.OK
                    ? ProviderAnswer.failed(outcome, null, cause)
                    : lost;
        });
        long booking = booked("Jo", "Lark", at(18));
        read();
        assertThat(count("google_event WHERE calendar_id = 7 AND booking_id IS NULL AND busy"))
                .isPositive();
        SomeCore.await(() -> causeOf(booking) != null);

        SomeGoogle.answersIn(core.sync, google);
        core.jdbc().sql("UPDATE source_state SET resting_until = NULL").update();
        hurryOutbox();
        readAll();
        hurryOutbox();
        awaitOwn(booking, at(18), false);
        awaitSaved(booking);
        read();
        read();

        assertThat(ownOf(booking)).hasSize(1);
        assertThat(column().path("busy").size()).isEqualTo(2);
        assertThat(conflict("not-in-google", booking).isMissingNode()).isTrue();
    }

    @Test
    void noTitleOfAnybodysIsEverStored() {
        // Not even a lying sync could put one there: the record it answers with has no room for it.
        assertThat(Stream.of(GoogleEvent.class.getRecordComponents()).map(component -> component.getName()))
                .containsExactlyInAnyOrder("id", "cancelled", "startsAt", "endsAt", "allDay", "busy", "tentative");
        assertThat(GoogleEventsPage.class.getRecordComponents()).hasSize(4);
    }

    private Instant at(int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private void read() {
        core.bean(ReadsByHand.class).one(DANAS);
    }

    private void readAll() {
        core.bean(ReadsByHand.class).all();
    }

    private long booked(String first, String last, Instant start) {
        long booking = ++id;
        move(booking, first, last, start);
        return booking;
    }

    private void move(long booking, String first, String last, Instant start) {
        core.sync.acuity.put(
                booking,
                appointment(booking)
                        .named(first, last)
                        .reachedBy("p" + booking + "@example.org", null)
                        .at(start)
                        .build());
        core.hook("changed", booking);
        core.awaitQuiet();
    }

    private Stream<GoogleOwnEvent> ownOf(long booking) {
        return google.own.values().stream()
                .filter(event -> Long.toString(booking).equals(event.mark()));
    }

    private GoogleOwnEvent awaitOwn(long booking, Instant start, boolean cancelled) {
        SomeCore.await(() ->
                ownOf(booking).anyMatch(event -> event.cancelled() == cancelled && start.equals(event.startsAt())));
        return ownOf(booking)
                .filter(event -> event.cancelled() == cancelled)
                .findFirst()
                .orElseThrow();
    }

    private void awaitSaved(long booking) {
        SomeCore.await(() -> "saved".equals(session(booking).path("google").asString()));
    }

    private @Nullable String causeOf(long booking) {
        JsonNode cause = session(booking).path("causeKey");
        return cause.isString() ? cause.asString() : null;
    }

    private void hurryOutbox() {
        core.jdbc()
                .sql("UPDATE outbox SET next_try_at = now() - interval '1 second'")
                .update();
    }

    private String path() {
        return "/api/calendar?from=" + day + "&until=" + day.plusDays(1);
    }

    private JsonNode calendar(String token) {
        return core.json(core.get(path(), token));
    }

    private JsonNode column() {
        return Objects.requireNonNull(
                core.json(core.get(path() + "&calendar=7", core.tony()))
                        .path("calendars")
                        .get(0),
                "no calendar");
    }

    private JsonNode session(long booking) {
        return find(column().path("sessions"), "id", booking);
    }

    private JsonNode conflict(String kind, long booking) {
        return column().path("conflicts")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind)
                        && one.path("bookingId").asLong() == booking)
                .findFirst()
                .orElse(column().path("none"));
    }

    private static JsonNode find(JsonNode all, String field, long value) {
        return all.valueStream()
                .filter(one -> one.path(field).asLong() == value)
                .findFirst()
                .orElse(all.path("none"));
    }

    private HttpResponse<String> toGoogle(long booking, String token) {
        return core.post("/api/calendar/sessions/" + booking + "/google", token, Map.of());
    }

    private String practitioner(long calendar) {
        return core.user(DANA, "practitioner", List.of(calendar));
    }

    private long count(String from) {
        return core.jdbc().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
