package hotleads.simulators.acuity.hooks;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Client;
import java.time.Instant;

/** A booking to tell of. */
final class SomeBooking {

    private SomeBooking() {}

    static Booking tomorrow() {
        var client = new Client("Ana", "Reyes", "ana@example.org", "", "America/New_York");
        return new Booking(
                7,
                client,
                Instant.parse("2026-11-24T15:00:00Z"),
                50,
                4038201,
                14792202,
                Instant.parse("2026-11-20T15:00:00Z"),
                false,
                false,
                null,
                null,
                null,
                "");
    }
}
