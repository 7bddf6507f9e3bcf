package hotleads.core;

import hotleads.contracts.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Deliveries with ids in the order of time, as webhooks makes them. */
final class SomeDeliveries {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicLong MILLIS = new AtomicLong(CLOCK.millis());

    private SomeDeliveries() {}

    static UUID nextId() {
        return new UUID((MILLIS.incrementAndGet() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    static Delivery delivery(String action, long record) {
        return delivery(action, record, "");
    }

    static Delivery delivery(String action, long record, String more) {
        String body = "action=" + action + "&id=" + record + "&calendarID=7&appointmentTypeID=8" + more;
        return new Delivery(
                nextId(),
                "acuity",
                CLOCK.instant(),
                action,
                Long.toString(record),
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                null);
    }
}
