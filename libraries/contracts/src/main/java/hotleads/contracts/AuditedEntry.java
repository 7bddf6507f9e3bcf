package hotleads.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of auth's trail, for core to show.
 *
 * @param seq its number in auth's chain
 * @param hash of its link
 * @param detail what was sealed beside it, opened: an address or a reason; null when nothing was, or its key is gone
 * @param erased whether something was sealed whose key is gone
 */
public record AuditedEntry(
        long seq,
        byte[] hash,
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
        @Nullable String detail,
        boolean erased) {}
