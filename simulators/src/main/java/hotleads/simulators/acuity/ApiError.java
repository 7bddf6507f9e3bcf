package hotleads.simulators.acuity;

import hotleads.simulators.web.Answer;
import java.util.LinkedHashMap;

/** Acuity's refusals, always in the same three-key envelope. */
record ApiError(int status, String error, String message) {

    static final ApiError UNAUTHORIZED = new ApiError(401, "unauthorized", "Unauthorized");
    static final ApiError NOT_FOUND = new ApiError(404, "not_found", "The requested resource was not found.");
    static final ApiError NO_APPOINTMENT =
            new ApiError(404, "appointment_not_found", "The appointment could not be found.");
    static final ApiError WRONG_METHOD = new ApiError(405, "method_not_allowed", "Method not allowed.");
    static final ApiError TOO_MANY = new ApiError(429, "too_many_requests", "Too many requests.");
    static final ApiError NOT_AVAILABLE = new ApiError(400, "not_available", "The requested time is not available.");

    static final ApiError SERVER_ERROR = new ApiError(500, "server_error", "Something went wrong on our side.");

    static ApiError badRequest(String message) {
        return new ApiError(400, "bad_request", message);
    }

    static ApiError of(String error, String message) {
        return new ApiError(400, error, message);
    }

    Answer answer() {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("status_code", status);
        envelope.put("message", message);
        envelope.put("error", error);
        return Answer.json(status, envelope);
    }
}
