package hotleads.auth.tokens;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The errors of RFC 6749 section 5.2 and RFC 8693 section 2.2.2 that we give. */
enum TokenError {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    INVALID_CLIENT(HttpStatus.UNAUTHORIZED),
    INVALID_GRANT(HttpStatus.BAD_REQUEST),
    INVALID_SCOPE(HttpStatus.BAD_REQUEST),
    INVALID_TARGET(HttpStatus.BAD_REQUEST),
    UNSUPPORTED_GRANT_TYPE(HttpStatus.BAD_REQUEST);

    private final HttpStatus status;

    TokenError(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
