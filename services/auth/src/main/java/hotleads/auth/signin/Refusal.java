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
    /** After a reset, which only tells who has the right password. */
    LINK_NEEDED(HttpStatus.FORBIDDEN, "A new factor is set up by the link that was made for it"),
    /** Unknown, used or too old: which of them is nobody's business. */
    LINK_OVER(HttpStatus.GONE, "This link cannot be used any more"),
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
