package hotleads.simulators.google;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import org.jspecify.annotations.Nullable;

/** Google's refusals in their envelope; what a client does is decided by the reason, not by the number. */
record GoogleError(
        int status,
        String domain,
        String reason,
        String message,
        @Nullable String parameter) {

    static final GoogleError AUTH = new GoogleError(401, "global", "authError", "Invalid Credentials");
    static final GoogleError RATE_403 = new GoogleError(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
    static final GoogleError RATE_429 = new GoogleError(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
    static final GoogleError USAGE =
            new GoogleError(403, "usageLimits", "quotaExceeded", "Calendar usage limits exceeded.");
    static final GoogleError FORBIDDEN = new GoogleError(403, "global", "forbidden", "Forbidden");
    static final GoogleError SCOPES = new GoogleError(
            403, "global", "insufficientPermissions", "Request had insufficient authentication scopes.");
    static final GoogleError NOT_FOUND = new GoogleError(404, "global", "notFound", "Not Found");
    static final GoogleError DUPLICATE =
            new GoogleError(409, "global", "duplicate", "The requested identifier already exists.");
    static final GoogleError FULL_SYNC = new GoogleError(
            410,
            "calendar",
            "fullSyncRequired",
            "Sync token is no longer valid, a full sync is required.",
            "syncToken");
    static final GoogleError DELETED = new GoogleError(410, "global", "deleted", "Resource has been deleted");
    static final GoogleError CONDITION = new GoogleError(412, "global", "conditionNotMet", "Precondition Failed");
    static final GoogleError BACKEND = new GoogleError(500, "global", "backendError", "Backend Error");
    static final GoogleError UNAVAILABLE = new GoogleError(503, "global", "backendError", "Backend Error");

    GoogleError(int status, String domain, String reason, String message) {
        this(status, domain, reason, message, null);
    }

    static GoogleError invalid(String parameter, String message) {
        return new GoogleError(400, "global", "invalid", message, parameter);
    }

    static GoogleError required(String parameter) {
        return new GoogleError(400, "global", "required", "Missing " + parameter + ".", parameter);
    }

    Answer answer() {
        var envelope = Json.MAPPER.createObjectNode();
        var error = envelope.putObject("error");
        var one = error.putArray("errors").addObject();
        one.put("domain", domain).put("reason", reason).put("message", message);
        if (parameter != null) {
            one.put("locationType", "parameter").put("location", parameter);
        }
        error.put("code", status).put("message", message);
        return Answer.json(status, envelope);
    }

    /** Ends a request from however deep its parameters are read. */
    Refused refused() {
        return new Refused(this);
    }

    /** Carries an error up to the site. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient GoogleError error;

        Refused(GoogleError error) {
            super(error.reason());
            this.error = error;
        }

        GoogleError error() {
            return error;
        }
    }
}
