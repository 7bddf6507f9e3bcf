package hotleads.auth.invites;

import hotleads.audit.Actor;
import hotleads.auth.sessions.Visit;
import hotleads.contracts.InviteMade;
import hotleads.contracts.NewClient;
import hotleads.contracts.NewInvite;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
                new NewInvite(wanted.email(), wanted.displayName(), wanted.role(), wanted.acuityCalendars()),
                actor,
                visit.address()));
        return new InviteLink(made.link(), made.expiresAt());
    }

    /** Those that wait to be accepted; the links themselves were shown once. */
    @GetMapping(path = "/auth/admin/invites", produces = MediaType.APPLICATION_JSON_VALUE)
    WaitingInvites waitingInvites(Caller caller, Visit visit) {
        return new WaitingInvites(
                makeInvite
                        .waiting(Actor.person(caller.accountId(), caller.role().word()), visit.address())
                        .stream()
                        .map(WaitingInvite::of)
                        .toList());
    }

    /** The link no longer opens anything; nobody had it but whoever was given it. */
    @PostMapping("/auth/admin/invites/{inviteId}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawInvite(@PathVariable UUID inviteId, Caller caller, Visit visit) {
        if (!makeInvite.withdraw(
                inviteId, Actor.person(caller.accountId(), caller.role().word()), visit.address())) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such invite, or it is over");
        }
    }

    @PostMapping(path = "/internal/invites", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    InviteMade inviteForProgram(@RequestBody NewInvite wanted, Principal program) {
        return orRefuse(makeInvite.byProgram(wanted, Actor.service(program.getName())));
    }

    /** A client's account is about this one person for good; core has made sure that there is one. */
    @PostMapping(path = "/internal/people/{personId}/invites", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    InviteMade inviteClient(@PathVariable UUID personId, @RequestBody NewClient wanted, Principal program) {
        return orRefuse(makeInvite.ofClient(personId, wanted, Actor.service(program.getName())));
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

    /**
     * @param role {@code admin} or {@code practitioner}; clients are invited where their person is known
     * @param acuityCalendars a practitioner's calendars at Acuity; empty for an administrator
     */
    record InviteWanted(String email, String displayName, String role, List<Long> acuityCalendars) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }

    record WaitingInvites(List<WaitingInvite> invites) {}

    record WaitingInvite(UUID id, String email, String displayName, String role, Instant createdAt, Instant expiresAt) {
        private static WaitingInvite of(Invite invite) {
            return new WaitingInvite(
                    invite.id(),
                    invite.email().value(),
                    invite.displayName(),
                    invite.role().word(),
                    invite.createdAt(),
                    invite.expiresAt());
        }

        @Override
        public String toString() {
            return "Invite " + id;
        }
    }

    record InviteLink(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }
}
