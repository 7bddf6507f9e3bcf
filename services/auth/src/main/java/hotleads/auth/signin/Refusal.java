package hotleads.auth.signin;

import hotleads.platform.problem.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every "no" of signing in, as the browser gets it. */
enum Refusal {
    WRONG_SIGN_IN(HttpStatus.UNAUTHORIZED, "E-mail and password do not match"),
    WRONG_CODE(HttpStatus.UNAUTHORIZED, "That code is not right"),
    /** By someone who is signed in, about the password they have. */
    WRONG_PASSWORD(HttpStatus.UNAUTHORIZED, "That is not the present password"),
    CODE_ALREADY_USED(HttpStatus.UNAUTHORIZED, "That code has been used"),
    /** Unknown, removed, copied, made for another address: which of them is nobody's business. */
    PASSKEY_REFUSED(HttpStatus.UNAUTHORIZED, "That passkey was not accepted"),
    /** Signed in, but the second factor was proved too long ago for this. */
    STEP_UP_REQUIRED(HttpStatus.FORBIDDEN, "This needs the second factor again"),
    NO_SUCH_FACTOR(HttpStatus.NOT_FOUND, "This passkey or app is not there any more"),
    LAST_FACTOR(HttpStatus.CONFLICT, "The last passkey or app cannot be removed: add another one first"),
    NO_RECOVERY_CODES(HttpStatus.CONFLICT, "Nothing is removed without recovery codes: make new ones first"),
    BAD_NAME(HttpStatus.UNPROCESSABLE_CONTENT, "The name needs 1 to 60 characters"),
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
