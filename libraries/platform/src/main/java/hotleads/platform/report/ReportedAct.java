package hotleads.platform.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act of a program without a database, for core's audit trail.
 *
 * @param id made by the reporter, so that a repeated report changes nothing
 * @param act a dotted word such as {@code hook.refused}
 * @param count how many alike acts this one stands for: refusals of strangers come as one a minute and source
 * @param address where the stranger came from; core seals it
 */
public record ReportedAct(
        UUID id,
        Instant at,
        String act,
        String subjectKind,
        String subject,
        String outcome,
        int count,
        @Nullable String address,
        @Nullable String requestId) {}
