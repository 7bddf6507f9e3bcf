package hotleads.webhooks.delivery;

import hotleads.contracts.DeliveriesStored;
import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import hotleads.platform.token.ServiceCalls;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** Core's inbox, as seen from here. */
@Component
class Inbox {
    /** What became of a batch. */
    enum Answer {
        /** Core has committed all of it. */
        STORED,
        /** Core is there, and something in the batch is not to its taste. */
        REFUSED,
        /** Core, or auth before it, is not there, is too slow, or has trouble of its own. */
        AWAY
    }

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final RestClient core;
    private volatile boolean away;

    Inbox(ServiceCalls calls, DeliveryProperties properties) {
        this.core = calls.to(properties.coreUrl(), "core", "inbox.append", properties.answerWithin());
    }

    Answer append(List<Delivery> deliveries) {
        Answer answer = appendOrRepeat(new DeliveryBatch(deliveries));
        say(answer == Answer.AWAY);
        return answer;
    }

    private Answer appendOrRepeat(DeliveryBatch batch) {
        try {
            return post(batch);
        } catch (ResourceAccessException failure) {
            // Core may have committed and only its answer was lost; the ids are the same, so repeating changes nothing.
            return answerWasLost(failure) ? repeat(batch) : Answer.AWAY;
        } catch (RuntimeException failure) {
            // Whatever it was (no token, an answer that is none), the provider must hear 503 and this sender must go
            // on.
            return Answer.AWAY;
        }
    }

    private Answer repeat(DeliveryBatch batch) {
        try {
            return post(batch);
        } catch (RuntimeException failure) {
            // Once is enough: the provider repeats as well.
            return Answer.AWAY;
        }
    }

    private Answer post(DeliveryBatch batch) {
        return core.post()
                .uri("/internal/inbox")
                .contentType(MediaType.APPLICATION_JSON)
                .body(batch)
                .exchangeForRequiredValue((request, response) -> read(response));
    }

    private static Answer read(ConvertibleClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 200 -> response.bodyTo(DeliveriesStored.class) == null ? Answer.AWAY : Answer.STORED;
            case 400, 413, 422 -> Answer.REFUSED;
            default -> Answer.AWAY;
        };
    }

    /** A core that is slow would only get slower by a repeat, and one that was never reached has lost nothing. */
    private static boolean answerWasLost(ResourceAccessException failure) {
        return !(failure.getCause() instanceof SocketTimeoutException)
                && !(failure.getCause() instanceof ConnectException);
    }

    /** One line when core goes and one when it is back, not one for each of thousands of deliveries. */
    private void say(boolean nowAway) {
        if (away != nowAway) {
            away = nowAway;
            if (nowAway) {
                log.warn("Core does not take deliveries: providers are asked to send them again");
            } else {
                log.info("Core takes deliveries again");
            }
        }
    }
}
