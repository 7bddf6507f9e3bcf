package hotleads.simulators.acuity.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.storage.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HookDeliveryTest {

    @TempDir
    private Path data;

    private SomeSimulators some;

    @BeforeEach
    void start() throws IOException {
        some = new SomeSimulators(data);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void tellsOfACancellationTwiceSignedOverTheRawBody() {
        long id = cancelOne();

        assertThat(some.receiver.received()).hasSize(2);
        assertThat(some.receiver.bodies().getFirst())
                .matches("action=canceled&id=" + id + "&calendarID=\\d+&appointmentTypeID=\\d+");
        assertThat(some.receiver.bodies().getLast()).startsWith("action=changed&id=" + id);
        assertThat(some.receiver.received()).allSatisfy(one -> {
            assertThat(one.contentType()).isEqualTo("application/x-www-form-urlencoded");
            assertThat(one.signature()).isEqualTo(signature("demo-acuity-key", one.body()));
        });
    }

    @Test
    void namesEachActInItsOwnWord() {
        JsonNode booked = some.control(
                "POST", "/bookings", "{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@example.org\"}");
        long id = booked.get("id").asLong();
        some.control("POST", "/bookings/" + id + "/move", "{}");
        some.acuity("PUT", "/appointments/" + id, "{\"lastName\":\"C\"}");

        assertThat(some.receiver.bodies().stream().map(body -> body.replaceAll("&.*", "")))
                .containsExactly(
                        "action=scheduled", "action=changed", "action=rescheduled", "action=changed", "action=changed");
    }

    @Test
    void isReadableAtTheProviderBeforeTheHookArrives() {
        long id = cancelOne();

        assertThat(some.read("/appointments/" + id).get("canceled").asBoolean()).isTrue();
    }

    @Test
    void triesAgainWhileTheReceiverIsDownEachTimeLater() {
        some.receiver.answerWith(503);
        cancelOne();
        assertThat(some.receiver.received()).hasSize(2);

        some.time.advance(Duration.ofSeconds(14));
        assertThat(some.receiver.received()).hasSize(2);
        some.time.advance(Duration.ofSeconds(1));
        assertThat(some.receiver.received()).hasSize(4);
        some.time.advance(Duration.ofSeconds(29));
        assertThat(some.receiver.received()).hasSize(4);
        some.receiver.answerWith(200);
        some.time.advance(Duration.ofSeconds(1));

        assertThat(some.receiver.received()).hasSize(6);
        assertThat(newest().get("state").asString()).isEqualTo("delivered");
        assertThat(newest().get("attempts").asInt()).isEqualTo(3);
        some.time.advance(Duration.ofDays(2));
        assertThat(some.receiver.received()).hasSize(6);
    }

    @Test
    void givesUpAfterADay() {
        some.receiver.answerWith(500);
        cancelOne();
        some.time.advance(Duration.ofHours(25));
        int sentInADay = some.receiver.received().size();

        some.time.advance(Duration.ofDays(3));

        assertThat(sentInADay).isGreaterThan(10);
        assertThat(some.receiver.received()).hasSize(sentInADay);
        assertThat(newest().get("state").asString()).isEqualTo("gave-up");
    }

    @Test
    void runsThroughTheDayFasterWhenAsked() {
        some.control("PUT", "/faults", "{\"retrySpeed\":1440}");
        some.receiver.answerWith(500);
        cancelOne();

        some.time.advance(Duration.ofMinutes(1));

        assertThat(newest().get("state").asString()).isEqualTo("gave-up");
    }

    @Test
    void doesNotRepeatWhatTheReceiverRefused() {
        some.receiver.answerWith(401);
        cancelOne();

        some.time.advance(Duration.ofDays(2));

        assertThat(some.receiver.received()).hasSize(2);
        assertThat(newest().get("state").asString()).isEqualTo("gave-up");
        assertThat(newest().get("status").asInt()).isEqualTo(401);
    }

    @Test
    void triesAgainWhenNobodyListens() throws IOException {
        some.receiver.close();
        cancelOne();

        assertThat(newest().get("state").asString()).isEqualTo("waiting");
        assertThat(newest().get("failure").asString()).isEqualTo("ConnectException");
    }

    @Test
    void switchesAHookOffThatFailedForFiveDays() {
        some.receiver.answerWith(503);
        for (int day = 0; day < 6; day++) {
            cancelOne();
            some.time.advance(Duration.ofDays(1));
        }
        cancelOne();
        assertThat(newest().get("state").asString()).isEqualTo("dropped");
        assertThat(some.get("/control").body()).contains("Switch it on again");

        some.receiver.answerWith(200);
        some.control("POST", "/hooks/enable", null);
        cancelOne();
        assertThat(newest().get("state").asString()).isEqualTo("delivered");
    }

    @Test
    void tellsWhenAskedThatAHookIsOffAndMakesItWorkAgainWhenItIsMadeAnew() {
        // Nobody listens at port 80 of this machine, or nobody answers there as a receiver would.
        String wish = "{\"event\":\"appointment.changed\",\"target\":\"http://127.0.0.1:80/nobody\"}";
        some.acuity("POST", "/webhooks", wish);
        for (int day = 0; day < 6; day++) {
            cancelOne();
            some.time.advance(Duration.ofDays(1));
        }
        JsonNode off = some.read("/webhooks").get(0);
        assertThat(off.get("status").asString()).isEqualTo("disabled");

        some.acuity("DELETE", "/webhooks/" + off.get("id").asLong(), null);
        some.acuity("POST", "/webhooks", wish);

        assertThat(some.read("/webhooks").get(0).get("status").asString()).isEqualTo("active");
    }

    @Test
    void aStepOfTheClockBringsWhatFallsDueOnTheWayAndNothingTwice() {
        some.receiver.answerWith(503);
        cancelOne();
        some.receiver.answerWith(200);

        some.control("POST", "/clock", "{\"by\":\"PT1H\"}");
        assertThat(some.receiver.received()).hasSize(4);
        some.time.advance(Duration.ofDays(2));

        assertThat(some.receiver.received()).hasSize(4);
        assertThat(newest().get("state").asString()).isEqualTo("delivered");
    }

    @Test
    void goesOnAfterARestartWithWhatWasLeft() throws IOException {
        some.receiver.answerWith(503);
        long id = cancelOne();
        some.receiver.answerWith(200);

        some.restart();
        some.time.advance(Duration.ofSeconds(15));

        assertThat(newest().get("state").asString()).isEqualTo("delivered");
        assertThat(some.read("/appointments/" + id).get("canceled").asBoolean()).isTrue();
    }

    @Test
    void sendsToWebhooksMadeOverTheApiInTheLongSpelling() {
        var subscriptions = new Subscriptions(new StateFile(null));
        subscriptions.add("appointment.canceled", "https://hooks.example.org/x");
        var composer = new HookComposer(null, subscriptions, new Faults(1, some.time));

        var messages = composer.compose(HookEvent.CANCELED, SomeBooking.tomorrow());

        assertThat(messages)
                .containsExactly(new HookMessage(
                        "https://hooks.example.org/x",
                        "action=appointment.canceled&id=7&calendarID=4038201&appointmentTypeID=14792202",
                        Signing.RIGHT));
    }

    private long cancelOne() {
        long id = some.someUpcomingBooking();
        some.control("POST", "/bookings/" + id + "/cancel", "{}");
        return id;
    }

    private JsonNode newest() {
        return some.control("GET", "/deliveries?limit=1", null).get(0);
    }

    private static String signature(String key, String body) {
        return HookSignature.of(key, body.getBytes(StandardCharsets.UTF_8));
    }
}
