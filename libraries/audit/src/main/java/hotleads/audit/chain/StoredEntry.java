package hotleads.audit.chain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the table, every column of it.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param sealed what describes a person, as ciphertext: the chain covers that, so erasing a key breaks nothing
 * @param arrived the database transaction that brought it
 */
public record StoredEntry(
        UUID id,
        Instant at,
        String actorKind,
        @Nullable String actor,
        @Nullable String role,
        String act,
        @Nullable String subjectKind,
        @Nullable String subject,
        String outcome,
        int count,
        @Nullable String requestId,
        byte @Nullable [] sealed,
        @Nullable UUID keyId,
        long arrived) {}
