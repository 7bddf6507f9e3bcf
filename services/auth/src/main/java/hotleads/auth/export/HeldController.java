package hotleads.auth.export;

import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.contracts.AccountsHeld;
import hotleads.vault.Unopened;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells core what is held of the accounts of a person, and of nobody else. */
@RestController
class HeldController {
    private final Held held;
    private final Trail trail;

    HeldController(Held held, Trail trail) {
        this.held = held;
        this.trail = trail;
    }

    /** @param people the ids by which core knows one person */
    @GetMapping(path = "/internal/accounts/held", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public AccountsHeld held(@RequestParam List<UUID> people, Principal program) {
        Unopened unopened = new Unopened();
        List<AccountsHeld.Account> accounts = held.accountsOf(people, unopened);
        accounts.forEach(account -> trail.done(
                Actor.service(program.getName()),
                Act.ACCOUNT_EXPORTED,
                new Trail.Subject("account", account.id().toString()),
                ClientAddress.NONE));
        AccountsHeld all = new AccountsHeld(accounts, held.invitesOf(people, unopened));
        unopened.places().forEach(trail::unopened);
        return all;
    }
}
