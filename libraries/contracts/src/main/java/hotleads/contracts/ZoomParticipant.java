package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of one device: a person is many of them. Zoom hides most of this of people outside the account.
 *
 * @param accountUserId Zoom's id of a person who was signed in
 * @param name what was typed or stands in the account
 * @param inMeeting false for the waiting room
 */
public record ZoomParticipant(
        @Nullable String accountUserId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String registrantId,
        Instant joinedAt,
        Instant leftAt,
        boolean inMeeting) {}
