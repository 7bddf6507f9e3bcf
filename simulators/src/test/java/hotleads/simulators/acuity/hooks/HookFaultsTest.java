package hotleads.simulators.acuity.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.Receiver.Received;
import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookFaultsTest {

    private SomeSimulators some;

    @BeforeEach
    void start() throws IOException {
        some = new SomeSimulators(null);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void hooksOffSendsNothingAndNeverWill() {
        cancelWith("hooks-off");
        some.time.advance(Duration.ofDays(2));

        assertThat(some.receiver.received()).isEmpty();
    }

    @Test
    void duplicateHooksComeTwice() {
        List<Received> received = cancelWith("duplicate-hooks");

        assertThat(received).hasSize(4);
        assertThat(received.get(0)).isEqualTo(received.get(1));
    }

    @Test
    void swappedHooksPutChangedFirst() {
        assertThat(cancelWith("swapped-hooks").getFirst().body()).startsWith("action=changed&");
    }

    @Test
    void delayedHooksLeaveLater() {
        assertThat(cancelWith("delayed-hooks")).isEmpty();

        some.time.advance(Duration.ofMinutes(1));

        assertThat(some.receiver.received()).hasSize(2);
    }

    @Test
    void heldHooksLeaveInOrderOnceNobodyHoldsThem() {
        assertThat(cancelWith("hooks-held")).isEmpty();
        some.time.advance(Duration.ofHours(1));
        assertThat(some.receiver.received()).isEmpty();

        some.control("DELETE", "/faults", null);

        assertThat(some.receiver.bodies()).hasSize(2);
        assertThat(some.receiver.bodies().getFirst()).startsWith("action=canceled&");
        assertThat(some.receiver.bodies().getLast()).startsWith("action=changed&");
    }

    @Test
    void retriesThatFallDueMeanwhileAreHeldToo() {
        some.receiver.answerWith(503);
        cancelWith("long-action-names");
        some.switchOn("hooks-held");
        some.receiver.answerWith(200);
        some.time.advance(Duration.ofMinutes(5));
        assertThat(some.receiver.received()).hasSize(2);

        some.control("DELETE", "/faults", null);

        assertThat(some.receiver.received()).hasSize(4);
    }

    @Test
    void replayedHooksComeOnceMoreHoursLaterAndNotAgain() {
        List<Received> received = cancelWith("replayed-hooks");
        assertThat(received).hasSize(2);

        some.time.advance(Duration.ofHours(3));
        some.time.advance(Duration.ofDays(2));

        assertThat(received).hasSize(4);
        assertThat(received.get(2)).isEqualTo(received.get(0));
    }

    @Test
    void aReplayIsStillSentAfterARestart(@TempDir Path data) throws IOException {
        try (var kept = new SomeSimulators(data)) {
            kept.switchOn("replayed-hooks");
            kept.control("POST", "/bookings/" + kept.someUpcomingBooking() + "/cancel", "{}");

            kept.restart();
            kept.time.advance(Duration.ofHours(3));

            assertThat(kept.receiver.received()).hasSize(4);
        }
    }

    @Test
    void longActionNamesAreThoseOfDynamicHooks() {
        assertThat(cancelWith("long-action-names").getFirst().body()).startsWith("action=appointment.canceled&");
    }

    @Test
    void forgedSignaturesFitNoKey() {
        Received forged = cancelWith("forged-signature").getFirst();

        assertThat(forged.signature())
                .isNotEqualTo(signed("demo-acuity-key", forged))
                .isNotEqualTo(signed("demo-acuity-key-previous", forged));
    }

    @Test
    void oldKeySignaturesFitThePreviousKey() {
        Received old = cancelWith("old-key-signature").getFirst();

        assertThat(old.signature()).isEqualTo(signed("demo-acuity-key-previous", old));
    }

    @Test
    void aRotatedKeySignsHooksToo() {
        Received hook = cancelWith("key-rotated").getFirst();

        assertThat(hook.signature()).isEqualTo(signed("demo-acuity-key-rotated", hook));
    }

    @Test
    void escapedBodiesAreSignedAsTheyAre() {
        Received escaped = cancelWith("escaped-body").getFirst();

        assertThat(escaped.body()).startsWith("action=%63anceled&").endsWith("&extra=one%2Ctwo");
        assertThat(escaped.signature()).isEqualTo(signed("demo-acuity-key", escaped));
    }

    @Test
    void theAppointmentTypeMayBeMissing() {
        assertThat(cancelWith("no-appointment-type").getFirst().body()).doesNotContain("appointmentTypeID");
    }

    @Test
    void theActionMayBeUnknown() {
        assertThat(cancelWith("unknown-action").getFirst().body()).startsWith("action=appointment.teleported&");
    }

    @Test
    void theAppointmentMayBeUnknownAtTheProvider() {
        String body = cancelWith("unknown-appointment").getFirst().body();
        String id = body.replaceAll(".*&id=(\\d+)&.*", "$1");

        assertThat(some.acuity("GET", "/appointments/" + id, null).statusCode()).isEqualTo(404);
    }

    private List<Received> cancelWith(String fault) {
        some.switchOn(fault);
        some.control("POST", "/bookings/" + some.someUpcomingBooking() + "/cancel", "{}");
        return some.receiver.received();
    }

    private static String signed(String key, Received received) {
        return HookSignature.of(key, received.body().getBytes(StandardCharsets.UTF_8));
    }
}
