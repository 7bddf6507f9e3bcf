package hotleads.core.inbox;

import hotleads.contracts.DeliveriesStored;
import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import hotleads.platform.problem.Problem;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes batches of deliveries from webhooks and answers once they are committed. */
@RestController
class InboxController {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*+={0,2}");

    private final Inbox inbox;
    private final ObjectProvider<TellsOfDeliveries> told;

    InboxController(Inbox inbox, ObjectProvider<TellsOfDeliveries> told) {
        this.inbox = inbox;
        this.told = told;
    }

    @PostMapping("/internal/inbox")
    DeliveriesStored append(@RequestBody DeliveryBatch batch) {
        if (batch.deliveries().size() > DeliveryBatch.LIMIT) {
            throw new Problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "batch-too-large",
                    "Send at most " + DeliveryBatch.LIMIT + " deliveries");
        }
        if (!batch.deliveries().stream().allMatch(InboxController::isPlain)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "delivery-not-plain",
                    "A delivery names its provider and request in words of ours, and holds its body in base64");
        }
        inbox.append(batch.deliveries());
        told.forEach(one -> {
            if (batch.deliveries().stream()
                    .anyMatch(delivery -> delivery.provider().equals(one.provider()))) {
                one.delivered();
            }
        });
        return new DeliveriesStored(batch.deliveries().size());
    }

    private static boolean isPlain(Delivery delivery) {
        String requestId = delivery.requestId();
        return WORD.matcher(delivery.provider()).matches()
                && (requestId == null || WORD.matcher(requestId).matches())
                && delivery.body().length() % 4 == 0
                && BASE64.matcher(delivery.body()).matches();
    }
}
