package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZoomParticipant;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunsPage;
import hotleads.core.connections.Schedules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** From a session that ended to what the list and the person's page say of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoomAttendanceTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final long DANAS = 7;
    private static final String HOST = "dana@practice.example";

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final List<ZoomRun> runs = new CopyOnWriteArrayList<>();
    private final Map<String, List<ZoomParticipant>> inside = new ConcurrentHashMap<>();
    private SomeCore core;
    private long id = 70_000;
    private int failures;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.auth.zoomHosts.put(DANAS, HOST);
        core.start();
        core.awaitOnTime();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void zoomAnswers() {
        runs.clear();
        inside.clear();
        core.sync.answers("zoom/token", "some-token".getBytes(StandardCharsets.UTF_8));
        core.sync.calls.put(
                "zoom/runs",
                order -> ProviderAnswer.of(new ZoomRunsPage(
                        runs.stream()
                                .filter(run -> order.path("query").path("alone").asBoolean() == run.people() < 2)
                                .toList(),
                        null,
                        0)));
        core.sync.calls.put("zoom/participants", order -> {
            List<ZoomParticipant> rows =
                    inside.get(order.path("query").path("uuid").asString());
            return rows == null
                    ? ProviderAnswer.failed(ProviderOutcome.GONE, null, "not-found")
                    : ProviderAnswer.of(new ZoomParticipantsPage(rows, null, 0));
        });
        rested();
    }

    @Test
    void whoWasThereIsSaidToHaveBeen() {
        Instant start = now.minus(Duration.ofHours(3));
        String person = booked(start, "Ana", "Planted-Joined");
        met(start, guest("Ana Planted-Joined", start, 0, 50));

        fetch();

        JsonNode session = session(person);
        assertThat(session.path("state").asString()).isEqualTo("attended");
        assertThat(session.path("rung").asString()).isEqualTo("name");
        assertThat(session.path("presentMinutes").asInt()).isEqualTo(50);
        assertThat(rules(person)).doesNotContain("B3");
    }

    @Test
    void aLonePractitionerMakesAnUnconfirmedReason() {
        Instant start = now.minus(Duration.ofHours(5));
        String person = booked(start, "Bea", "Planted-Alone");
        alone(start, 17);

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("unconfirmed");
        JsonNode reason = reason(person, "B3");
        assertThat(reason.path("tenths").asInt()).isBetween(100, 120);
        assertThat(reason.path("sentence").path("values").path("confirmedBy").asString())
                .isEqualTo("nobody");
    }

    @Test
    void whatHooksToldMeanwhileConfirmsIt() {
        Instant start = now.minus(Duration.ofHours(7));
        String person = booked(start, "Cai", "Planted-Hooked");
        String uuid = alone(start, 17);
        core.append(List.of(
                hook("meeting.started", uuid, start, ""),
                hook(
                        "meeting.participant_joined",
                        uuid,
                        start,
                        ",\"participant\":{\"id\":\"dana-id\",\"user_name\":\"Planted-Dana\"}"),
                hook("meeting.ended", uuid, start.plusSeconds(1_020), "")));
        SomeCore.await(() -> told(uuid) == 3);

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("missed");
        assertThat(reason(person, "B3")
                        .path("sentence")
                        .path("values")
                        .path("confirmedBy")
                        .asString())
                .isEqualTo("two-facts");
    }

    @Test
    void aHookTwiceIsOneAndOneThatMakesNoSenseHoldsUpNoOther() {
        Delivery once = hook("meeting.started", "some-run==", now, "");
        core.append(List.of(
                once,
                new Delivery(
                        UUID.randomUUID(),
                        "zoom",
                        now,
                        "meeting.started",
                        null,
                        Base64.getEncoder().encodeToString(new byte[] {1, 2}),
                        null)));
        core.append(List.of(
                hook("meeting.started", "\\u0000", now, ""),
                hook("meeting.started", "\\ud800", now, ""),
                once,
                hook("meeting.ended", "some-run==", now, "")));

        SomeCore.await(() -> told("some-run==") == 2);
        assertThat(told("some-run==")).isEqualTo(2);
    }

    @Test
    void nothingIsMissedWhileTheListMayStillGrow() {
        Instant start = now.minus(Duration.ofMinutes(62));
        String person = booked(start, "Dot", "Planted-Soon");
        runs.add(new ZoomRun("soon==", 9, start, start.plusSeconds(3_000), 1));

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("not-fetched");
        assertThat(rules(person)).doesNotContain("B3");
        runs.clear();
        met(start, "soon==", guest("Dot Planted-Soon", start, 0, 50));
        dueAgain();
        fetch();
        assertThat(session(person).path("state").asString()).isEqualTo("attended");
    }

    @Test
    void aListThatIsNotThereYetSaysNothing() {
        Instant start = now.minus(Duration.ofHours(9));
        String person = booked(start, "Eli", "Planted-Late");
        runs.add(new ZoomRun("late==", 9, start, start.plusSeconds(3_000), 2));

        fetch();

        assertThat(session(person).path("state").asString()).isIn("not-on-zoom", "not-fetched");
        assertThat(rules(person)).doesNotContain("B3");
    }

    @Test
    void aPersonsWordHoldsWhateverIsFetchedAfterwards() {
        Instant start = now.minus(Duration.ofHours(11));
        String person = booked(start, "Flo", "Planted-Word");
        String uuid = alone(start, 20);
        fetch();
        assertThat(rules(person)).contains("B3");

        assertThat(say(person, true, core.tony()).statusCode()).isEqualTo(201);
        assertThat(rules(person)).doesNotContain("B3");
        runs.removeIf(run -> run.uuid().equals(uuid));
        runs.add(new ZoomRun(uuid, 9, start, start.plusSeconds(1_500), 1));
        dueAgain();
        fetch();

        JsonNode session = session(person);
        assertThat(session.path("state").asString()).isEqualTo("attended");
        assertThat(session.path("by").asString()).isEqualTo("person");
        assertThat(session.path("said").path("seen").asString()).isEqualTo("unconfirmed");
        assertThat(rules(person)).doesNotContain("B3");
        assertThat(say(person, false, core.tony()).statusCode()).isEqualTo(201);
        assertThat(reason(person, "B3")
                        .path("sentence")
                        .path("values")
                        .path("confirmedBy")
                        .asString())
                .isEqualTo("person");
        assertThat(session(person).path("saidBefore").asInt()).isEqualTo(1);
    }

    @Test
    void aPractitionerSaysItOfTheirOwnAndOfNobodyElse() {
        Instant start = now.minus(Duration.ofHours(13));
        String own = booked(start, "Gus", "Planted-Own");
        long session = id;
        String others = booked(start, "Hal", "Planted-Others", 12);
        String dana = core.user(DANA, "practitioner", List.of(DANAS));

        assertThat(say(own, session, true, dana).statusCode()).isEqualTo(201);
        assertThat(core.post(
                                "/api/people/" + others + "/attendance",
                                dana,
                                Map.of("bookingId", 1, "came", true, "recordVersion", 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(core.get("/api/people/" + others, dana).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsUnclearIsOnThePractitionersDayUntilItIsSaid() {
        Instant start = now.minus(Duration.ofHours(15));
        String alone = booked(start, "Una", "Planted-Unclear");
        long session = id;
        alone(start, 17);
        Instant other = now.minus(Duration.ofHours(17));
        booked(other, "Vic", "Planted-Came");
        long clear = id;
        met(other, guest("Vic Planted-Came", other, 0, 50));
        fetch();
        String dana = core.user(DANA, "practitioner", List.of(DANAS));

        assertThat(toConfirm(dana)).contains(session).doesNotContain(clear);
        assertThat(toConfirm(core.user(UUID.randomUUID(), "practitioner", List.of(12L))))
                .doesNotContain(session);
        assertThat(core.get("/api/today/attendance", core.tony()).statusCode()).isEqualTo(403);

        assertThat(say(alone, session, false, dana).statusCode()).isEqualTo(201);

        assertThat(toConfirm(dana)).doesNotContain(session);
        assertThat(reason(alone, "B3")
                        .path("sentence")
                        .path("values")
                        .path("confirmedBy")
                        .asString())
                .isEqualTo("person");
    }

    private List<Long> toConfirm(String token) {
        List<Long> bookings = new ArrayList<>();
        core.json(core.get("/api/today/attendance", token))
                .get("items")
                .forEach(one -> bookings.add(one.get("bookingId").asLong()));
        return bookings;
    }

    @Test
    void whatIsNotASessionOfTheirsCannotBeSaid() {
        String person = booked(now.plus(Duration.ofDays(3)), "Ida", "Planted-Ahead");

        assertThat(say(person, id, false, core.tony()).statusCode()).isEqualTo(422);
        assertThat(say(person, 5, false, core.tony()).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED_TOKEN,credentials-refused,action-needed",
        "REFUSED_TOKEN,token-refused,action-needed",
        "REFUSED_PERMISSION,forbidden,action-needed",
        "REFUSED_PERMISSION,scope-missing,action-needed",
        "GONE,unknown-host,",
        "CHANGED,changed,",
        "RETRY_LATER,rate-limited,",
        "BAD_REQUEST,page-token,",
        "BAD_REQUEST,wrong-address,",
        "UNCLEAR,server-error,",
        "UNCLEAR,timed-out,",
        "UNCLEAR,bad-content,",
        "UNCLEAR,too-large,"
    })
    void aProviderThatFailsClaimsNothingAndWhatWasThereIsFoundAfterwards(
            ProviderOutcome outcome, String cause, @Nullable String state) {
        // Two hours apart: rooms of one practitioner must not touch.
        Instant start = now.minus(Duration.ofHours(60 + 2 * failures++));
        String person = booked(start, "Jo", "Planted-" + cause);
        met(start, guest("Jo Planted-" + cause, start, 0, 50));
        core.sync.fails("zoom/runs", outcome, cause);

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("not-fetched");
        assertThat(rules(person)).doesNotContain("B3");
        if (state != null) {
            assertThat(core.json(core.get("/api/people/" + person + "/attendance", core.tony()))
                            .path("sourceState")
                            .asString())
                    .isEqualTo(state);
        }
        List<ZoomRun> there = new ArrayList<>(runs);
        Map<String, List<ZoomParticipant>> rows = Map.copyOf(inside);
        zoomAnswers();
        runs.addAll(there);
        inside.putAll(rows);
        dueAgain();
        fetch();
        assertThat(session(person).path("state").asString()).isEqualTo("attended");
    }

    @Test
    void listsWithoutAnythingWhereSessionsWereMarkWhatStandsOnZoomUntilSomethingComes() {
        Instant start = now.minus(Duration.ofHours(51));
        String person = booked(start, "Xena", "Planted-Hatched");
        alone(start, 17);
        fetch();
        assertThat(reason(person, "B3").path("sourceLate").asBoolean()).isFalse();
        runs.clear();
        dueAgain();

        fetch();

        SomeCore.await(() -> reason(person, "B3").path("sourceLate").asBoolean());
        assertThat(connection().path("state").asString()).isEqualTo("late");
        assertThat(connection().path("causeKey").asString()).isEqualTo("zoom.brought-nothing");
        // Nobody is due: that nothing comes then is nothing to go by.
        fetch();
        assertThat(reason(person, "B3").path("sourceLate").asBoolean()).isTrue();

        alone(start, 17);
        dueAgain();
        fetch();

        SomeCore.await(() -> !reason(person, "B3").path("sourceLate").asBoolean());
        assertThat(connection().path("state").asString()).isNotEqualTo("late");
    }

    @Test
    void aSessionThatIsJustOverMayNotBeListedYet() {
        Instant start = now.minus(Duration.ofMinutes(60));
        booked(start, "Yan", "Planted-JustOver");

        fetch();

        assertThat(connection().path("causeKey").isMissingNode()).isTrue();
    }

    @Test
    void aHostThatZoomDoesNotKnowIsAPersonsToCorrectAndKeepsNobodyElseUnfetched() {
        Instant start = now.minus(Duration.ofHours(54));
        String person = booked(start, "Zoe", "Planted-Unknown");
        met(start, guest("Zoe Planted-Unknown", start, 0, 50));
        core.sync.fails("zoom/runs", ProviderOutcome.GONE, "unknown-host");

        fetch();

        assertThat(connection().path("state").asString()).isEqualTo("action-needed");
        assertThat(connection().path("causeKey").asString()).isEqualTo("zoom.unknown-host");
        assertThat(core.json(core.get("/api/people/" + person + "/attendance", core.tony()))
                        .path("sourceState")
                        .asString())
                .as("of all the others")
                .isEqualTo("on-time");
        List<ZoomRun> there = new ArrayList<>(runs);
        Map<String, List<ZoomParticipant>> rows = Map.copyOf(inside);
        zoomAnswers();
        runs.addAll(there);
        inside.putAll(rows);
        dueAgain();

        fetch();

        assertThat(connection().path("causeKey").isMissingNode()).isTrue();
        assertThat(session(person).path("state").asString()).isEqualTo("attended");
    }

    private JsonNode connection() {
        return core.json(core.get("/api/connections", core.tony()))
                .path("items")
                .valueStream()
                .filter(one -> one.path("source").asString().equals("zoom"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSamePageAgainAndAgainIsNoList() {
        Instant start = now.minus(Duration.ofHours(30));
        String person = booked(start, "Kim", "Planted-Pages");
        core.sync.calls.put(
                "zoom/runs",
                order -> ProviderAnswer.of(new ZoomRunsPage(
                        List.of(new ZoomRun("page==", 9, start, start.plusSeconds(900), 1)), "the-same", 0)));

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("not-fetched");
    }

    @Test
    void pagesAreReadToTheirEnd() {
        Instant start = now.minus(Duration.ofHours(32));
        String person = booked(start, "Lou", "Planted-Second");
        met(start, "second==", guest("Lou Planted-Second", start, 0, 50));
        core.sync.calls.put("zoom/runs", order -> {
            boolean second = order.path("query").path("pageToken").isString();
            boolean alone = order.path("query").path("alone").asBoolean();
            return ProviderAnswer.of(new ZoomRunsPage(
                    second && !alone ? List.copyOf(runs) : List.of(), second || alone ? null : "more", 0));
        });

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("attended");
    }

    @Test
    void whereReportsAreNotAllowedTheListIsAskedForElsewhere() {
        Instant start = now.minus(Duration.ofHours(34));
        String person = booked(start, "Mia", "Planted-Plan");
        met(start, "plan==", guest("Mia Planted-Plan", start, 0, 50));
        core.sync.calls.put(
                "zoom/participants",
                order -> order.path("query").path("withoutReports").asBoolean()
                        ? ProviderAnswer.of(new ZoomParticipantsPage(inside.getOrDefault("plan==", List.of()), null, 0))
                        : ProviderAnswer.failed(ProviderOutcome.REFUSED_PERMISSION, null, "scope-missing"));

        fetch();

        assertThat(session(person).path("state").asString()).isEqualTo("attended");
    }

    @Test
    void namesOfParticipantsAreNowhereInTheOpen() {
        Instant start = now.minus(Duration.ofHours(36));
        booked(start, "Nia", "Planted-Sealed");
        met(start, guest("Planted-Stranger", start, 0, 50));
        fetch();

        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM source_observation WHERE position('Planted'::bytea in content) > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aGuestKnownByAnotherRecordIsWhoTheyAreOnceThatIsJoinedAndAStrangerWhenItIsPartedAgain() {
        Instant start = now.minus(Duration.ofHours(42));
        String person = booked(start, "Pat", "Planted-Part");
        long session = id;
        met(start, signedIn("tablet", "pat.other@example.org", start, 50));
        fetch();
        assertThat(session(person).path("state").asString()).isEqualTo("someone-joined");
        recordOf(session, "Patricia", "pat.other@example.org", "(212) 555-0142");
        String pair = pairOf(session, id);

        decide(pair, "same", 0);
        awaitState(person, "attended");
        assertThat(session(person).path("rung").asString()).isEqualTo("email");

        decide(pair, "different", 1);
        awaitState(person, "someone-joined");
        decide(pair, "same", 2);
        awaitState(person, "attended");
    }

    @Test
    void aRecordThatIsTheirsByItselfTellsWhoTheGuestWasUntilItIsSplitOff() {
        Instant start = now.minus(Duration.ofHours(45));
        String person = booked(start, "Quinn", "Planted-Own", "(212) 555-0145");
        met(start, signedIn("tablet", "quinn.other@example.org", start, 50));
        fetch();
        assertThat(session(person).path("state").asString()).isEqualTo("someone-joined");

        recordOf(id, "Quinn", "quinn.other@example.org", "(212) 555-0145");
        awaitState(person, "attended");

        assertThat(core.post("/api/people/" + person + "/records/" + identityOf(id) + "/split", core.tony(), Map.of())
                        .statusCode())
                .isEqualTo(204);
        awaitState(person, "someone-joined");
    }

    @Test
    void whoseDetailsAGuestTellsIsNoOtherWhoWasDueInThatRoom() {
        // The guest gives a name that two may be called by, of whom the other comes next.
        Instant start = now.minus(Duration.ofHours(48));
        String person = booked(start, "Robin", "Planted-Here");
        long here = id;
        booked(start.plus(Duration.ofMinutes(60)), "Robin", "Planted-Next");
        met(start, guest("Robin", start, 0, 50));
        fetch();
        assertThat(session(person).path("state").asString()).isEqualTo("someone-joined");
        String pair = pairOf(here, id);

        decide(pair, "same", 0);
        SomeCore.await(() -> stateOf(here).equals("attended"));

        decide(pair, "different", 1);
        SomeCore.await(() -> stateOf(here).equals("someone-joined"));
    }

    private void awaitState(String person, String state) {
        SomeCore.await(() -> session(person).path("state").asString().equals(state));
    }

    private String stateOf(long booking) {
        return core.jdbc()
                .sql("SELECT state FROM attendance WHERE booking_id = ?")
                .param(booking)
                .query(String.class)
                .single();
    }

    /** A cancelled booking of long ago: nothing but a record of somebody. */
    private void recordOf(long session, String first, String email, @Nullable String phone) {
        String last = core.json(core.get("/api/people/" + personOf(session), core.tony()))
                .path("name")
                .asString()
                .split(" ")[1];
        id++;
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named(first, last)
                        .reachedBy(email, phone)
                        .at(now.minus(Duration.ofDays(40)))
                        .in(DANAS)
                        .cancelled()
                        .build());
        core.hook("canceled", id);
        core.awaitQuiet();
    }

    private UUID personOf(long booking) {
        return of("SELECT person_id FROM booking WHERE id = ?", booking);
    }

    private UUID identityOf(long booking) {
        return of("SELECT identity_id FROM booking WHERE id = ?", booking);
    }

    private UUID of(String sql, long booking) {
        return core.jdbc().sql(sql).param(booking).query(UUID.class).single();
    }

    private String pairOf(long one, long other) {
        UUID pair = UUID.randomUUID();
        core.jdbc()
                .sql(
                        "INSERT INTO match_candidate (id, identity_a, identity_b, state, created_at) VALUES (?, ?, ?, 'weak', now())")
                .params(pair, identityOf(one), identityOf(other))
                .update();
        return pair.toString();
    }

    private void decide(String pair, String verdict, int seen) {
        assertThat(core.post(
                                "/api/matches/" + pair + "/decision",
                                core.tony(),
                                Map.of("verdict", verdict, "decisions", seen))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aSweepFindsWhatZoomToldLaterAndHasItReadAgain() {
        // What other tests had Zoom say is no longer there: theirs are not compared.
        core.jdbc()
                .sql("UPDATE attendance_look SET next_at = now() + interval '1 hour'")
                .update();
        Instant start = now.minus(Duration.ofDays(6));
        booked(start, "Sia", "Planted-Same");
        met(start, "sweep-same==", guest("Sia Planted-Same", start, 0, 50));
        Instant later = start.plus(Duration.ofHours(3));
        String longer = booked(later, "Tom", "Planted-Longer");
        met(later, "sweep-longer==", guest("Tom Planted-Longer", later, 0, 20));
        Instant last = start.plus(Duration.ofHours(6));
        String unheard = booked(last, "Uma", "Planted-Unheard");
        Instant gone = start.plus(Duration.ofHours(9));
        booked(gone, "Vic", "Planted-Gone");
        met(gone, "sweep-gone==", guest("Vic Planted-Gone", gone, 0, 50));
        fetch();
        assertThat(session(unheard).path("state").asString()).isEqualTo("not-on-zoom");
        runs.removeIf(run -> run.uuid().equals("sweep-longer==") || run.uuid().equals("sweep-gone=="));
        runs.add(new ZoomRun("sweep-longer==", 9, later, later.plusSeconds(3_600), 2));
        inside.put("sweep-longer==", List.of(guest("Tom Planted-Longer", later, 0, 55)));
        met(last, "sweep-unheard==", guest("Uma Planted-Unheard", last, 0, 50));

        assertThat(compared()).containsExactly(1, 1, 1, 1);

        assertThat(session(unheard).path("state").asString()).isEqualTo("attended");
        assertThat(session(longer).path("presentMinutes").asInt()).isEqualTo(50);
        // What Zoom lists no more was there all the same; all else is as Zoom has it.
        assertThat(compared()).containsExactly(3, 0, 0, 1);
    }

    /** Same, missing, different and extra, among runs of this test alone. */
    private List<Integer> compared() {
        int before = sweeps();
        assertThat(core.post("/api/connections/zoom/sweep", core.tony(), Map.of())
                        .statusCode())
                .isEqualTo(202);
        SomeCore.await(() -> sweeps() > before);
        JsonNode report = core.json(core.get("/api/connections/sweeps", core.tony()))
                .path("items")
                .path(0);
        assertThat(report.path("state").asString()).isEqualTo("whole");
        return List.of(
                report.path("same").asInt(),
                report.path("missing").asInt(),
                report.path("different").asInt(),
                report.path("extra").asInt());
    }

    private int sweeps() {
        return core.jdbc()
                .sql("SELECT count(*) FROM fetch_run WHERE kind = 'sweep' AND finished_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasJudgedComesBackEqual() {
        Instant start = now.minus(Duration.ofHours(40));
        String person = booked(start, "Ola", "Planted-Again");
        met(start, guest("Ola Planted-Again", start, 12, 50));
        fetch();
        assertThat(session(person).path("state").asString()).isEqualTo("late");
        List<String> before = judged();
        core.database.execute("TRUNCATE core.zoom_run, core.attendance");

        String rebuild = core.json(core.post("/api/rebuilds", core.tony(), Map.of()))
                .path("id")
                .asString();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT state FROM rebuild WHERE id = ?::uuid")
                .param(rebuild)
                .query(String.class)
                .single()
                .equals("done"));

        assertThat(before).isNotEmpty();
        assertThat(judged()).isEqualTo(before);
    }

    private List<String> judged() {
        return core.jdbc()
                .sql("SELECT a::text AS row FROM attendance a UNION ALL SELECT z::text FROM zoom_run z ORDER BY row")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void fetch() {
        int before = finished();
        SomeCore.await(() -> {
            core.bean(Schedules.class).runNow("fetch-zoom");
            return finished() > before;
        });
    }

    private int finished() {
        return core.jdbc()
                .sql("SELECT count(*) FROM fetch_run WHERE source = 'zoom' AND finished_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private void rested() {
        core.jdbc()
                .sql(
                        "UPDATE source_state SET resting_until = NULL, cause = NULL, failing_since = NULL, nothing_since = NULL WHERE source = 'zoom'")
                .update();
    }

    private void dueAgain() {
        core.jdbc()
                .sql("UPDATE attendance_look SET next_at = now() - interval '1 minute'")
                .update();
    }

    private int told(String uuid) {
        return core.jdbc()
                .sql("SELECT count(*) FROM zoom_hook h JOIN source_record r ON r.id = h.run_id WHERE r.key = ?")
                .param(uuid)
                .query(Integer.class)
                .single();
    }

    private static Delivery hook(String event, String uuid, Instant at, String more) {
        String body = "{\"event\":\"" + event + "\",\"event_ts\":" + at.toEpochMilli()
                + ",\"payload\":{\"object\":{\"id\":\"9\",\"uuid\":\"" + uuid + "\",\"host_id\":\"dana-id\"" + more
                + "}}}";
        return new Delivery(
                UUID.randomUUID(),
                "zoom",
                Clock.systemUTC().instant(),
                event,
                null,
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private String alone(Instant start, int minutes) {
        String uuid = "alone-" + start.getEpochSecond() + "==";
        runs.add(new ZoomRun(uuid, 9, start, start.plusSeconds(60L * minutes), 1));
        return uuid;
    }

    private void met(Instant start, ZoomParticipant guest) {
        met(start, "run-" + start.getEpochSecond() + "==", guest);
    }

    private void met(Instant start, String uuid, ZoomParticipant guest) {
        runs.add(new ZoomRun(uuid, 9, start, start.plusSeconds(3_000), 2));
        inside.put(
                uuid,
                List.of(
                        new ZoomParticipant(
                                "dana-id", "Planted-Dana", HOST, null, start, start.plusSeconds(3_000), true),
                        guest));
    }

    private static ZoomParticipant guest(String name, Instant start, int from, int to) {
        return new ZoomParticipant(
                null, name, null, null, start.plusSeconds(60L * from), start.plusSeconds(60L * to), true);
    }

    private static ZoomParticipant signedIn(String name, String email, Instant start, int minutes) {
        return new ZoomParticipant(null, name, email, null, start, start.plusSeconds(60L * minutes), true);
    }

    private String booked(Instant start, String first, String last) {
        return booked(start, first, last, DANAS);
    }

    private String booked(Instant start, String first, String last, long calendar) {
        return booked(start, first, last, calendar, null);
    }

    private String booked(Instant start, String first, String last, String phone) {
        return booked(start, first, last, DANAS, phone);
    }

    private String booked(Instant start, String first, String last, long calendar, @Nullable String phone) {
        id++;
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named(first, last)
                        .reachedBy("c" + id + "@example.org", phone)
                        .at(start)
                        .in(calendar)
                        .build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id FROM booking WHERE id = ?")
                .param(id)
                .query(UUID.class)
                .single()
                .toString();
    }

    private java.net.http.HttpResponse<String> say(String person, boolean came, String token) {
        return say(person, id, came, token);
    }

    private java.net.http.HttpResponse<String> say(String person, long booking, boolean came, String token) {
        long version = core.json(core.get("/api/people/" + person, token))
                .path("recordVersion")
                .asLong();
        return core.post(
                "/api/people/" + person + "/attendance",
                token,
                Map.of("bookingId", booking, "came", came, "recordVersion", version));
    }

    private JsonNode session(String person) {
        return core.json(core.get("/api/people/" + person + "/attendance", core.tony()))
                .path("sessions")
                .path(0);
    }

    private List<String> rules(String person) {
        return reasons(person).stream()
                .map(reason -> reason.path("rule").asString())
                .toList();
    }

    private JsonNode reason(String person, String rule) {
        return reasons(person).stream()
                .filter(reason -> reason.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> reasons(String person) {
        return core.json(core.get("/api/leads/" + person, core.tony()))
                .path("lead")
                .path("reasons")
                .valueStream()
                .toList();
    }
}
