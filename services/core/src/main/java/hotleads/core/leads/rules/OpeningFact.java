package hotleads.core.leads.rules;

import java.time.Instant;

/**
 * Their usual hour with their practitioner, given up by somebody else and free.
 *
 * @param openedAt when we saw that it had come free
 */
public record OpeningFact(long calendarId, Instant startsAt, Instant openedAt) {
    public OpeningFact {
        startsAt = Milliseconds.floor(startsAt);
        openedAt = Milliseconds.floor(openedAt);
    }

    Evidence asEvidence() {
        // The time and not the booking that was there: that is somebody else's.
        return new Evidence(Source.ACUITY, calendarId + "@" + startsAt.getEpochSecond(), startsAt, openedAt);
    }
}
