package hotleads.core.attendance;

import java.util.Optional;

/** Whether a participant is the client: registration, then address, number and, where only one can be meant, name. */
final class Ladder {
    private final Session session;
    private final boolean alone;

    /** @param alone nobody but the practitioner and this participant was in the room during the session */
    Ladder(Session session, boolean alone) {
        this.session = session;
        this.alone = alone;
    }

    Optional<Rung> rungOf(Stay stay) {
        if (stay.host() || isSurelyAnother(stay)) {
            return Optional.empty();
        }
        Known client = session.client();
        if (stay.email() != null && client.emails().contains(stay.email())) {
            return Optional.of(stay.registered() ? Rung.REGISTRANT : Rung.EMAIL);
        }
        if (stay.phone() != null && client.phones().contains(stay.phone())) {
            return Optional.of(Rung.PHONE);
        }
        return session.oneToOne() ? byName(stay) : Optional.empty();
    }

    private Optional<Rung> byName(Stay stay) {
        if (stay.email() != null || stay.name().isEmpty()) {
            // Signed in as somebody else: the same name under another address is another person until someone says so.
            return Optional.empty();
        }
        if (session.client().isCalled(stay.name())) {
            return isAmbiguous(stay) ? Optional.empty() : Optional.of(Rung.NAME);
        }
        boolean given = alone && session.client().givenNames().contains(stay.name());
        return given
                        && session.others().stream()
                                .noneMatch(other -> other.givenNames().contains(stay.name()))
                ? Optional.of(Rung.GIVEN_NAME)
                : Optional.empty();
    }

    /** A client of the same name was due in this room just before or after: only who came for this session counts. */
    private boolean isAmbiguous(Stay stay) {
        return session.others().stream().anyMatch(other -> other.isCalled(stay.name()))
                && stay.span().from().isBefore(session.booked().from().minusSeconds(600));
    }

    /** A shared address or number, under the name of the other whose it is too. */
    private boolean isSurelyAnother(Stay stay) {
        return !session.client().isCalled(stay.name())
                && session.others().stream().anyMatch(other -> other.isCalled(stay.name()));
    }
}
