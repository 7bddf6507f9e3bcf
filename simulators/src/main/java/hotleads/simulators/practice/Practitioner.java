package hotleads.simulators.practice;

import java.time.DayOfWeek;
import java.util.List;

/** Someone who sees clients; to Acuity, a calendar. */
public record Practitioner(long calendarId, String name, String email, List<DayOfWeek> days) {

    public Practitioner {
        days = List.copyOf(days);
    }
}
