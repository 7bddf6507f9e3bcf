package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of participants.
 *
 * @param nextPageToken null on the last page
 * @param unreadable rows without something we need
 */
public record ZoomParticipantsPage(
        List<ZoomParticipant> participants, @Nullable String nextPageToken, int unreadable) {}
