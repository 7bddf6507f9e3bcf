package hotleads.auth.invites;

import hotleads.auth.sessions.NextStep;
import hotleads.auth.sessions.SessionAnswers;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For whoever holds an invite's link. */
@RestController
class InviteController {
    private final AcceptInvite acceptInvite;

    InviteController(AcceptInvite acceptInvite) {
        this.acceptInvite = acceptInvite;
    }

    @PostMapping(path = "/auth/invites/open", produces = MediaType.APPLICATION_JSON_VALUE)
    OpenedInvite openInvite(@RequestBody InviteToken given) {
        return acceptInvite
                .open(new LinkSecret(given.token()))
                .map(invite ->
                        new OpenedInvite(invite.displayName(), invite.role().word(), invite.expiresAt()))
                .orElseThrow(InviteController::over);
    }

    @PostMapping(path = "/auth/invites/accept", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> acceptInvite(@RequestBody AcceptedInvite given, Visit visit) {
        return switch (acceptInvite.accept(new LinkSecret(given.token()), given.password(), visit)) {
            case AcceptInvite.Answer.Accepted(var secret) -> SessionAnswers.with(secret, new NextStep(Stage.SET_UP));
            case AcceptInvite.Answer.Weak(var why) -> throw why.asProblem();
            case AcceptInvite.Answer.Over() -> throw over();
        };
    }

    private static Problem over() {
        return new Problem(HttpStatus.GONE, "invite-over", "This invite cannot be used any more");
    }

    record InviteToken(String token) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }

    record OpenedInvite(String displayName, String role, Instant expiresAt) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }

    record AcceptedInvite(String token, String password) {
        @Override
        public String toString() {
            return "[invite and password]";
        }
    }
}
