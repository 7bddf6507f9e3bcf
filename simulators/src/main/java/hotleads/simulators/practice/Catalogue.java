package hotleads.simulators.practice;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What the made-up practice offers: its practitioners and kinds of sessions. */
public final class Catalogue {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    public static final String OWNER_EMAIL = "desk@example.org";

    // Every day of the week has someone, so that there is always a session within 24 hours to cancel; the
    // weekend comes first in a list, for there a weekly client gets it.
    public static final List<Practitioner> PRACTITIONERS = List.of(
            new Practitioner(
                    4038201, "Wren Fableton", "wren@example.org", List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY)),
            new Practitioner(4038202, "Otis Marzipan", "", List.of(SATURDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)),
            new Practitioner(
                    4038203,
                    "Pilar Moonbeam",
                    "pilar@example.org, desk@example.org",
                    List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)),
            new Practitioner(
                    4038204, "Jonas Inkling", "jonas@example.org", List.of(SUNDAY, THURSDAY, FRIDAY, SATURDAY)));

    // The trailing blank is on purpose: Acuity keeps what people typed.
    public static final SessionType FIRST = new SessionType(
            14792201, "First session ", "An hour to get to know each other", 60, "140.00", "#6C9A8B", 1, true);

    public static final SessionType INDIVIDUAL =
            new SessionType(14792202, "Individual session", "", 50, "120.00", "#E8998D", 1, true);

    public static final SessionType COUPLES =
            new SessionType(14792203, "Couples session", "For two people together", 60, "160.00", "#A1683A", 1, true);

    public static final SessionType GROUP =
            new SessionType(14792204, "Skills group", "Thursday evenings", 90, "45.00", "#4A6FA5", 8, true);

    private static final SessionType RETIRED =
            new SessionType(14792199, "Telephone check (old)", "", 20, "0.00", "#999999", 1, false);

    public static final List<SessionType> TYPES = List.of(FIRST, INDIVIDUAL, COUPLES, GROUP, RETIRED);

    private Catalogue() {}

    public static Optional<Practitioner> practitioner(long calendarId) {
        return PRACTITIONERS.stream()
                .filter(one -> one.calendarId() == calendarId)
                .findFirst();
    }

    public static Optional<SessionType> type(long id) {
        return TYPES.stream().filter(one -> one.id() == id).findFirst();
    }
}
