package hotleads.contracts;

import java.util.List;
import java.util.UUID;

/** All practitioners whose accounts work, each with their calendars at Acuity; a calendar may be several people's. */
public record PractitionersCalendars(List<Practitioner> practitioners) {
    /** One of them. */
    public record Practitioner(UUID account, List<Long> calendars) {}
}
