package hotleads.simulators.control;

import hotleads.simulators.acuity.hooks.Delivery;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A webhook as the control interface shows it. */
record DeliveryView(
        long id,
        String state,
        int attempts,
        @Nullable Integer status,
        @Nullable String failure,
        String body,
        String signature,
        String target,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                delivery.attempts(),
                delivery.status(),
                delivery.failure(),
                delivery.body(),
                delivery.signing().word(),
                delivery.target(),
                delivery.createdAt(),
                delivery.lastAttemptAt(),
                delivery.nextAttemptAt());
    }
}
