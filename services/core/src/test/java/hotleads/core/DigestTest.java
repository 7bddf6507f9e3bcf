package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.SomeClients.Client;
import hotleads.core.digest.DigestRound;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much waits, handed to auth once a day at the practice's hour. */
class DigestTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String PATH = "/api/settings/digest";
    private static final long DANAS = 7;

    private PracticeTime clock;
    private SomeCore core;

    @BeforeEach
    void aTuesdayBeforeEight() {
        core = new SomeCore();
        core.auth.practitioners.put(DANA, List.of(DANAS));
        clock = PracticeTime.of(core);
        clock.moveTo(LocalDateTime.of(2030, 11, 26, 7, 58).atZone(ZONE).toInstant());
        core.start();
        core.awaitOnTime();
        // The time is moved by hand, and looked at by hand.
        List.of("sendDigests", "watchCare").forEach(job -> core.job(job).stop());
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void tellsHowMuchWaitsAndOfNobody() {
        SomeClients clients = new SomeClients(core);
        Client kim = clients.booked(DANAS, clock.now().plus(Duration.ofHours(3)));
        Client lee = clients.booked(DANAS, clock.now().plus(Duration.ofDays(1)));
        clients.checkIn(kim, UUID.randomUUID(), 2, "A bad night");
        callBackToday(lee);
        missedJustNow();
        clock.advance(Duration.ofMinutes(3));

        look(core);

        JsonNode told = JsonMapper.shared().readTree(onlyDigest());
        assertThat(told.get("day").asString()).isEqualTo("2030-11-26");
        assertThat(told.get("administrators").toString())
                .isEqualTo("{\"CALL_BACKS\":1,\"NEW_HOT\":1,\"HOT\":1,"
                        + "\"CONFIRM\":0,\"CARE_UNANSWERED\":0,\"REBOOK\":0,\"CONNECTIONS\":0,\"ERASURES\":0}");
        assertThat(told.get("practitioners").toString())
                .isEqualTo("[{\"account\":\"" + DANA + "\",\"counts\":{\"SESSIONS\":1,\"ATTENDANCE\":0,\"CARE\":1}}]");
        assertThat(onlyDigest())
                .doesNotContain("Client", "Number", "example.org", "night")
                .doesNotContain(kim.person(), lee.person());
        assertThat(entries("digest.handed-over")).isEqualTo(1);
    }

    @Test
    void countsErasuresThatSomebodyHasToDecide() {
        SomeClients clients = new SomeClients(core);
        Client kim = clients.booked(DANAS, clock.now().plus(Duration.ofDays(1)));
        Client lee = clients.booked(DANAS, clock.now().plus(Duration.ofDays(2)));
        clients.booked(DANAS, clock.now().plus(Duration.ofDays(3)));
        String place = "/api/people/" + kim.person() + "/erasure";
        String plan = core.json(core.get(place, core.tony())).get("plan").asString();
        assertThat(core.post(place, core.tony(), Map.of("plan", plan, "reason", "They wrote to us"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(clients.post(lee, "/api/me/erasure", Map.of()).statusCode()).isBetween(200, 299);
        clock.advance(Duration.ofMinutes(3));

        look(core);

        assertThat(JsonMapper.shared()
                        .readTree(onlyDigest())
                        .path("administrators")
                        .path("ERASURES")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void isHandedOverOnceADayWhateverHappens() {
        look(core);
        assertThat(core.auth.digests).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        SomeCore other = core.beside();
        // Its own job looks at once.
        other.start();
        SomeCore.await(() -> handedOver() == 1);
        other.job("sendDigests").stop();

        List.of(core, other, core).forEach(DigestTest::look);
        assertThat(core.auth.digests).hasSize(1);

        other.stop();
        SomeCore again = core.beside();
        again.start();
        clock.advance(Duration.ofHours(5));
        look(again);
        again.stop();
        assertThat(core.auth.digests).hasSize(1);

        clock.advance(Duration.ofHours(19));
        look(core);
        assertThat(core.auth.digests).hasSize(2);
    }

    @Test
    void waitsWhileAuthIsAway() {
        clock.advance(Duration.ofMinutes(3));
        core.auth.answersDigests = 503;
        look(core);
        core.auth.answersDigests = 200;
        look(core);
        assertThat(core.auth.digests).as("the other core's, if there is one").isEmpty();
        core.database.execute("UPDATE core.digest SET leased_until = now()");

        look(core);

        assertThat(core.auth.digests).hasSize(1);
        assertThat(entries("digest.not-handed-over")).isEqualTo(1);
    }

    @Test
    void comesAtTheHourThatWasChosenOrNotAtAll() {
        assertThat(shown().get("on").asBoolean()).isTrue();
        assertThat(shown().get("atMinute").asInt()).isEqualTo(480);
        assertThat(set(true, 600, 0)).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
        look(core);
        assertThat(core.auth.digests).isEmpty();
        assertThat(set(false, 600, 1)).isEqualTo(200);
        clock.advance(Duration.ofHours(2));
        look(core);
        assertThat(core.auth.digests).isEmpty();

        assertThat(set(true, 600, 2)).isEqualTo(200);
        look(core);

        assertThat(core.auth.digests).hasSize(1);
        assertThat(shown().get("lastDay").asString()).isEqualTo("2030-11-26");
        assertThat(entries("setting.changed")).isEqualTo(3);
    }

    @Test
    void isDecidedByAdministratorsOneAfterTheOther() {
        assertThat(set(true, 1_440, 0)).isEqualTo(422);
        assertThat(set(true, 540, 0)).isEqualTo(200);
        assertThat(set(true, 600, 0)).isEqualTo(409);
        assertThat(set(true, 600, 5)).isEqualTo(409);
        assertThat(shown().get("atMinute").asInt()).isEqualTo(540);
        for (String role : List.of("practitioner", "client")) {
            assertThat(core.get(PATH, core.user(UUID.randomUUID(), role)).statusCode())
                    .isEqualTo(403);
        }
    }

    private void callBackToday(Client client) {
        long version = core.jdbc()
                .sql("SELECT facts_version FROM person WHERE id = ?::uuid")
                .param(client.person())
                .query(Long.class)
                .single();
        assertThat(core.post(
                                "/api/leads/" + client.person() + "/outcomes",
                                core.tony(),
                                Map.of(
                                        "kind",
                                        "call-back",
                                        "callBackAt",
                                        clock.now().plus(Duration.ofHours(5)).toString(),
                                        "recordVersion",
                                        version))
                        .statusCode())
                .isEqualTo(201);
    }

    /** Their first session, with another practitioner. */
    private void missedJustNow() {
        core.sync.acuity.put(
                9L,
                appointment(9)
                        .named("Client", "Number9")
                        .reachedBy("c9@example.org", null)
                        .in(DANAS + 1)
                        .at(clock.now().minus(Duration.ofHours(1)))
                        .missed()
                        .build());
        core.hook("changed", 9);
        core.awaitQuiet();
    }

    private static void look(SomeCore at) {
        DigestRound.by(at.job("sendDigests"));
    }

    private String onlyDigest() {
        assertThat(core.auth.digests).hasSize(1);
        return core.auth.digests.getFirst();
    }

    private JsonNode shown() {
        return core.json(core.get(PATH, core.tony()));
    }

    private int set(boolean on, int atMinute, long version) {
        return core.post(PATH, core.tony(), Map.of("on", on, "atMinute", atMinute, "version", version))
                .statusCode();
    }

    private long handedOver() {
        return core.jdbc()
                .sql("SELECT count(*) FROM digest WHERE handed_over IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private long entries(String act) {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }
}
