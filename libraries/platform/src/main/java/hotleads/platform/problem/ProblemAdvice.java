package hotleads.platform.problem;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one handler of a service: every failure leaves as problem JSON with a code and the request's id. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        return answer(Problems.of(problem));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        return unexpectedly(failure);
    }

    /**
     * Parameters that are none, one without a name or half a character: Tomcat says so to whoever first asks for any.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noParameters(InvalidParameterException malformed) {
        return answer(Problems.of(HttpStatus.BAD_REQUEST, "bad-request", "The address has parameters that are none"));
    }

    static ResponseEntity<ProblemDetail> unexpectedly(Exception failure) {
        // The kind and place only: a driver's or parser's message may quote the value it choked on.
        log.error("Unexpected failure {} at {}", failure.getClass().getName(), placeOf(failure));
        return answer(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something failed on our side"));
    }

    /** The reader has gone: there is nobody to answer. */
    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
            AsyncRequestNotUsableException gone, WebRequest request) {
        log.debug("The reader closed the connection");
        return null;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // Spring's own detail text may quote what was sent, so only the status survives.
        ProblemDetail detail = Problems.of(status, Problems.codeOf(status), titleOf(status));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static String titleOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "The request failed" : known.getReasonPhrase();
    }

    private static String placeOf(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        for (StackTraceElement element : stack) {
            if (element.getClassName().startsWith("hotleads.")) {
                return element.toString();
            }
        }
        return stack.length == 0 ? "unknown" : stack[0].toString();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
