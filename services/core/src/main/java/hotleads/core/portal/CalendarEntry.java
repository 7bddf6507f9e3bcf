package hotleads.core.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A booking for the phone's own calendar (RFC 5545). It says "Appointment" and nothing more: calendars are shared, and
 * shown on locked screens. Times stand in UTC, which no change of clocks moves.
 */
record CalendarEntry(long booking, Instant startsAt, int minutes, Instant madeAt) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String text() {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Hot Leads//Portal//EN",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                // The same for the same booking, so that adding it again after a move replaces what was there.
                "UID:booking-" + booking + "@portal",
                "DTSTAMP:" + UTC.format(madeAt),
                "DTSTART:" + UTC.format(startsAt),
                "DTEND:" + UTC.format(startsAt.plusSeconds(60L * minutes)),
                "SUMMARY:Appointment",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }
}
