package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Zoho's refusals, always in the same four-key envelope. */
record ZohoError(int status, String code, String message, Map<String, String> details) {

    static final ZohoError BAD_TOKEN = new ZohoError(401, "INVALID_TOKEN", "invalid oauth token");
    static final ZohoError NO_TOKEN = new ZohoError(401, "AUTHENTICATION_FAILURE", "Authentication failed");
    static final ZohoError NO_SCOPE =
            new ZohoError(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL");
    static final ZohoError NO_PERMISSION = new ZohoError(403, "NO_PERMISSION", "permission denied");
    static final ZohoError NO_SUCH_URL =
            new ZohoError(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one");
    static final ZohoError NO_SUCH_RECORD = new ZohoError(404, "INVALID_DATA", "the id given seems to be invalid");
    static final ZohoError NO_SUCH_MODULE =
            new ZohoError(400, "INVALID_MODULE", "the module name given seems to be invalid");
    static final ZohoError WRONG_METHOD =
            new ZohoError(405, "INVALID_REQUEST_METHOD", "The http request method type is not a valid one");
    static final ZohoError TOO_MANY =
            new ZohoError(429, "TOO_MANY_REQUESTS", "You have made too many requests. Please try again later");
    static final ZohoError INTERNAL = new ZohoError(500, "INTERNAL_ERROR", "Internal Server Error");
    static final ZohoError MODIFIED =
            new ZohoError(412, "ALREADY_MODIFIED", "record has been already modified since the time given");
    static final ZohoError CONFLICT = new ZohoError(409, "RECORD_LOCKED", "the record is being changed");
    static final ZohoError EXPIRED_PAGE = new ZohoError(400, "EXPIRED_VALUE", "the page_token has expired");
    static final ZohoError OTHER_QUERY =
            new ZohoError(400, "TOKEN_BOUND_DATA_MISMATCH", "the page_token belongs to another request");
    static final ZohoError TOO_DEEP =
            new ZohoError(400, "DISCRETE_PAGINATION_LIMIT_EXCEEDED", "page reaches 2000 records only; use page_token");

    ZohoError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    static ZohoError missing(String parameter) {
        return new ZohoError(
                400,
                "REQUIRED_PARAM_MISSING",
                "One of the expected parameter is missing",
                Map.of("param_name", parameter));
    }

    static ZohoError invalid(String what) {
        return new ZohoError(400, "INVALID_DATA", "invalid data", Map.of("api_name", what));
    }

    Answer answer() {
        return Answer.json(status, envelope());
    }

    /** The same as one row of a list of writes. */
    ObjectNode envelope() {
        var envelope = Json.MAPPER.createObjectNode();
        envelope.put("code", code);
        envelope.putPOJO("details", new LinkedHashMap<>(details));
        envelope.put("message", message);
        envelope.put("status", "error");
        return envelope;
    }
}
