package hotleads.auth.signin;

import hotleads.platform.problem.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every "no" of signing in, as the browser gets it. */
enum Refusal {
    WRONG_SIGN_IN(HttpStatus.UNAUTHORIZED, "E-mail and password do not match"),
    WRONG_CODE(HttpStatus.UNAUTHORIZED, "That code is not right"),
    CODE_ALREADY_USED(HttpStatus.UNAUTHORIZED, "That code has been used"),
    SIGNED_OUT(HttpStatus.UNAUTHORIZED, "This needs signing in first"),
    SET_UP_EXPIRED(HttpStatus.GONE, "The set-up took too long and has to start again");

    private final HttpStatus status;
    private final String title;

    Refusal(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    Problem asProblem() {
        return new Problem(status, name().toLowerCase(Locale.ROOT).replace('_', '-'), title);
    }
}
