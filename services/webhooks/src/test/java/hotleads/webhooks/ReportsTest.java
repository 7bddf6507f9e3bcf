package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Access;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.SendReports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What is left of a refused delivery. */
class ReportsTest {
    private final Program program = new Program("hotleads.reports.every=1h");

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
    void andEveryDeliveryIsEitherInTheInboxOrCounted() throws Exception {
        List<HttpRequest.Builder> deliveries = List.of(
                SomeDelivery.to(program.port()),
                SomeDelivery.signed(program.port(), "", Program.KEY),
                SomeDelivery.signed(program.port(), "%%%=&&&\u0000;--", Program.KEY),
                SomeDelivery.signed(program.port(), SomeDelivery.BODY, "a guess"),
                SomeDelivery.unsigned(program.port(), SomeDelivery.BODY),
                SomeDelivery.unsigned(program.port(), SomeDelivery.BODY).header("X-Acuity-Signature", "no base64"),
                SomeDelivery.signed(program.port(), "x".repeat(9_000), Program.KEY));

        int taken = 0;
        for (HttpRequest.Builder delivery : deliveries) {
            if (status(delivery) == 200) {
                assertThat(program.core().batch()).hasSize(1);
                taken++;
            }
        }
        program.part(SendReports.class).sendEverything();

        assertThat(taken).isEqualTo(3);
        assertThat(program.core().acts().stream().mapToInt(ReportedAct::count).sum())
                .isEqualTo(deliveries.size() - taken);
    }

    @Test
    void areAllThatThisProgramDoesByItself() {
        assertThat(program.part(Endpoints.class).rules())
                .filteredOn(rule -> rule.access() instanceof Access.ForService)
                .extracting(Endpoints.Rule::path)
                .containsExactlyInAnyOrder("/webhooks/acuity", "/webhooks/google", "/webhooks/zoho", "/webhooks/zoom");
        assertThat(program.part(ScheduledTaskHolder.class).getScheduledTasks())
                .singleElement()
                .asString()
                .startsWith(SendReports.class.getName());
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
        assertThat(status(SomeDelivery.signed(program.port(), SomeDelivery.BODY, "a guess")))
                .isEqualTo(401);
    }

    private static int status(HttpRequest.Builder delivery) throws Exception {
        return HttpClient.newHttpClient()
                .send(delivery.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
