package hotleads.webhooks.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcuitySignatureTest {
    // The vector of Acuity's contract sheet, confirmed there with openssl, Python and Acuity's own SDK.
    private static final byte[] BODY =
            bytes("action=scheduled&id=123456789&calendarID=1234567&appointmentTypeID=7654321");
    private static final String SIGNATURE = "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28=";

    @Test
    void acceptsTheVectorOfTheSheet() {
        assertThat(keys("abc123", "").isValid(BODY, SIGNATURE)).isTrue();
    }

    @Test
    void acceptsThePreviousKeyWhileThereIsOne() {
        assertThat(keys("new-key", "abc123").isValid(BODY, SIGNATURE)).isTrue();
        assertThat(keys("new-key", "").isValid(BODY, SIGNATURE)).isFalse();
    }

    @Test
    void refusesAMissingSignature() {
        assertThat(keys("abc123", "").isValid(BODY, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28",
                "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ29=",
                "TLT0c5q88He1XvU7i4KHcW-9FjPY3FfrVvb4HFMxZ28=",
                " TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28=",
                "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28=\n",
                "TLT0c5q88He1XvU7i4KHcW+9FjPY\r\n3FfrVvb4HFMxZ28=",
                "TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28==",
                "4cb4f4739abcf077b55ef53b8b8287716fbd1633d8dc57eb56f6f81c5331676f",
            })
    void refusesEveryOtherWayToWriteIt(String signature) {
        assertThat(keys("abc123", "").isValid(BODY, signature)).isFalse();
    }

    @Test
    void refusesABodyWithOneBitChanged() {
        AcuitySignature signature = keys("abc123", "");

        assertThat(IntStream.range(0, BODY.length * 8).mapToObj(AcuitySignatureTest::bodyWithBitChanged))
                .noneMatch(body -> signature.isValid(body, SIGNATURE));
    }

    @Test
    void refusesTheSameFieldsInAnotherOrder() {
        byte[] reordered = bytes("id=123456789&action=scheduled&calendarID=1234567&appointmentTypeID=7654321");

        assertThat(keys("abc123", "").isValid(reordered, SIGNATURE)).isFalse();
    }

    private static AcuitySignature keys(String current, String previous) {
        return new AcuitySignature(new AcuityProperties(new Secret(current), new Secret(previous)));
    }

    private static byte[] bodyWithBitChanged(int bit) {
        byte[] body = BODY.clone();
        body[bit / 8] ^= (byte) (1 << bit % 8);
        return body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
