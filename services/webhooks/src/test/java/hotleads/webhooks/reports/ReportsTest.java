package hotleads.webhooks.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ReportedAct;
import hotleads.webhooks.CoreStandIn;
import hotleads.webhooks.Program;
import hotleads.webhooks.SomeDelivery;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a refused delivery. */
class ReportsTest {
    private final Program program = new Program("webhooks.reports.every=1h");

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void reachCoreAtTheLatestWhenTheProgramStops() throws Exception {
        refuseOne();
        refuseOne();

        program.stop();

        assertThat(program.core().acts().stream().mapToInt(ReportedAct::count).sum())
                .isEqualTo(2);
        assertThat(program.core().acts())
                .allMatch(act -> act.act().equals("hook.refused")
                        && act.subjectKind().equals("provider")
                        && act.subject().equals("acuity")
                        && act.outcome().equals("refused")
                        && "203.0.113.7".equals(act.address()));
    }

    @Test
    void comeAgainUnderTheSameIdWhenCoreWasAway() throws Exception {
        program.core().next(CoreStandIn.answersWith(503));
        refuseOne();

        program.part(SendReports.class).sendEverything();
        program.part(SendReports.class).sendEverything();

        assertThat(program.core().acts()).hasSize(2);
        assertThat(program.core().acts().getFirst())
                .isEqualTo(program.core().acts().getLast());
    }

    @Test
    void andLogsHoldNothingOfTheBody() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            refuseOne();
            program.part(SendReports.class).sendEverything();
        } finally {
            System.setOut(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("399682887");
        assertThat(program.core().acts().toString()).doesNotContain("399682887");
    }

    private void refuseOne() throws Exception {
        int status = HttpClient.newHttpClient()
                .send(
                        SomeDelivery.signed(program.port(), SomeDelivery.BODY, "a guess")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(401);
    }
}
