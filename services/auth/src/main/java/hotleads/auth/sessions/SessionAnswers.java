package hotleads.auth.sessions;

import hotleads.auth.knownbrowsers.BrowserSecret;
import org.springframework.http.ResponseEntity;

/** Answers that tell the gateway what the browser holds from now on. */
public final class SessionAnswers {
    private static final String HEADER = "X-Set-Session";
    private static final String BROWSER = "X-Set-Browser";

    private SessionAnswers() {}

    public static <T> ResponseEntity<T> with(SessionSecret secret, T body) {
        return ResponseEntity.ok().header(HEADER, secret.value()).body(body);
    }

    /** The browser is recognised by this from now on. */
    public static <T> ResponseEntity<T> with(BrowserSecret browser, ResponseEntity<T> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(BROWSER, browser.value())
                .body(answer.getBody());
    }

    /** The browser shall forget what it holds. */
    public static ResponseEntity.BodyBuilder cleared(int status) {
        return ResponseEntity.status(status).header(HEADER, "");
    }
}
