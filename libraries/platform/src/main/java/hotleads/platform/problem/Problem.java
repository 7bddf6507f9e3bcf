package hotleads.platform.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A failure that the caller is told about: thrown anywhere, answered as problem JSON by the one handler of the service.
 *
 * <p>Title and details carry ids and rules, never people.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> details;

    public Problem(HttpStatus status, String code, String title) {
        this(status, code, title, Map.of());
    }

    /** @param details further members of the answer, such as {@code retryAt} */
    public Problem(HttpStatus status, String code, String title, Map<String, Object> details) {
        super(title);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> details() {
        return details;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // An expected refusal needs no stack, and a flood of refusals must stay cheap.
        return this;
    }
}
