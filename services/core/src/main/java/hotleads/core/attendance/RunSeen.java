package hotleads.core.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the provider answered, with who was in it; kept sealed, in this order of fields.
 *
 * @param listed whether participants were asked for: they are not of somebody who was alone
 */
public record RunSeen(
        long calendarId,
        Instant opensAt,
        Instant closesAt,
        int people,
        boolean listed,
        List<Participant> participants) {
    public RunSeen {
        participants = List.copyOf(participants);
    }

    /** One stay; texts as they came. */
    public record Participant(
            boolean host,
            boolean inMeeting,
            @Nullable String name,
            @Nullable String email,
            boolean registered,
            Instant joinedAt,
            Instant leftAt) {}
}
