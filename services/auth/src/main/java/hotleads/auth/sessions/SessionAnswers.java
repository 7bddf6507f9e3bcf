package hotleads.auth.sessions;

import org.springframework.http.ResponseEntity;

/** Answers that tell the gateway which session the browser holds from now on. */
public final class SessionAnswers {
    private static final String HEADER = "X-Set-Session";

    private SessionAnswers() {}

    public static <T> ResponseEntity<T> with(SessionSecret secret, T body) {
        return ResponseEntity.ok().header(HEADER, secret.value()).body(body);
    }

    /** The browser shall forget what it holds. */
    public static ResponseEntity.BodyBuilder cleared(int status) {
        return ResponseEntity.status(status).header(HEADER, "");
    }
}
