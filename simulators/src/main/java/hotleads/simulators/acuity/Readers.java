package hotleads.simulators.acuity;

import hotleads.simulators.practice.Booking;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What whoever reads over REST has been shown of each booking last. */
public final class Readers {

    private final Map<Long, Booking> shown = new ConcurrentHashMap<>();
    private final AtomicLong reads = new AtomicLong();

    void show(Collection<Booking> bookings) {
        bookings.forEach(booking -> shown.put(booking.id(), booking));
        reads.incrementAndGet();
    }

    /** Whether somebody was shown it as it is now. */
    public boolean know(Booking booking) {
        return booking.equals(shown.get(booking.id()));
    }

    public long reads() {
        return reads.get();
    }
}
