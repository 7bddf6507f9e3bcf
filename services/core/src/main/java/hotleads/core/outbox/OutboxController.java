package hotleads.core.outbox;

import hotleads.core.acts.Acts;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do about something that did not leave. */
@RestController
@RequestMapping(path = "/api/outbox", produces = MediaType.APPLICATION_JSON_VALUE)
class OutboxController {
    private final Outbox outbox;
    private final Acts acts;

    OutboxController(Outbox outbox, Acts acts) {
        this.outbox = outbox;
        this.acts = acts;
    }

    /**
     * How far something is, without what it says.
     *
     * @param state {@code sending}, {@code saved}, {@code not-saved} or {@code withdrawn}
     * @param cause why it is not saved, or not yet; null while nothing is wrong
     */
    record ShipmentShown(
            UUID id,
            String kind,
            String state,
            @Nullable String cause,
            @Nullable Instant settledAt) {}

    @GetMapping("/{shipmentId}")
    ShipmentShown one(@PathVariable UUID shipmentId) {
        Shipment found = shipment(shipmentId);
        return new ShipmentShown(found.id(), found.kind(), found.state().word(), found.cause(), found.settledAt());
    }

    private Shipment shipment(UUID id) {
        return outbox.find(id)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing of this id"));
    }

    @PostMapping("/{shipmentId}/try-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void tryAgain(Caller caller, @PathVariable UUID shipmentId) {
        Shipment shipment = shipment(shipmentId);
        if (!outbox.tryAgain(shipmentId)) {
            throw new Problem(HttpStatus.CONFLICT, "not-given-up", "It is saved already, or still being sent");
        }
        acts.byPerson(caller, "outward.tried-again", shipment.kind(), shipmentId.toString());
    }
}
