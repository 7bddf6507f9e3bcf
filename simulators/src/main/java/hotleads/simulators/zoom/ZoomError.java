package hotleads.simulators.zoom;

import hotleads.simulators.web.Answer;
import java.util.Map;

/** Zoom's refusals: its own number beside HTTP's, which says little. */
record ZoomError(int status, int code, String message) {

    static final ZoomError TOKEN_EXPIRED = new ZoomError(401, 124, "Access token is expired.");
    static final ZoomError TOKEN_INVALID = new ZoomError(401, 124, "Invalid access token.");
    static final ZoomError PAID_ONLY = new ZoomError(400, 200, "Only available for paid account.");
    static final ZoomError PAGE_TOKEN =
            new ZoomError(400, 300, "The next page token is either invalid or has expired.");
    static final ZoomError NO_SUCH_USER = new ZoomError(404, 1001, "User does not exist.");
    static final ZoomError ME = new ZoomError(400, 200, "The me keyword is not allowed with this kind of token.");
    static final ZoomError TOO_OLD =
            new ZoomError(400, 12702, "You are not allowed to access information of a meeting older than a year.");
    static final ZoomError A_MONTH =
            new ZoomError(400, 300, "The from and to date must be one month apart at most, in the last six months.");
    static final ZoomError WRONG_METHOD = new ZoomError(405, 405, "Method Not Allowed");
    static final ZoomError NO_SUCH_PATH = new ZoomError(404, 2300, "This API endpoint is not recognized.");
    static final ZoomError SERVER_ERROR = new ZoomError(500, 500, "Internal server error.");
    static final ZoomError FORBIDDEN = new ZoomError(403, 403, "Forbidden");
    static final ZoomError CONFLICT = new ZoomError(409, 409, "Conflict");

    static ZoomError noSuchMeeting(String meeting) {
        return new ZoomError(404, 3001, "Meeting " + meeting + " is not found or has expired.");
    }

    static ZoomError noScope(String scope) {
        return new ZoomError(400, 4711, "Invalid access token, does not contain scopes:[" + scope + "].");
    }

    static ZoomError tooMany(String what) {
        return new ZoomError(
                429, 429, "You have reached the maximum " + what + " rate limit for this API. Try again later.");
    }

    Answer answer() {
        return Answer.json(status, Map.of("code", code, "message", message));
    }

    /** Ends a request in this, from however deep its parameters are read. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient ZoomError error;

        Refused(ZoomError error) {
            super("refused");
            this.error = error;
        }

        ZoomError error() {
            return error;
        }
    }
}
