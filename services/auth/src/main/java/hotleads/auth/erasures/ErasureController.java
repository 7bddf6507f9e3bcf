package hotleads.auth.erasures;

import hotleads.audit.Actor;
import hotleads.contracts.AccountHoldings;
import hotleads.contracts.PeopleErased;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For core, which decides with two administrators who is erased. */
@RestController
class ErasureController {
    private final EraseAccounts erase;

    ErasureController(EraseAccounts erase) {
        this.erase = erase;
    }

    /** In numbers, for the plan. */
    @GetMapping(path = "/internal/people/holdings", produces = MediaType.APPLICATION_JSON_VALUE)
    AccountHoldings holdings(@RequestParam List<UUID> ids) {
        return erase.holdingsOf(ids);
    }

    @PostMapping("/internal/people/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@RequestBody PeopleErased wanted, Principal program) {
        erase.erase(wanted.erasure(), wanted.people(), Actor.service(program.getName()));
    }
}
