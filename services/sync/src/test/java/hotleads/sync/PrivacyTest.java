package hotleads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the log of a read holds, however it ends. */
class PrivacyTest {
    @Test
    void logsHoldNobodysDataAndNoKey() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (AcuityStandIn acuity = new AcuityStandIn();
                Program program = new Program(acuity.uri(), "10000001", "some-key")) {
            acuity.reacts(AcuityStandIn.json(200, SomeAnswers.WHOLE));
            program.post("/internal/acuity/appointment", "{\"id\":399682887}");
            acuity.reacts(AcuityStandIn.json(200, "[" + SomeAnswers.WHOLE + ",{\"firstName\":\"Reyes\"}]"));
            program.post("/internal/acuity/window", "{\"from\":\"2026-11-01\",\"to\":\"2026-11-14\"}");
            acuity.reacts(AcuityStandIn.json(200, SomeAnswers.WHOLE.substring(0, 300)));
            program.post("/internal/acuity/appointment", "{\"id\":399682887}");
        } finally {
            System.setOut(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("Read appointment 399682887: OK", "Read appointment 399682887: UNCLEAR bad-content")
                .doesNotContain("Ana", "Reyes", "example.org", "1235550103", "secret", "some-key", "c29tZS1rZXk");
    }
}
