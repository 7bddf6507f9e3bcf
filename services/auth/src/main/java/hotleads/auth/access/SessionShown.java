package hotleads.auth.access;

import hotleads.auth.sessions.Sessions;
import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner recognises it.
 *
 * @param browser such as {@code Firefox}; empty when it is none we know
 * @param system such as {@code Windows}; empty when it is none we know
 * @param from the network address it was opened from
 * @param current whether it is the one that asks
 */
record SessionShown(
        UUID id, String browser, String system, String from, Instant openedAt, Instant lastUsedAt, boolean current) {
    static SessionShown of(Sessions.Opened opened, UUID asking) {
        return new SessionShown(
                opened.sid(),
                opened.device().browser(),
                opened.device().system(),
                opened.address(),
                opened.openedAt(),
                opened.lastUsedAt(),
                opened.sid().equals(asking));
    }

    @Override
    public String toString() {
        return "Session " + id;
    }
}
