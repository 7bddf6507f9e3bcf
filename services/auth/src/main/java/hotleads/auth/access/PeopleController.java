package hotleads.auth.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.accounts.Practice;
import hotleads.auth.secondfactor.WorkingFactors;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everyone who may sign in, and what administrators do about their accounts. */
@RestController
class PeopleController {
    private static final int PAGE = 50;

    private final Accounts accounts;
    private final WorkingFactors factors;
    private final Sessions sessions;
    private final ChangeAccount change;
    private final Trail trail;

    PeopleController(Accounts accounts, WorkingFactors factors, Sessions sessions, ChangeAccount change, Trail trail) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.change = change;
        this.trail = trail;
    }

    /**
     * Accounts that do not open are left out, with their entries.
     *
     * @param behind the last person of the page before
     */
    @GetMapping(path = "/auth/admin/people", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public People people(@RequestParam Optional<UUID> behind, Caller caller, Visit visit) {
        List<AccountId> page = accounts.page(behind.map(AccountId::new), PAGE + 1);
        trail.done(
                Actor.person(caller.accountId(), caller.role().word()),
                Act.ACCESS_VIEWED,
                new Trail.Subject("accounts", behind.map(UUID::toString).orElse(null), null),
                visit.address());
        Unopened unopened = new Unopened();
        List<Person> shown = page.stream()
                .limit(PAGE)
                .flatMap(id -> unopened.open(() -> accounts.find(id).map(account -> shown(account, caller))).stream())
                .flatMap(Optional::stream)
                .toList();
        unopened.places().forEach(trail::unopened);
        return new People(shown, page.size() > PAGE);
    }

    @PostMapping("/auth/admin/people/{accountId}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeRole(@PathVariable UUID accountId, @RequestBody NewRole wanted, Caller caller, Visit visit) {
        change.changeRole(new AccountId(accountId), roleOf(wanted), caller, visit.address())
                .orProblem(done -> done);
    }

    @PostMapping("/auth/admin/people/{accountId}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lockAccount(@PathVariable UUID accountId, Caller caller, Visit visit) {
        change.lock(new AccountId(accountId), caller, visit.address()).orProblem(done -> done);
    }

    @PostMapping("/auth/admin/people/{accountId}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlockAccount(@PathVariable UUID accountId, Caller caller, Visit visit) {
        change.unlock(new AccountId(accountId), caller, visit.address()).orProblem(done -> done);
    }

    @PostMapping("/auth/admin/people/{accountId}/sessions/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable UUID accountId, Caller caller, Visit visit) {
        change.endSessions(new AccountId(accountId), caller, visit.address()).orProblem(done -> done);
    }

    @PostMapping("/auth/admin/people/{accountId}/sessions/{sessionId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID accountId, @PathVariable UUID sessionId, Caller caller, Visit visit) {
        change.endSession(new AccountId(accountId), sessionId, caller, visit.address())
                .orProblem(done -> done);
    }

    @PostMapping("/auth/admin/people/{accountId}/practice")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePractice(@PathVariable UUID accountId, @RequestBody NewPractice wanted, Caller caller, Visit visit) {
        change.changePractice(new AccountId(accountId), wanted.checked(), caller, visit.address())
                .orProblem(done -> done);
    }

    private static Role roleOf(NewRole wanted) {
        try {
            return Role.of(wanted.role());
        } catch (IllegalArgumentException unknown) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "There is no such role");
        }
    }

    private Person shown(Account account, Caller caller) {
        List<WorkingFactors.FactorShown> proofs = factors.of(account.id());
        List<Sessions.Opened> opened = sessions.openedBy(account);
        return new Person(
                account.id().value(),
                account.displayName(),
                account.email().value(),
                account.role().word(),
                account.id().value().equals(caller.accountId()),
                account.standing().joinedAt(),
                account.standing().lockedAt(),
                account.standing().needsLink(),
                lastSeen(proofs, opened),
                account.practice().acuityCalendars(),
                textOf(account.practice().googleAddress()),
                textOf(account.practice().zoomHost()),
                proofs,
                opened.stream()
                        .map(one -> SessionShown.of(one, caller.sessionId()))
                        .toList());
    }

    private static @Nullable String textOf(@Nullable EmailAddress address) {
        return address == null ? null : address.value();
    }

    private static @Nullable Instant lastSeen(List<WorkingFactors.FactorShown> proofs, List<Sessions.Opened> opened) {
        return Stream.concat(
                        opened.stream().map(Sessions.Opened::lastUsedAt),
                        proofs.stream()
                                .map(WorkingFactors.FactorShown::lastUsedAt)
                                .filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** @param more whether there are people behind the last one */
    record People(List<Person> people, boolean more) {}

    /**
     * @param you whether it is the one who asks
     * @param needsLink whether the factors were reset and no new one is set up yet
     * @param lastSeenAt when a session or a factor of theirs was used last
     * @param factors empty until they have set one up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            UUID id,
            String name,
            String email,
            String role,
            boolean you,
            Instant joinedAt,
            @Nullable Instant lockedAt,
            boolean needsLink,
            @Nullable Instant lastSeenAt,
            List<Long> acuityCalendars,
            @Nullable String googleAddress,
            @Nullable String zoomHost,
            List<WorkingFactors.FactorShown> factors,
            List<SessionShown> sessions) {
        @Override
        public String toString() {
            return "Person " + id;
        }
    }

    record NewRole(String role) {}

    /**
     * A practitioner as the providers know them.
     *
     * @param googleAddress empty for none
     * @param zoomHost empty for none
     */
    record NewPractice(List<Long> acuityCalendars, String googleAddress, String zoomHost) {
        private static final int MOST_CALENDARS = 20;

        Practice checked() {
            if (acuityCalendars.size() > MOST_CALENDARS) {
                throw notUsable();
            }
            return new Practice(acuityCalendars, addressIn(googleAddress), addressIn(zoomHost));
        }

        private static @Nullable EmailAddress addressIn(String text) {
            return text.isBlank() ? null : EmailAddress.parse(text).orElseThrow(NewPractice::notUsable);
        }

        private static Problem notUsable() {
            return new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "practice-not-usable", "A calendar or address cannot be used");
        }

        @Override
        public String toString() {
            return "[practice]";
        }
    }
}
