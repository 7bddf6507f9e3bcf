package hotleads.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the browser gets it.
 *
 * @param chain {@code core} or {@code auth}
 * @param seq its number there
 * @param actorKind {@code person}, {@code service}, {@code job} or {@code stranger}
 * @param actor an account's id, or the name of a service or job
 * @param actorName what that person is called
 * @param people the first of those it was done to
 * @param peopleCount how many those are
 * @param subject what else it was done to: an id or a word
 * @param outcome {@code done} or {@code refused}
 * @param count how many alike acts it stands for
 * @param address where it came from
 * @param reason why, in the actor's words
 * @param erased whether address or reason were there and their key is destroyed
 */
record EntryShown(
        String chain,
        long seq,
        UUID id,
        Instant at,
        String actorKind,
        @Nullable String actor,
        @Nullable String actorName,
        @Nullable String role,
        String act,
        List<PersonShown> people,
        int peopleCount,
        @Nullable String subjectKind,
        @Nullable String subject,
        String outcome,
        int count,
        @Nullable String address,
        @Nullable String reason,
        boolean erased,
        String hash) {

    /**
     * Someone it was done to.
     *
     * @param name null when the person was erased
     */
    record PersonShown(
            UUID id, @Nullable String name, @Nullable String initials) {}
}
