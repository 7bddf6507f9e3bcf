package hotleads.auth.accounts;

import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells other programs whether a practice has anyone in a role yet. */
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

    record Existence(boolean exists) {}
}
