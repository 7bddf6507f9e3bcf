package hotleads.auth.accounts;

import hotleads.contracts.AccountRole;
import hotleads.contracts.PractitionersCalendars;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells other programs who is what to the practice, by ids and roles alone. */
@RestController
class AccountController {
    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(path = "/internal/accounts/exists", produces = MediaType.APPLICATION_JSON_VALUE)
    Existence exists(@RequestParam String role) {
        try {
            return new Existence(accounts.anyoneIs(Role.of(role)));
        } catch (IllegalArgumentException unknown) {
            throw new Problem(HttpStatus.BAD_REQUEST, "no-such-role", "There is no such role");
        }
    }

    /** What an account is to the practice, for a program that is asked to give somebody work. */
    @GetMapping(path = "/internal/accounts/{accountId}/role", produces = MediaType.APPLICATION_JSON_VALUE)
    AccountRole role(@PathVariable UUID accountId) {
        return accounts.find(new AccountId(accountId))
                .map(account -> new AccountRole(account.role().word()))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such account"));
    }

    /** For whose clients somebody is there: whose account does not open cannot sign in either. */
    @GetMapping(path = "/internal/accounts/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
    PractitionersCalendars calendars() {
        return new PractitionersCalendars(accounts.in(Role.PRACTITIONER, new Unopened()).stream()
                .filter(account -> !account.isLocked())
                .map(account -> new PractitionersCalendars.Practitioner(
                        account.id().value(), account.practice().acuityCalendars()))
                .toList());
    }

    record Existence(boolean exists) {}
}
