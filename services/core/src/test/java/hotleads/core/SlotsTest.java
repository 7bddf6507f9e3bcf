package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityCalendar;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuitySessionType;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Times to offer someone who used to come on Tuesdays at half past three, while Dana is free at ten and then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlotsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime USUAL = LocalTime.of(15, 30);

    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZONE);
    private final LocalDate tuesday = today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    private final Set<Instant> taken = ConcurrentHashMap.newKeySet();
    private SomeCore core;
    private UUID person;

    @BeforeAll
    void start() {
        core = new SomeCore();
        for (int week = 1; week <= 3; week++) {
            core.sync.acuity.put(
                    (long) week,
                    appointment(week).at(at(tuesday.minusWeeks(week), USUAL)).build());
        }
        core.auth.googleAddresses.put(7L, "dana@practice.example");
        SomeGoogle.answersIn(core.sync);
        core.start();
        core.awaitOnTime();
        SomeCore.await(() -> !people().isEmpty());
        person = people().getFirst();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void danaIsFree() {
        taken.clear();
        core.sync.asked.clear();
        core.sync.answers("google/free-busy", List.of());
        core.sync.answers("catalogue", catalogue());
        core.sync.calls.put("free-dates", query -> ProviderAnswer.of(dates(query)));
        core.sync.calls.put("free-times", query -> ProviderAnswer.of(times(query)));
        core.sync.calls.put("time-check", query -> ProviderAnswer.of(!taken.contains(start(query))));
    }

    @Test
    void areTheUsualHourFirstEachConfirmedAndExplained() {
        JsonNode slots = slots();

        assertThat(slots.get("state").asString()).isEqualTo("loaded");
        assertThat(starts(slots))
                .containsExactly(at(tuesday, USUAL), at(tuesday.plusWeeks(1), USUAL), at(tuesday.plusWeeks(2), USUAL));
        JsonNode first = slots.get("items").get(0);
        assertThat(first.get("sentence").get("key").asString()).isEqualTo("slot.usual-hour");
        assertThat(first.get("sentence").get("values").get("startsAt").asString())
                .isEqualTo(at(tuesday, USUAL).toString());
        assertThat(first.get("practitioner").asString()).isEqualTo("Dana Planted-Practitioner");
        assertThat(first.get("bookable").asBoolean()).isTrue();
        assertThat(calls("time-check")).isEqualTo(3);
    }

    @Test
    void leaveOutWhatIsBusyAtGoogle() {
        Instant busy = at(tuesday, USUAL);
        core.sync.answers(
                "google/free-busy",
                List.of(Map.of(
                        "from",
                        busy.plusSeconds(600).toString(),
                        "to",
                        busy.plusSeconds(1_200).toString())));

        JsonNode slots = slots();

        assertThat(starts(slots)).doesNotContain(busy).hasSize(3);
        assertThat(slots.get("state").asString()).isEqualTo("loaded");
        assertThat(slots.get("items").get(0).get("freeInGoogle").asBoolean()).isTrue();
    }

    @Test
    void areToBeCheckedWhereGoogleWasNotHeardOfForTenMinutes() {
        core.sync.fails("google/free-busy", ProviderOutcome.UNCLEAR, "timed-out");
        core.jdbc()
                .sql("UPDATE source_state SET fetched_to = now() - interval '11 minutes' WHERE source = 'google'")
                .update();

        JsonNode slots = slots();

        assertThat(slots.get("state").asString()).isEqualTo("check-before-offering");
        assertThat(slots.get("causeKey").asString()).isEqualTo("slots.calendar-old");
        assertThat(slots.get("items").get(0).get("freeInGoogle").asBoolean()).isFalse();
    }

    @Test
    void leaveOutWhatIsSoonerThanThePracticeOffers() {
        long untilThen = Duration.between(Clock.systemUTC().instant(), at(tuesday, USUAL))
                .plusHours(1)
                .toMinutes();
        assertThat(core.post("/api/settings/notice", core.tony(), Map.of("minutes", untilThen, "version", 0))
                        .statusCode())
                .isEqualTo(204);

        List<Instant> found = starts(slots());

        assertThat(found).doesNotContain(at(tuesday, USUAL)).contains(at(tuesday.plusWeeks(1), USUAL));
        core.database.execute("DELETE FROM core.practice_setting");
    }

    @Test
    void leaveOutWhatWasTakenBetweenTheLookAndTheCheck() {
        taken.add(at(tuesday, USUAL));

        JsonNode slots = slots();

        assertThat(starts(slots)).doesNotContain(at(tuesday, USUAL)).hasSize(3);
        assertThat(slots.get("items").get(2).get("sentence").get("key").asString())
                .isEqualTo("slot.usual-day");
    }

    @Test
    void askToCheckBeforeOfferingWhatAcuityDidNotConfirm() {
        core.sync.fails("time-check", ProviderOutcome.UNCLEAR, "server-error");

        JsonNode slots = slots();

        assertThat(slots.get("state").asString()).isEqualTo("check-before-offering");
        assertThat(slots.get("causeKey").asString()).isEqualTo("slots.server-error");
        assertThat(slots.get("items").get(0).get("bookable").asBoolean()).isFalse();
        assertThat(calls("time-check"))
                .as("after the first failure nobody is asked")
                .isEqualTo(1);
    }

    @Test
    void areNotInventedWhenAcuityIsAway() {
        core.sync.fails("free-dates", ProviderOutcome.UNCLEAR, "timed-out");

        JsonNode slots = slots();

        assertThat(slots.get("state").asString()).isEqualTo("cannot-load");
        assertThat(slots.get("causeKey").asString()).isEqualTo("slots.timed-out");
        assertThat(slots.get("items")).isEmpty();
    }

    @Test
    void areNoneWhenNothingIsFree() {
        core.sync.answers("free-dates", List.of());

        JsonNode slots = slots();

        assertThat(slots.get("state").asString()).isEqualTo("loaded");
        assertThat(slots.get("causeKey").asString()).isEqualTo("slots.nothing-free");
    }

    @Test
    void waitWhileAcuityAskedUsToSlowDown() {
        core.database.execute("UPDATE core.provider_state SET paused_until = now() + interval '30 seconds'");

        JsonNode slots = slots();

        assertThat(slots.get("state").asString()).isEqualTo("cannot-load");
        assertThat(slots.get("causeKey").asString()).isEqualTo("slots.own-limit");
        core.database.execute("UPDATE core.provider_state SET paused_until = NULL");
    }

    @Test
    void areRecordedAsLookedAt() {
        long before = views();

        slots();

        assertThat(views()).isEqualTo(before + 1);
    }

    @Test
    void areNoOnesWhenThereIsNoSuchPerson() {
        var answer = core.get("/api/people/" + UUID.randomUUID() + "/slots", core.tony());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(core.sync.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9, slots.type-not-offered",
        "10, slots.group-session",
        "11, slots.practitioner-not-offered",
        "12, slots.type-not-offered"
    })
    void areNoneOfASessionThatIsNotOfferedLikeThat(long type, String cause) {
        JsonNode slots = slots(personWithSessionsOfType(type));

        assertThat(slots.get("state").asString()).isEqualTo("loaded");
        assertThat(slots.get("causeKey").asString()).isEqualTo(cause);
        assertThat(slots.get("items")).isEmpty();
        assertThat(calls("free-dates")).isZero();
    }

    private UUID personWithSessionsOfType(long type) {
        core.sync.acuity.put(
                type,
                appointment(type)
                        .named("Person", "Oftype" + type)
                        .reachedBy("type" + type + "@example.org", null)
                        .at(at(tuesday.minusWeeks(1), USUAL))
                        .ofType(type)
                        .build());
        core.hook("scheduled", type);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id FROM booking WHERE id = ?")
                .param(type)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private static AcuityCatalogue catalogue() {
        return new AcuityCatalogue(
                List.of(
                        new AcuitySessionType(8, true, "Planted individual session", false, List.of(7L)),
                        new AcuitySessionType(9, false, "Planted old session", false, List.of(7L)),
                        new AcuitySessionType(10, true, "Planted circle", true, List.of(7L)),
                        new AcuitySessionType(11, true, "Planted session of another", false, List.of(6L))),
                List.of(new AcuityCalendar(7, "Dana Planted-Practitioner", "America/New_York")));
    }

    private List<LocalDate> dates(JsonNode query) {
        YearMonth month = YearMonth.parse(query.get("month").asString());
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private static List<Instant> times(JsonNode query) {
        LocalDate day = LocalDate.parse(query.get("date").asString());
        return Stream.of(TEN, USUAL).map(time -> at(day, time)).toList();
    }

    private static Instant start(JsonNode query) {
        return Instant.parse(query.get("startsAt").asString());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private JsonNode slots() {
        return slots(person);
    }

    private JsonNode slots(UUID whose) {
        return core.json(core.get("/api/people/" + whose + "/slots", core.tony()));
    }

    private static List<Instant> starts(JsonNode slots) {
        List<Instant> starts = new ArrayList<>();
        slots.get("items")
                .forEach(slot -> starts.add(Instant.parse(slot.get("startsAt").asString())));
        return starts;
    }

    private long calls(String call) {
        return core.sync.asked.stream()
                .filter(asked -> asked.call().equals(call))
                .count();
    }

    private List<UUID> people() {
        return core.jdbc()
                .sql("SELECT id FROM person")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private long views() {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = 'slots.viewed' AND subject = ?")
                .param(person.toString())
                .query(Long.class)
                .single();
    }
}
