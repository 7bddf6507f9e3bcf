package hotleads.platform.problem;

import hotleads.platform.request.RequestId;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes the problem JSON that every failure of every program looks like. */
public final class Problems {
    private Problems() {}

    public static ProblemDetail of(HttpStatusCode status, String code, String title) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setTitle(title);
        detail.setProperty("code", code);
        detail.setProperty("requestId", RequestId.current());
        return detail;
    }

    static ProblemDetail of(Problem problem) {
        ProblemDetail detail = of(problem.status(), problem.code(), problem.title());
        problem.details().forEach(detail::setProperty);
        return detail;
    }

    /** The code of failures that have none of their own, such as {@code method-not-allowed}. */
    static String codeOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "status-" + status.value()
                : known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
