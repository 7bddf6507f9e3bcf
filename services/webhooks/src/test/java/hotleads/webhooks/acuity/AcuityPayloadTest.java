package hotleads.webhooks.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcuityPayloadTest {
    @ParameterizedTest
    @ValueSource(strings = {"canceled", "appointment.canceled", "order.completed", "something.new"})
    void keepsTheActionAsItCame(String action) {
        AcuityPayload payload = read("action=" + action + "&id=399682887&calendarID=4038206");

        assertThat(payload).isEqualTo(new AcuityPayload(action, "399682887"));
    }

    @ParameterizedTest
    @CsvSource({
        "id=1&action=changed, changed, 1",
        "action=appointment%2Echanged&%69d=%31, appointment.changed, 1",
        "action=changed&action=canceled&id=1&id=2, changed, 1",
        "action=changed, changed, ",
        "action=&id=, , ",
        "action&id, , ",
        "transaction=x&paid=1, , ",
        "action=%zz&id=7, , 7",
        "&&=&action=changed&&id=7, changed, 7",
    })
    void readsWhatItCanAndLeavesTheRest(String form, String action, String id) {
        assertThat(read(form)).isEqualTo(new AcuityPayload(action, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a%0Ab", "a+b", "%F0%9F%98%80"})
    void leavesUnprintableWordsToTheRawBytes(String action) {
        assertThat(read("action=" + action + "&id=7")).isEqualTo(new AcuityPayload(null, "7"));
    }

    @Test
    void leavesLongWordsToTheRawBytes() {
        assertThat(read("action=" + "a".repeat(101) + "&id=7").action()).isNull();
    }

    @Test
    void readsAnyBytesWithoutFailing() {
        Random random = new Random(7);

        IntStream.range(0, 20_000).forEach(round -> {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            assertThat(AcuityPayload.read(noise)).isNotNull();
        });
    }

    private static AcuityPayload read(String form) {
        return AcuityPayload.read(form.getBytes(StandardCharsets.UTF_8));
    }
}
