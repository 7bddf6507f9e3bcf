package hotleads.platform.report;

import hotleads.platform.token.ServiceCalls;
import hotleads.platform.traces.Traces;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends counted acts to core every few seconds, and keeps them while core is away. */
public class SendReports {
    private static final Logger log = LoggerFactory.getLogger(SendReports.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final CountedActs counted;
    private final ActBuffer buffer;
    private final Traces traces;
    private final RestClient core;

    SendReports(CountedActs counted, ActBuffer buffer, ServiceCalls calls, Traces traces, URI core) {
        this.counted = counted;
        this.buffer = buffer;
        this.traces = traces;
        this.core = calls.to(core, "core", "act.report", ANSWER_WITHIN);
    }

    @Scheduled(fixedDelayString = "${hotleads.reports.every:5s}")
    synchronized void sendFinishedMinutes() {
        buffer.addAll(counted.takeFinished());
        sendBuffered();
    }

    /** What is known by now, the running minute too; called by itself when the program stops. */
    @PreDestroy
    public synchronized void sendEverything() {
        buffer.addAll(counted.takeAll());
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
        try (Traces.Step _ = traces.work("send-reports")) {
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
