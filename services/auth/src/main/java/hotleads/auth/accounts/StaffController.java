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

/** Who works here, so that pages can say "Rob" where records say an id. */
@RestController
class StaffController {
    private final Accounts accounts;
    private final Trail trail;

    StaffController(Accounts accounts, Trail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    /**
     * Whose account does not open is left out.
     *
     * @param staff everyone who can look after people on the list
     * @param practitioners everyone whose clients people can be
     */
    record Staff(List<Colleague> staff, List<Colleague> practitioners) {}

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
        Staff staff =
                new Staff(colleagues(Role.ADMIN, caller, unopened), colleagues(Role.PRACTITIONER, caller, unopened));
        unopened.places().forEach(trail::unopened);
        return staff;
    }

    private List<Colleague> colleagues(Role role, Caller caller, Unopened unopened) {
        return accounts.in(role, unopened).stream()
                .map(account -> new Colleague(
                        account.id().value(),
                        account.displayName(),
                        account.id().value().equals(caller.accountId())))
                .toList();
    }
}
