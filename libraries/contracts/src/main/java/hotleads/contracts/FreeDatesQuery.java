package hotleads.contracts;

import java.time.YearMonth;

/**
 * Core's order to sync: the dates of a month with a free time.
 *
 * @param zone IANA name of the zone the dates are meant in
 */
public record FreeDatesQuery(YearMonth month, long typeId, long calendarId, String zone) {}
