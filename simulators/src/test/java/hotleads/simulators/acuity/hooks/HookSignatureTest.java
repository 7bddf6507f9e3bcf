package hotleads.simulators.acuity.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HookSignatureTest {

    @Test
    void agreesWithTheVectorMadeByOtherTools() {
        byte[] body = "action=scheduled&id=123456789&calendarID=1234567&appointmentTypeID=7654321"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(HookSignature.of("abc123", body)).isEqualTo("TLT0c5q88He1XvU7i4KHcW+9FjPY3FfrVvb4HFMxZ28=");
    }
}
