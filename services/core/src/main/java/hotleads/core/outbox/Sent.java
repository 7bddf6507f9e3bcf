package hotleads.core.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a try ended; causes are words of ours, such as {@code zoho.rate-limited}. */
public sealed interface Sent {
    /** It is there, and the provider calls it so. */
    record Saved(String as) implements Sent {}

    /** Looked up, and not there: it may be sent. */
    record NotThere() implements Sent {}

    /** Certainly not taken, and never will be: somebody has to see to it. */
    record Refused(String cause) implements Sent {}

    /** Certainly not taken this time. */
    record Later(String cause, @Nullable Duration notBefore) implements Sent {}

    /** Nobody can tell whether it arrived. */
    record Unclear(String cause) implements Sent {}
}
