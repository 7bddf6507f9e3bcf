package hotleads.core.inbox;

import hotleads.contracts.DeliveriesStored;
import hotleads.contracts.DeliveryBatch;
import hotleads.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes batches of deliveries from webhooks and answers once they are committed. */
@RestController
class InboxController {
    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/internal/inbox")
    DeliveriesStored append(@RequestBody DeliveryBatch batch) {
        if (batch.deliveries().size() > DeliveryBatch.LIMIT) {
            throw new Problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "batch-too-large",
                    "Send at most " + DeliveryBatch.LIMIT + " deliveries");
        }
        inbox.append(batch.deliveries());
        return new DeliveriesStored(batch.deliveries().size());
    }
}
