package hotleads.core.attendance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One device of one participant for a while.
 *
 * @param host the practitioner whose room it is
 * @param name its words, folded; empty when hidden
 * @param phone the number they rang from
 */
record Stay(
        Span span,
        boolean host,
        boolean inMeeting,
        Set<String> name,
        @Nullable String email,
        @Nullable String phone,
        boolean registered) {}
