package hotleads.contracts;

import java.util.List;

/** What can be booked at all, and with whom. */
public record AcuityCatalogue(List<AcuitySessionType> types, List<AcuityCalendar> calendars) {}
