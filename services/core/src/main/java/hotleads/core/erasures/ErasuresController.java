package hotleads.core.erasures;

import hotleads.contracts.AccountHoldings;
import hotleads.core.acts.Acts;
import hotleads.core.erasures.Erasures.Erasure;
import hotleads.core.erasures.Erasures.State;
import hotleads.core.people.PersonNames;
import hotleads.core.vault.ReportUnopened;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The plan of erasing somebody, the two who decide, and the receipt. */
@RestController
class ErasuresController {
    private static final Logger log = LoggerFactory.getLogger(ErasuresController.class);
    private static final String SUBJECT = "person";
    private static final int NEWEST = 50;

    private final ErasePerson erase;
    private final Erasures erasures;
    private final OwnWishes wishes;
    private final Whole whole;
    private final Plan plan;
    private final AuthAccounts accounts;
    private final TransactionTemplate transaction;
    private final PersonNames names;
    private final ReportUnopened report;
    private final Acts acts;
    private final String zone;

    ErasuresController(
            ErasePerson erase,
            Erasures erasures,
            OwnWishes wishes,
            Whole whole,
            Plan plan,
            AuthAccounts accounts,
            TransactionTemplate transaction,
            PersonNames names,
            ReportUnopened report,
            Acts acts,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.erase = erase;
        this.erasures = erasures;
        this.wishes = wishes;
        this.whole = whole;
        this.plan = plan;
        this.accounts = accounts;
        this.transaction = transaction;
        this.names = names;
        this.report = report;
        this.acts = acts;
        this.zone = zone;
    }

    /**
     * What erasing somebody means.
     *
     * @param zone the practice's
     * @param name null when it does not open
     * @param plan sent back with asking and approving
     * @param ahead sessions booked and not over
     * @param authAway whether it is not known just now what of the account would go
     * @param wishedAt when the person asked for it themselves; null when they did not
     * @param waiting the one that waits for approval; null when none does
     */
    record ErasurePlan(
            UUID personId,
            String zone,
            @Nullable String name,
            String plan,
            List<ErasureGoes> goes,
            List<ErasureKeeps> keeps,
            List<ErasureElsewhere> elsewhere,
            int ahead,
            boolean authAway,
            @Nullable Instant wishedAt,
            @Nullable ErasureWaiting waiting) {
        @Override
        public String toString() {
            return "Plan of " + personId;
        }
    }

    /** So many of a kind. */
    record ErasureGoes(String kind, long count) {}

    /** @param duty why they stay */
    record ErasureKeeps(String kind, long count, String duty) {}

    /** @param url the provider's own page for it */
    record ErasureElsewhere(String source, String kind, long count, String url) {}

