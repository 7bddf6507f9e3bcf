package hotleads.simulators.zoom;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Practitioner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Somebody with a licence: each practitioner has one, under an address Acuity need not know. */
record Host(long calendarId, String id, String email, String firstName, String lastName, long room) {

    static final List<Host> ALL = Catalogue.PRACTITIONERS.stream().map(Host::of).toList();

    static Optional<Host> of(long calendarId) {
        return ALL.stream().filter(one -> one.calendarId == calendarId).findFirst();
    }

    /** By id or address; Zoom takes either wherever it asks for a user. */
    static Host known(String idOrEmail) {
        if (idOrEmail.equals("me")) {
            throw new ZoomError.Refused(ZoomError.ME);
        }
        return ALL.stream()
                .filter(one -> one.id.equals(idOrEmail) || one.email.equalsIgnoreCase(idOrEmail))
                .findFirst()
                .orElseThrow(() -> new ZoomError.Refused(ZoomError.NO_SUCH_USER));
    }

    String name() {
        return firstName + " " + lastName;
    }

    private static Host of(Practitioner one) {
        int space = one.name().indexOf(' ');
        String first = one.name().substring(0, space);
        // The room's number is beyond 32 bits, as Zoom's are.
        return new Host(
                one.calendarId(),
                Chance.of(one.calendarId()).id(22),
                first.toLowerCase(Locale.ROOT) + "@example.org",
                first,
                one.name().substring(space + 1),
                97_800_000_000L + one.calendarId());
    }
}
