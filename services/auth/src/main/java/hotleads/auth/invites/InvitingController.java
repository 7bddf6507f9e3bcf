package hotleads.auth.invites;

import hotleads.audit.Actor;
import hotleads.auth.sessions.Visit;
import hotleads.contracts.InviteMade;
import hotleads.contracts.NewInvite;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.security.Principal;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whoever invites: an administrator, or a program for one. */
@RestController
class InvitingController {
    private final MakeInvite makeInvite;

    InvitingController(MakeInvite makeInvite) {
        this.makeInvite = makeInvite;
    }

    @PostMapping(path = "/auth/admin/invites", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    InviteLink invite(@RequestBody InviteWanted wanted, Caller caller, Visit visit) {
        Actor actor = Actor.person(caller.accountId(), caller.role().word());
        InviteMade made = orRefuse(makeInvite.byPerson(
                new NewInvite(wanted.email(), wanted.displayName(), wanted.role()), actor, visit.address()));
        return new InviteLink(made.link(), made.expiresAt());
    }

    @PostMapping(path = "/internal/invites", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    InviteMade inviteForProgram(@RequestBody NewInvite wanted, Principal program) {
        return orRefuse(makeInvite.byProgram(wanted, Actor.service(program.getName())));
    }

    private static InviteMade orRefuse(MakeInvite.Answer answer) {
        return switch (answer) {
            case MakeInvite.Answer.Made(InviteMade invite) -> invite;
            case MakeInvite.Answer.AlreadyInvited() ->
                throw new Problem(HttpStatus.CONFLICT, "already-invited", "An invite waits for this person already");
            case MakeInvite.Answer.AccountExists() ->
                throw new Problem(HttpStatus.CONFLICT, "account-exists", "This person has an account already");
            case MakeInvite.Answer.NotUsable() ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invite-not-usable", "E-mail, name or role cannot be used");
        };
    }

    /** @param role {@code admin}, {@code practitioner} or {@code client} */
    record InviteWanted(String email, String displayName, String role) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }

    record InviteLink(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }
}