    /** @param byYou then somebody else has to approve it */
    record ErasureWaiting(
            UUID id,
            UUID askedBy,
            Instant askedAt,
            boolean byYou,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Erasure " + id;
        }
    }

    /** @param plan the one that was shown */
    record ErasureWanted(String plan, String reason) {
        @Override
        public String toString() {
            return "[erasure]";
        }
    }

    /** @param plan the one that was shown */
    record ErasureApproval(String plan) {}

    /** Of all people. */
    record ErasureList(String zone, List<ErasureShown> items, List<ErasureWish> wishes) {}

    /**
     * One erasure.
     *
     * @param name null when it does not open, or once it is done
     * @param state {@code asked}, {@code withdrawn} or {@code done}
     */
    record ErasureShown(
            UUID id,
            UUID personId,
            @Nullable String name,
            String state,
            UUID askedBy,
            Instant askedAt,
            boolean byYou,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {
        @Override
        public String toString() {
            return "Erasure " + id;
        }
    }

    /** A client asked for it themselves. */
    record ErasureWish(UUID personId, @Nullable String name, Instant askedAt) {
        @Override
        public String toString() {
            return "Wish of " + personId;
        }
    }

    /**
     * What was destroyed, without anything of the person.
     *
     * @param accountGoneAt when sign-in was taken away too; null while that is to come
     */
    record ErasureReceipt(
            UUID id,
            UUID personId,
            UUID askedBy,
            Instant askedAt,
            UUID approvedBy,
            Instant erasedAt,
            List<ErasureGoes> destroyed,
            @Nullable Instant accountGoneAt) {}

    @GetMapping(path = "/api/people/{personId}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    ErasurePlan plan(Caller caller, @PathVariable UUID personId) {
        Whole.Of theirs = whole.of(personId).orElseThrow(ErasePerson::notFound);
        // Before the transaction: while auth is asked, no connection waits with it.
        Optional<AccountHoldings> account = accounts.of(theirs.persons());
        return Objects.requireNonNull(transaction.execute(status -> plan(theirs, account, caller)));
    }

    private ErasurePlan plan(Whole.Of theirs, Optional<AccountHoldings> account, Caller caller) {
        Unopened unopened = new Unopened();
        Plan.Drawn drawn = plan.of(theirs, account);
        ErasurePlan shown = new ErasurePlan(
                theirs.person(),
                zone,
                names.of(List.of(theirs.person()), unopened).get(theirs.person()),
                drawn.fingerprint(),
                drawn.goes().stream()
                        .map(one -> new ErasureGoes(one.kind(), one.count()))
                        .toList(),
                drawn.keeps().stream()
                        .map(one -> new ErasureKeeps(one.kind(), one.count(), one.duty()))
                        .toList(),
                drawn.elsewhere().stream()
                        .map(one -> new ErasureElsewhere(one.source(), one.kind(), one.count(), one.url()))
                        .toList(),
                drawn.ahead(),
                drawn.authAway(),
                wishes.of(theirs.persons()).orElse(null),
                erasures.openOf(theirs.persons())
                        .map(asked -> waiting(asked, caller, unopened))
                        .orElse(null));
        report.of(unopened);
        acts.byPerson(caller, "erasure.planned", SUBJECT, theirs.person().toString());
        return shown;
    }

    private ErasureWaiting waiting(Erasure asked, Caller caller, Unopened unopened) {
        return new ErasureWaiting(
                asked.id(),
                asked.askedBy(),
                asked.askedAt(),
                asked.askedBy().equals(caller.accountId()),
                erasures.reasonOf(asked.id(), unopened).orElse(null));
    }

    @PostMapping(path = "/api/people/{personId}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ErasureShown ask(Caller caller, @PathVariable UUID personId, @RequestBody ErasureWanted wanted) {
        return shown(
                erase.ask(
                        personId,
                        String.valueOf(wanted.plan),
                        wanted.reason == null ? "" : wanted.reason.strip(),
                        caller),
                Map.of(),
                caller);
    }

    @PostMapping(path = "/api/erasures/{erasureId}/approve", produces = MediaType.APPLICATION_JSON_VALUE)
    ErasureReceipt approve(Caller caller, @PathVariable UUID erasureId, @RequestBody ErasureApproval approval) {
        try {
            return receipt(erase.approve(erasureId, String.valueOf(approval.plan), caller));
        } catch (LedgerUnusable unusable) {
            // Only here, where all of it was taken back already.
            log.warn("Nobody was erased. {}", unusable.getMessage());
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "ledger-unusable",
                    "The erasure ledger cannot be written, so nothing was erased");
        }
    }

    @PostMapping("/api/erasures/{erasureId}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable UUID erasureId) {
        erase.withdraw(erasureId, caller);
    }

    /** Those that wait stand first, then the newest. */
    @GetMapping(path = "/api/erasures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public ErasureList list(Caller caller) {
        List<Erasure> newest = erasures.newest(NEWEST);
        Map<UUID, Instant> wished = wishes.all();
        Unopened unopened = new Unopened();
        List<UUID> people = Stream.concat(newest.stream().map(Erasure::person), wished.keySet().stream())
                .distinct()
                .toList();
        Map<UUID, String> called = names.of(people, unopened);
        report.of(unopened);
        acts.byPerson(
                caller,
                "erasures.viewed",
                SUBJECT,
                people.stream().map(UUID::toString).collect(Collectors.joining(",")));
        return new ErasureList(
                zone,
                newest.stream().map(one -> shown(one, called, caller)).toList(),
                wished.entrySet().stream()
                        .map(wish -> new ErasureWish(wish.getKey(), called.get(wish.getKey()), wish.getValue()))
                        .toList());
    }

    /** To be kept, and shown to whoever asks whether it was done. */
    @GetMapping(path = "/api/erasures/{erasureId}/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public ResponseEntity<ErasureReceipt> receipt(Caller caller, @PathVariable UUID erasureId) {
        Erasure done = erasures.find(erasureId)
                .filter(one -> one.state() == State.DONE)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such receipt"));
        acts.byPerson(caller, "erasure.receipt-viewed", "erasure", erasureId.toString());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"erasure-" + erasureId + ".json\"")
                .body(receipt(done));
    }

    private static ErasureShown shown(Erasure one, Map<UUID, String> called, Caller caller) {
        return new ErasureShown(
                one.id(),
                one.person(),
                called.get(one.person()),
                one.state().word(),
                one.askedBy(),
                one.askedAt(),
                one.askedBy().equals(caller.accountId()),
                one.decidedBy(),
                one.decidedAt());
    }

    private static ErasureReceipt receipt(Erasure done) {
        return new ErasureReceipt(
                done.id(),
                done.person(),
                done.askedBy(),
                done.askedAt(),
                Objects.requireNonNull(done.decidedBy()),
                Objects.requireNonNull(done.decidedAt()),
                done.destroyed().entrySet().stream()
                        .map(one -> new ErasureGoes(one.getKey(), one.getValue()))
                        .toList(),
                done.accountGoneAt());
    }
}
