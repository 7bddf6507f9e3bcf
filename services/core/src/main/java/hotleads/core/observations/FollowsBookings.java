package hotleads.core.observations;

import org.jspecify.annotations.Nullable;

/** Something that goes with bookings and has to change when they do; called in the transaction of the change. */
public interface FollowsBookings {
    /** @param before null when it is new to us */
    void changed(@Nullable Booking before, Booking now);
}
