package hotleads.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act. Ids only: nothing here but {@code sealed} may describe a person.
 *
 * @param at real time, whatever the practice's clock says
 * @param act a dotted word such as {@code list.viewed}
 * @param subjectKind what it was done to, such as {@code person}
 * @param subject the record's id, or several with commas between for one view of a list
 * @param outcome {@code done} or {@code refused}
 * @param count how many alike acts it stands for
 * @param sealed address, reason or free text, sealed by the caller under {@code keyId}
 */
public record Entry(
        UUID id,
        Instant at,
        Actor actor,
        String act,
        @Nullable String subjectKind,
        @Nullable String subject,
        String outcome,
        int count,
        @Nullable String requestId,
        byte @Nullable [] sealed,
        @Nullable UUID keyId) {

    /** An act that was done, told with ids alone. */
    public static Entry done(
            UUID id,
            Instant at,
            Actor actor,
            String act,
            String subjectKind,
            String subject,
            @Nullable String requestId) {
        return new Entry(id, at, actor, act, subjectKind, subject, "done", 1, requestId, null, null);
    }

    /** An act that was refused, told with ids alone. */
    public static Entry refused(
            UUID id,
            Instant at,
            Actor actor,
            String act,
            @Nullable String subjectKind,
            @Nullable String subject,
            @Nullable String requestId) {
        return new Entry(id, at, actor, act, subjectKind, subject, "refused", 1, requestId, null, null);
    }
}
