package hotleads.auth.digests;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.notices.DayCounts;
import hotleads.auth.notices.DayCounts.Counted;
import hotleads.auth.notices.Notices;
import hotleads.auth.resets.Resets;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.contracts.DigestLine;
import hotleads.contracts.DigestsTaken;
import hotleads.contracts.NewDigests;
import hotleads.contracts.NewDigests.OfPractitioner;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.security.Principal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Core says how much waits, in numbers; who is told, and where, is known here alone. */
@RestController
class DigestController {
    private final Accounts accounts;
    private final Notices notices;
    private final Resets resets;
    private final Trail trail;

    DigestController(Accounts accounts, Notices notices, Resets resets, Trail trail) {
        this.accounts = accounts;
        this.notices = notices;
        this.resets = resets;
        this.trail = trail;
    }

    /** Told twice of one day, nobody gets a second mail. */
    @PostMapping(path = "/internal/digests", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public DigestsTaken take(@RequestBody NewDigests told, Principal program) {
        require(told);
        trail.done(
                Actor.service(program.getName()),
                Act.DIGESTS_TAKEN,
                new Trail.Subject("day", told.day().toString()),
                ClientAddress.NONE);
        if (!notices.areMailed()) {
            return new DigestsTaken(false, 0);
        }
        return new DigestsTaken(true, administrators(told) + practitioners(told));
    }

    private int administrators(NewDigests told) {
        Set<AccountId> working = accounts.workingAdministrators();
        return (int) working.stream()
                .filter(admin -> notices.tell(
                        admin, counts(told.day(), told.administrators(), resets.waitingFor(admin, working))))
                .count();
    }

    private int practitioners(NewDigests told) {
        Unopened unopened = new Unopened();
        Set<AccountId> working = accounts.in(Role.PRACTITIONER, unopened).stream()
                .filter(account -> !account.isLocked())
                .map(Account::id)
                .collect(Collectors.toSet());
        unopened.places().forEach(trail::unopened);
        return (int) told.practitioners().stream()
                .filter(one -> working.contains(new AccountId(one.account())))
                .filter(one -> notices.tell(new AccountId(one.account()), counts(told.day(), one.counts(), 0)))
                .count();
    }

    private static DayCounts counts(LocalDate day, Map<DigestLine, Integer> told, int approvals) {
        Map<Counted, Integer> counts = new EnumMap<>(Counted.class);
        told.forEach((line, count) -> counts.put(Counted.valueOf(line.name()), count));
        counts.put(Counted.APPROVALS, approvals);
        return new DayCounts(day, counts);
    }

    private static void require(NewDigests told) {
        boolean areCounts = told.practitioners().stream().allMatch(Objects::nonNull)
                && Stream.concat(
                                Stream.of(told.administrators()),
                                told.practitioners().stream().map(OfPractitioner::counts))
                        .flatMap(counts -> counts.values().stream())
                        .allMatch(count -> count != null && count >= 0);
        if (!areCounts) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "bad-request", "A digest counts from none upwards");
        }
    }
}
