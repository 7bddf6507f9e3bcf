package hotleads.sync.acuity;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuityHook;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.platform.problem.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Core's orders about the account itself: whose it is, what it offers, and where its hooks go. */
@RestController
class AccountController {
    private static final Logger log = LoggerFactory.getLogger(AccountController.class);

    private final ReadAccount account;
    private final ReadCatalogue catalogue;
    private final HooksAtAcuity hooks;

    AccountController(ReadAccount account, ReadCatalogue catalogue, HooksAtAcuity hooks) {
        this.account = account;
        this.catalogue = catalogue;
        this.hooks = hooks;
    }

    @PostMapping("/internal/acuity/account")
    ProviderAnswer<AcuityAccount> account() {
        return logged("Read the account", account.read());
    }

    @PostMapping("/internal/acuity/catalogue")
    ProviderAnswer<AcuityCatalogue> catalogue() {
        return logged("Read types and calendars", catalogue.read());
    }

    @PostMapping("/internal/acuity/hooks")
    ProviderAnswer<List<AcuityHook>> hooks() {
        return logged("Read the hooks", hooks.list());
    }

    @PostMapping("/internal/acuity/hooks/new")
    ProviderAnswer<AcuityHook> makeHook(@RequestBody NewAcuityHook wanted) {
        // Jackson leaves out what was not sent, whatever the record says.
        if (wanted.event() == null || wanted.target() == null || wanted.target().getHost() == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-hook", "A hook has an event and an address");
        }
        return logged("Made a hook", hooks.make(wanted));
    }

    @PostMapping("/internal/acuity/hooks/removal")
    ProviderAnswer<Boolean> removeHook(@RequestBody HookRemoval removal) {
        if (removal.id() <= 0) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-id", "A hook's id is a positive number");
        }
        return logged("Removed hook " + removal.id(), hooks.remove(removal));
    }

    private static <T> ProviderAnswer<T> logged(String act, ProviderAnswer<T> answer) {
        log.info("{}: {} {}", act, answer.outcome(), answer.cause());
        return answer;
    }
}
