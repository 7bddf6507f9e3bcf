package hotleads.core.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoWritten;
import hotleads.core.crm.CrmOfPeople.Target;
import hotleads.core.outbox.Parcel;
import hotleads.core.outbox.Sent;
import java.time.Duration;
import java.util.Objects;

/** How Zoho's answers to a write end a try: what was certainly not taken is told from what nobody knows. */
final class ZohoOutward {
    private ZohoOutward() {}

    static Sent sent(ProviderAnswer<ZohoWritten> answer) {
        String cause = cause(answer);
        return switch (answer.outcome()) {
            case OK -> saved(answer);
            case RETRY_LATER -> new Sent.Later(cause, wait(answer));
            // Somebody else holds the record just now, or changed it: nothing of ours was taken.
            case CHANGED -> new Sent.Later(cause, null);
            case TOKEN_NEEDED -> new Sent.Later(cause, null);
            case GONE, BAD_REQUEST, REFUSED_TOKEN, REFUSED_PERMISSION -> new Sent.Refused(cause);
            case NOTHING, UNCLEAR -> new Sent.Unclear(cause);
        };
    }

    static Sent lookedUp(ProviderAnswer<ZohoWritten> answer) {
        String cause = cause(answer);
        return switch (answer.outcome()) {
            case OK -> saved(answer);
            case NOTHING -> new Sent.NotThere();
            case RETRY_LATER -> new Sent.Later(cause, wait(answer));
            case CHANGED, TOKEN_NEEDED, GONE, UNCLEAR -> new Sent.Unclear(cause);
            case BAD_REQUEST, REFUSED_TOKEN, REFUSED_PERMISSION -> new Sent.Refused(cause);
        };
    }

    static ZohoMarkerQuery markerOf(Parcel parcel, String kind, Target target) {
        return new ZohoMarkerQuery(kind, target.module(), target.id(), parcel.marker(), parcel.decidedAt());
    }

    private static Sent saved(ProviderAnswer<ZohoWritten> answer) {
        return new Sent.Saved(
                Long.toString(Objects.requireNonNull(answer.content()).id()));
    }

    private static String cause(ProviderAnswer<?> answer) {
        return "zoho." + (answer.cause() == null ? "unclear" : answer.cause());
    }

    private static @org.jspecify.annotations.Nullable Duration wait(ProviderAnswer<?> answer) {
        Long millis = answer.retryAfterMillis();
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
