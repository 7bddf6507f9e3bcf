package hotleads.auth.resets;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.notices.Notices;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Resets that wait, and every step of theirs. */
@RestController
class ResetController {
    private final ResetFactors resetFactors;
    private final BreakGlass breakGlass;
    private final Resets resets;
    private final Cards cards;
    private final Accounts accounts;
    private final Notices notices;
    private final Trail trail;

    ResetController(
            ResetFactors resetFactors,
            BreakGlass breakGlass,
            Resets resets,
            Cards cards,
            Accounts accounts,
            Notices notices,
            Trail trail) {
        this.resetFactors = resetFactors;
        this.breakGlass = breakGlass;
        this.resets = resets;
        this.cards = cards;
        this.accounts = accounts;
        this.notices = notices;
        this.trail = trail;
    }

    @GetMapping(path = "/auth/admin/resets", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Approvals approvals(Caller caller, Visit visit) {
        trail.done(
                Actor.person(caller.accountId(), caller.role().word()),
                Act.ACCESS_VIEWED,
                new Trail.Subject("resets", null, null),
                visit.address());
        Set<AccountId> working = accounts.workingAdministrators();
        return new Approvals(
                resets.open().stream().map(reset -> shown(reset, working)).toList(),
                cards.current().map(CardShown::of).orElse(null),
                notices.areMailed());
    }

    @PostMapping("/auth/admin/people/{accountId}/resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askForReset(@PathVariable UUID accountId, @RequestBody WantedReset wanted, Caller caller, Visit visit) {
        resetFactors
                .ask(new AccountId(accountId), wanted.reason(), wanted.identityCheck(), caller, visit.address())
                .orProblem(done -> done);
    }

    @PostMapping(path = "/auth/admin/resets/{resetId}/approve", produces = MediaType.APPLICATION_JSON_VALUE)
    EnrolmentLink approveReset(@PathVariable UUID resetId, Caller caller, Visit visit) {
        return resetFactors.approve(resetId, caller, visit.address()).orProblem(EnrolmentLink::of);
    }

    @PostMapping("/auth/admin/resets/{resetId}/card")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void useCard(@PathVariable UUID resetId, @RequestBody TypedCard typed, Caller caller, Visit visit) {
        breakGlass.use(resetId, typed.card(), caller, visit.address()).orProblem(done -> done);
    }

    @PostMapping(path = "/auth/admin/resets/{resetId}/finish", produces = MediaType.APPLICATION_JSON_VALUE)
    EnrolmentLink finishReset(@PathVariable UUID resetId, Caller caller, Visit visit) {
        return resetFactors.finish(resetId, caller, visit.address()).orProblem(EnrolmentLink::of);
    }

    @PostMapping("/auth/admin/resets/{resetId}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopReset(@PathVariable UUID resetId, Caller caller, Visit visit) {
        resetFactors.stop(resetId, caller, visit.address()).orProblem(done -> done);
    }

    /** The card to print; it is shown this once, and any before works no more. */
    @PostMapping(path = "/auth/admin/card", produces = MediaType.APPLICATION_JSON_VALUE)
    PrintedCard makeCard(Caller caller, Visit visit) {
        return breakGlass.make(caller, visit.address()).orProblem(PrintedCard::new);
    }

    private WaitingReset shown(Reset reset, Set<AccountId> working) {
        Account about = accounts.find(reset.account()).orElseThrow();
        Resets.Words words = resets.wordsOf(reset, about);
        return new WaitingReset(
                reset.id(),
                reset.account().value(),
                about.displayName(),
                reset.askedBy().value(),
                accounts.find(reset.askedBy()).map(Account::displayName).orElse(""),
                reset.askedAt(),
                reset.expiresAt(),
                words.reason(),
                words.identityCheck(),
                about.role() == Role.ADMIN && reset.approvers(working).isEmpty(),
                reset.beginsAt());
    }

    /**
     * @param card left out while there is none that could be used
     * @param noticesMailed whether people are told by mail what is done to their accounts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Approvals(List<WaitingReset> resets, @Nullable CardShown card, boolean noticesMailed) {}

    /**
     * @param needsCard whether nobody else who works could approve, and the card may stand in
     * @param beginsAt when a reset by card can be carried out; left out while it waits to be approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingReset(
            UUID id,
            UUID accountId,
            String name,
            UUID askedBy,
            String askedByName,
            Instant askedAt,
            Instant expiresAt,
            String reason,
            String identityCheck,
            boolean needsCard,
            @Nullable Instant beginsAt) {
        @Override
        public String toString() {
            return "Reset " + id;
        }
    }

    record CardShown(Instant madeAt, Instant worksFrom) {
        private static CardShown of(Cards.Card card) {
            return new CardShown(card.madeAt(), card.worksFrom());
        }
    }

    record WantedReset(String reason, String identityCheck) {
        @Override
        public String toString() {
            return "[reason]";
        }
    }

    record TypedCard(String card) {
        @Override
        public String toString() {
            return "[card]";
        }
    }

    record PrintedCard(String card) {
        @Override
        public String toString() {
            return "[card]";
        }
    }

    /** @param link shown once, for the person whose factors were reset */
    record EnrolmentLink(String link, Instant expiresAt) {
        private static EnrolmentLink of(ResetFactors.Link made) {
            return new EnrolmentLink(made.link(), made.expiresAt());
        }

        @Override
        public String toString() {
            return "[link]";
        }
    }
}
