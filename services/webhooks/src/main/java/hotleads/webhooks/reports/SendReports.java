package hotleads.webhooks.reports;

import hotleads.contracts.ReportedAct;
import hotleads.contracts.ReportedActs;
import hotleads.platform.token.ServiceCalls;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends counted refusals to core every few seconds, and keeps them while core is away. */
@Component
class SendReports {
    private static final Logger log = LoggerFactory.getLogger(SendReports.class);

    private final Refusals refusals;
    private final ActBuffer buffer;
    private final RestClient core;

    SendReports(Refusals refusals, ActBuffer buffer, ServiceCalls calls, ReportProperties properties) {
        this.refusals = refusals;
        this.buffer = buffer;
        this.core = calls.to(properties.coreUrl(), "core", "act.report", properties.answerWithin());
    }

    @Scheduled(fixedDelayString = "${webhooks.reports.every}")
    synchronized void sendFinishedMinutes() {
        buffer.addAll(refusals.takeFinished());
        sendBuffered();
    }

    @PreDestroy
    synchronized void sendEverything() {
        buffer.addAll(refusals.takeAll());
        sendBuffered();
    }

    private void sendBuffered() {
        List<ReportedAct> next = buffer.next(ReportedActs.LIMIT);
        while (!next.isEmpty() && isTaken(next)) {
            buffer.remove(next);
            next = buffer.next(ReportedActs.LIMIT);
        }
    }

    private boolean isTaken(List<ReportedAct> acts) {
        try {
            core.post()
                    .uri("/internal/acts")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new ReportedActs(acts))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException coreAway) {
            log.warn(
                    "{} acts wait for core: {}",
                    acts.size(),
                    coreAway.getClass().getSimpleName());
            return false;
        }
    }
}
