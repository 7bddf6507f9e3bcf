package hotleads.gateway.answer;

import hotleads.platform.problem.Problem;
import hotleads.platform.request.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as problem JSON (RFC 9457). */
public final class ProblemAnswer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemAnswer() {}

    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", problem.title());
        members.put("status", problem.status().value());
        members.put("code", problem.code());
        members.put("requestId", RequestId.current());
        members.putAll(problem.details());
        byte[] body = JSON.writeValueAsBytes(members);
        response.setStatus(problem.status().value());
        response.setContentType("application/problem+json");
        if (problem.details().get("retryAfter") instanceof Integer seconds) {
            response.setIntHeader("Retry-After", seconds);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The refusal of something that Tomcat itself could not make sense of. */
    static Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        HttpStatus said = known == null || !known.isError() ? HttpStatus.BAD_REQUEST : known;
        String code = said.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Problem(said, code, said.getReasonPhrase());
    }
}
