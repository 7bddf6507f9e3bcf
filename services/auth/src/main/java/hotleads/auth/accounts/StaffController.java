package hotleads.auth.accounts;

import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Unopened;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the administrators are, so that pages can say "Rob" where records say an id. */
@RestController
class StaffController {
    private final Accounts accounts;
    private final Trail trail;

    StaffController(Accounts accounts, Trail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    /** Everyone who can look after people on the list; whose account does not open is left out. */
    record Staff(List<Colleague> staff) {}

    /** @param you whether it is the one who asks */
    record Colleague(UUID id, String name, boolean you) {
        @Override
        public String toString() {
            return "Colleague " + id;
        }
    }

    @GetMapping(path = "/auth/admin/staff", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Staff staff(Caller caller) {
        trail.done(
                Actor.person(caller.accountId(), caller.role().word()),
                Act.STAFF_VIEWED,
                new Trail.Subject("role", Role.ADMIN.word()),
                ClientAddress.NONE);
        Unopened unopened = new Unopened();
        List<Account> administrators = accounts.in(Role.ADMIN, unopened);
        unopened.places().forEach(trail::unopened);
        return new Staff(administrators.stream()
                .map(account -> new Colleague(
                        account.id().value(),
                        account.displayName(),
                        account.id().value().equals(caller.accountId())))
                .toList());
    }
}
