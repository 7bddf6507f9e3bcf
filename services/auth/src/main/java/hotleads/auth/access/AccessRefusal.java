package hotleads.auth.access;

import hotleads.platform.problem.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every "no" to an administrator's act on accounts, as the browser gets it. */
public enum AccessRefusal {
    /** They were an administrator when the page opened, and are none any more. */
    NO_LONGER_ADMIN(HttpStatus.FORBIDDEN, "You may not do that any more"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such account, session, invite or request"),
    NOT_YOURSELF(HttpStatus.CONFLICT, "Another administrator has to do that for your own account"),
    LAST_ADMIN(HttpStatus.CONFLICT, "Nobody would be left who can administer"),
    /** A client's account belongs to their person, so it never becomes staff's, nor staff's a client's. */
    ROLE_FIXED(HttpStatus.CONFLICT, "A client's account stays a client's, and a colleague's stays theirs"),
    PRACTITIONERS_ONLY(HttpStatus.CONFLICT, "Only a practitioner has calendars and meetings of their own"),
    ALREADY_ASKED(HttpStatus.CONFLICT, "A reset of this account waits already"),
    SECOND_ADMIN_NEEDED(HttpStatus.CONFLICT, "Whoever asked cannot approve"),
    SECOND_ADMIN_AVAILABLE(HttpStatus.CONFLICT, "Another administrator can approve, so the card stays where it is"),
    CARD_FOR_ADMINS_ONLY(HttpStatus.CONFLICT, "The card resets administrators only"),
    NO_CARD(HttpStatus.CONFLICT, "There is no card that could be right"),
    CARD_TOO_NEW(HttpStatus.CONFLICT, "The card works from a day after it was made"),
    WRONG_CARD(HttpStatus.UNPROCESSABLE_CONTENT, "That is not what the card says"),
    NOT_YET(HttpStatus.CONFLICT, "The hour in which this can be stopped is not over"),
    RESET_OVER(HttpStatus.GONE, "This request was decided, stopped or is too old"),
    NOT_USABLE(HttpStatus.UNPROCESSABLE_CONTENT, "Something is missing or too long");

    private final HttpStatus status;
    private final String title;

    AccessRefusal(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public Problem asProblem() {
        return new Problem(status, name().toLowerCase(Locale.ROOT).replace('_', '-'), title);
    }
}
