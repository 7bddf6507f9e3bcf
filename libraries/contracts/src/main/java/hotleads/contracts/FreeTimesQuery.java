package hotleads.contracts;

import java.time.LocalDate;

/**
 * Core's order to sync: the free starts of a date.
 *
 * @param zone IANA name of the zone the date is meant in
 */
public record FreeTimesQuery(LocalDate date, long typeId, long calendarId, String zone) {}
