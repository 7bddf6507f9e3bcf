package hotleads.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A practitioner's calendar; addresses and pictures are dropped.
 *
 * @param zone IANA name of the zone it is kept in
 */
public record AcuityCalendar(
        long id, @Nullable String name, @Nullable String zone) {}
