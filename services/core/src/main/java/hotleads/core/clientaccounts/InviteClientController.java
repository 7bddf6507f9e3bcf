package hotleads.core.clientaccounts;

import hotleads.contracts.InviteMade;
import hotleads.contracts.NewClient;
import hotleads.core.acts.Acts;
import hotleads.core.people.People;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invites a client: the account will be about this person and nobody else, for good. */
@RestController
class InviteClientController {
    private final People people;
    private final ClientAccounts accounts;
    private final Acts acts;

    InviteClientController(People people, ClientAccounts accounts, Acts acts) {
        this.people = people;
        this.accounts = accounts;
        this.acts = acts;
    }

    @PostMapping(path = "/api/people/{personId}/invite", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ClientInvite inviteClient(Caller caller, @PathVariable UUID personId, @RequestBody ClientWanted wanted) {
        if (!people.exists(personId)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
        // Before and after: no transaction of ours takes back what auth has done.
        acts.byPerson(caller, "client.invite-asked", "person", personId.toString());
        InviteMade made = accounts.invite(personId, new NewClient(wanted.email(), wanted.displayName()));
        acts.byPerson(caller, "client.invited", "person", personId.toString());
        return new ClientInvite(made.link(), made.expiresAt());
    }

    record ClientWanted(String email, String displayName) {
        @Override
        public String toString() {
            return "[client]";
        }
    }

    /** @param link shown once, to be handed on */
    record ClientInvite(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }
}
