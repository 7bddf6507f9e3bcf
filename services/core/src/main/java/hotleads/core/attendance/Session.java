package hotleads.core.attendance;

import java.time.Duration;
import java.util.List;

/**
 * A booked session that is over.
 *
 * @param oneToOne nobody else is booked with this practitioner at this minute
 * @param others clients of the practice who could be taken for this one: those of the same room around that time, and
 *     those who share an address or a number
 */
record Session(long bookingId, Span booked, boolean oneToOne, Known client, List<Known> others) {
    private static final Duration EARLY = Duration.ofMinutes(20);
    private static final Duration OVERTIME = Duration.ofMinutes(30);

    /** Presence in it may belong to this session. */
    Span around() {
        return new Span(booked.from().minus(EARLY), booked.to().plus(OVERTIME));
    }
}
