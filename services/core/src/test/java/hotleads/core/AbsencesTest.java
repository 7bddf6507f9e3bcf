package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.care.CareRound;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Practitioners who are away: who says so, and who is told of what waits for them meanwhile. */
class AbsencesTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final UUID OMAR = UUID.fromString("00000000-0000-4000-8000-0000000000a0");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TUESDAY = LocalDate.of(2030, 11, 26);
    private static final long DANAS = 7;
    private static final long OMARS = 12;

    private PracticeTime clock;
    private SomeCore core;
    private SomeClients clients;

    @BeforeEach
    void aTuesdayMorning() {
        core = new SomeCore();
        core.auth.practitioners.put(DANA, List.of(DANAS));
        core.auth.practitioners.put(OMAR, List.of(OMARS));
        core.auth.roles.put(DANA, "practitioner");
        core.auth.roles.put(OMAR, "practitioner");
        clock = PracticeTime.of(core);
        clock.moveTo(LocalDateTime.of(2030, 11, 26, 10, 0).atZone(ZONE).toInstant());
        core.start();
        core.awaitOnTime();
        clients = new SomeClients(core);
        core.job("watchCare").stop();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void whileTheirPractitionerIsAwayAdministratorsAreToldAtOnce() {
        away(dana(), null, TUESDAY, TUESDAY);
        lowAnswerOf(DANAS);
        lowAnswerOf(OMARS);

        look();

        assertThat(tonys()).hasSize(1);
        assertThat(tonys().get(0).get("why").asString()).isEqualTo("nobody-there");
    }

    @Test
    void whatCameBeforeTheyLeftIsToldOnTheirFirstDayAway() {
        away(dana(), null, TUESDAY.plusDays(1), TUESDAY.plusDays(9));
        clock.advance(Duration.ofHours(13));
        lowAnswerOf(DANAS);
        look();
        assertThat(tonys()).isEmpty();

        // Midnight of the practice.
        clock.advance(Duration.ofHours(1).plusMinutes(5));
        look();

        assertThat(tonys()).hasSize(1);
    }

    @Test
    void whoIsBackIsThere() {
        String absence = id(away(dana(), null, TUESDAY, TUESDAY.plusDays(5)));

        assertThat(end(absence, dana())).isEqualTo(204);
        lowAnswerOf(DANAS);
        look();

        assertThat(tonys()).isEmpty();
        assertThat(end(absence, dana())).isEqualTo(404);
    }

    @Test
    void anAbsenceIsOverTheDayAfterItsLast() {
        away(dana(), null, TUESDAY, TUESDAY);

        clock.advance(Duration.ofDays(1));
        lowAnswerOf(DANAS);
        look();

        assertThat(tonys()).isEmpty();
        assertThat(items(dana())).isEmpty();
    }

    @Test
    void whoLooksAfterTheSameCalendarIsThereForThem() {
        core.auth.practitioners.put(OMAR, List.of(DANAS, OMARS));
        away(dana(), null, TUESDAY, TUESDAY);

        lowAnswerOf(DANAS);
        look();

        assertThat(tonys()).isEmpty();
    }

    @Test
    void whomAnAdministratorAssignedIsThereForThemOrAway() {
        String person = lowAnswerOf(99);
        assign(person, OMAR);
        look();
        assertThat(tonys()).isEmpty();

        away(core.tony(), OMAR, TUESDAY, TUESDAY);
        look();

        assertThat(tonys()).hasSize(1);
    }

    @Test
    void whoseAccountNoLongerWorksIsNotThereEvenWhenAssigned() {
        String person = lowAnswerOf(99);
        assign(person, OMAR);
        core.auth.practitioners.remove(OMAR);

        look();

        assertThat(tonys()).hasSize(1);
    }

    @Test
    void practitionersSayItOfThemselvesAndSeeTheirOwnAlone() {
        String omars = id(away(core.tony(), OMAR, TUESDAY, TUESDAY.plusDays(1)));
        away(dana(), DANA, TUESDAY, TUESDAY.plusDays(1));

        assertThat(away(dana(), OMAR, TUESDAY, TUESDAY).statusCode()).isEqualTo(404);
        assertThat(end(omars, dana())).isEqualTo(404);
        assertThat(items(dana()))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.get("practitionerId").asString()).isEqualTo(DANA.toString()));
        assertThat(items(core.tony())).hasSize(2);
        assertThat(core.json(core.get("/api/absences", dana())).get("withoutAccount"))
                .isEmpty();
        assertThat(core.get("/api/absences", clients.token(clients.booked(DANAS, clock.now())))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void administratorsSayItOfPractitionersAlone() {
        assertThat(away(core.tony(), UUID.randomUUID(), TUESDAY, TUESDAY).statusCode())
                .isEqualTo(404);
        assertThat(away(core.tony(), null, TUESDAY, TUESDAY).statusCode()).isEqualTo(404);
        assertThat(items(core.tony())).isEmpty();
    }

    @Test
    void whoIsAwayIsOfferedForNothingAndASessionOfTheirsIsAConflict() {
        LocalDate sessions = TUESDAY.plusDays(2);
        clients.booked(DANAS, at(sessions, 12));
        clients.booked(OMARS, at(sessions, 12));
        String absence = id(away(dana(), null, TUESDAY.plusDays(1), TUESDAY.plusDays(3)));

        assertThat(daysAway(DANAS)).containsExactly("2030-11-27", "2030-11-28", "2030-11-29");
        assertThat(conflicts(DANAS)).containsExactly("outside-hours");
        assertThat(daysAway(OMARS)).isEmpty();
        assertThat(conflicts(OMARS)).isEmpty();

        // Back on the 28th: what was, was.
        clock.moveTo(at(sessions, 9));
        assertThat(end(absence, dana())).isEqualTo(204);

        assertThat(daysAway(DANAS)).containsExactly("2030-11-27");
        assertThat(conflicts(DANAS)).isEmpty();
    }

    @Test
    void ofAPractitionerWithoutAnAccountItIsToldByTheirCalendar() {
        clients.booked(99, at(TUESDAY.plusDays(1), 12));
        JsonNode without = core.json(core.get("/api/absences", core.tony())).get("withoutAccount");
        assertThat(without).hasSize(1);
        assertThat(without.get(0).get("calendarId").asLong()).isEqualTo(99);

        String absence = id(awayInCalendar(core.tony(), 99, TUESDAY, TUESDAY.plusDays(1)));

        assertThat(daysAway(99)).containsExactly("2030-11-26", "2030-11-27");
        assertThat(conflicts(99)).containsExactly("outside-hours");
        assertThat(items(core.tony()).get(0).get("practitioner").asString())
                .isEqualTo(without.get(0).get("practitioner").asString());
        assertThat(items(dana())).isEmpty();
        assertThat(awayInCalendar(dana(), 99, TUESDAY, TUESDAY).statusCode()).isEqualTo(404);
        assertThat(awayInCalendar(core.tony(), 98, TUESDAY, TUESDAY).statusCode())
                .isEqualTo(404);
        assertThat(core.post(
                                "/api/absences",
                                core.tony(),
                                Map.of(
                                        "practitionerId",
                                        DANA.toString(),
                                        "calendarId",
                                        99,
                                        "from",
                                        TUESDAY.toString(),
                                        "until",
                                        TUESDAY.toString()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(end(absence, dana())).isEqualTo(404);
        assertThat(end(absence, core.tony())).isEqualTo(204);
        assertThat(daysAway(99)).isEmpty();
    }

    @Test
    void whatWasToldOfTheirCalendarHoldsOfAPractitionerWhoGotAnAccountMeanwhile() {
        lowAnswerOf(DANAS);
        String absence = id(awayInCalendar(core.tony(), DANAS, TUESDAY, TUESDAY));

        look();

        assertThat(tonys()).hasSize(1);
        assertThat(end(absence, dana())).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-11-28, 2030-11-27, absence-backwards",
        "2030-11-20, 2030-11-25, absence-over",
        "2030-11-26, 2032-11-26, absence-too-long"
    })
    void aSlipOfTheHandIsRefused(LocalDate from, LocalDate until, String code) {
        HttpResponse<String> refused = away(dana(), null, from, until);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(core.json(refused).get("code").asString()).isEqualTo(code);
    }

    @Test
    void eachIsRecorded() {
        String absence = id(away(dana(), null, TUESDAY, TUESDAY));
        end(absence, core.tony());

        assertThat(core.jdbc()
                        .sql("""
                        SELECT act || ' ' || role FROM audit_entry
                        WHERE act LIKE 'absence.%' AND subject = ? ORDER BY id
                        """)
                        .param(DANA.toString())
                        .query(String.class)
                        .list())
                .containsExactly("absence.set practitioner", "absence.ended admin");
    }

    private HttpResponse<String> away(String token, @Nullable UUID practitioner, LocalDate from, LocalDate until) {
        Map<String, Object> wanted = new HashMap<>(Map.of("from", from.toString(), "until", until.toString()));
        if (practitioner != null) {
            wanted.put("practitionerId", practitioner.toString());
        }
        return core.post("/api/absences", token, wanted);
    }

    private HttpResponse<String> awayInCalendar(String token, long calendar, LocalDate from, LocalDate until) {
        return core.post(
                "/api/absences",
                token,
                Map.of("calendarId", calendar, "from", from.toString(), "until", until.toString()));
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private List<String> daysAway(long calendar) {
        return column(calendar)
                .get("daysAway")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> conflicts(long calendar) {
        return column(calendar)
                .get("conflicts")
                .valueStream()
                .map(one -> one.get("kind").asString())
                .filter("outside-hours"::equals)
                .toList();
    }

    private JsonNode column(long calendar) {
        return core.json(core.get(
                        "/api/calendar?from=" + TUESDAY + "&until=" + TUESDAY.plusDays(7) + "&calendar=" + calendar,
                        core.tony()))
                .get("calendars")
                .get(0);
    }

    private String id(HttpResponse<String> made) {
        assertThat(made.statusCode()).isEqualTo(201);
        return core.json(made).get("id").asString();
    }

    private int end(String absence, String token) {
        return core.post("/api/absences/" + absence + "/end", token, Map.of()).statusCode();
    }

    /** @return the person */
    private String lowAnswerOf(long calendar) {
        SomeClients.Client kim = clients.booked(calendar, clock.now().plus(Duration.ofDays(60)));
        clients.checkIn(kim, 2);
        return kim.person();
    }

    private void assign(String person, UUID practitioner) {
        long version = core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .get("recordVersion")
                .asLong();
        assertThat(core.post(
                                "/api/leads/" + person + "/practitioner",
                                core.tony(),
                                Map.of("practitioner", practitioner, "recordVersion", version))
                        .statusCode())
                .isEqualTo(201);
        core.awaitQuiet();
    }

    private JsonNode items(String token) {
        return core.json(core.get("/api/absences", token)).get("items");
    }

    private JsonNode tonys() {
        return core.json(core.get("/api/care", core.tony())).get("items");
    }

    private String dana() {
        return core.user(DANA, "practitioner", List.of(DANAS));
    }

    private void look() {
        CareRound.by(core.job("watchCare"));
    }
}
