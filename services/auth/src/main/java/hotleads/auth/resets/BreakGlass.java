package hotleads.auth.resets;

import static hotleads.auth.throttle.Limit.CARD;

import hotleads.audit.Actor;
import hotleads.auth.access.AccessRefusal;
import hotleads.auth.access.AdminTurns;
import hotleads.auth.access.Outcome;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.secondfactor.PrintedCode;
import hotleads.auth.throttle.Throttle;
import hotleads.auth.throttle.Throttle.TooManyTries;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The printed card in the safe: made anew by an administrator, and read off when nobody else can approve. */
@Component
class BreakGlass {
    /** Tries are counted for the practice, not for whoever tries: there is one card. */
    private static final String THE_CARD = "the card";

    private final AdminTurns turns;
    private final ResetFactors resetFactors;
    private final Cards cards;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final Notices notices;
    private final Trail trail;
    private final TransactionTemplate together;
    private final SecureRandom random;
    private final Clock clock;

    BreakGlass(
            AdminTurns turns,
            ResetFactors resetFactors,
            Cards cards,
            PasswordHashing hashing,
            Throttle throttle,
            Notices notices,
            Trail trail,
            PlatformTransactionManager transactions,
            SecureRandom random,
            Clock clock) {
        this.turns = turns;
        this.resetFactors = resetFactors;
        this.cards = cards;
        this.hashing = hashing;
        this.throttle = throttle;
        this.notices = notices;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.random = random;
        this.clock = clock;
    }

    /** What to print; it is shown this once. */
    Outcome<String> make(Caller caller, ClientAddress from) {
        String code = PrintedCode.random(random);
        // Outside of the transaction: while a hash waits for its turn, no connection waits with it.
        String hash = hashing.inTurn(hasher -> hasher.hash(PrintedCode.normal(code)));
        AccountId own = new AccountId(caller.accountId());
        return together.execute(status -> turns.act(caller, own, from, turn -> {
            cards.add(hash, own);
            trail.done(turn.actor().asActor(), Act.CARD_MADE, turn.actor().asSubject(), from);
            notices.tellAdministrators(Notice.CARD_MADE);
            return new Outcome.Done<>(code);
        }));
    }

    /** @throws Problem when the card was tried too often, saying when to come back */
    Outcome<Reset> use(UUID reset, String typed, Caller caller, ClientAddress from) {
        Outcome<Boolean> allowed = together.execute(status -> resetFactors.mayUseCard(reset, caller, from));
        if (allowed instanceof Outcome.Refused<Boolean>(AccessRefusal why)) {
            return new Outcome.Refused<>(why);
        }
        Optional<Cards.Card> card = cards.current();
        if (card.isEmpty()) {
            return new Outcome.Refused<>(AccessRefusal.NO_CARD);
        }
        if (clock.instant().isBefore(card.get().worksFrom())) {
            return new Outcome.Refused<>(AccessRefusal.CARD_TOO_NEW);
        }
        boolean right = hashing.inTurn(hasher -> {
            countTry(caller, from);
            return hasher.matches(PrintedCode.normal(typed), card.get().hash());
        });
        if (!right) {
            together.executeWithoutResult(status -> refuse(caller, from, 1));
            return new Outcome.Refused<>(AccessRefusal.WRONG_CARD);
        }
        return together.execute(status -> {
            throttle.forget(CARD, THE_CARD);
            return resetFactors.useCard(reset, card.get(), caller, from);
        });
    }

    private void countTry(Caller caller, ClientAddress from) {
        Optional<TooManyTries> tooMany = together.execute(status -> {
            Optional<TooManyTries> refused = throttle.count(CARD, THE_CARD);
            refused.filter(TooManyTries::isRecorded).ifPresent(tries -> refuse(caller, from, tries.recordedCount()));
            return refused;
        });
        tooMany.ifPresent(tries -> {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-tries",
                    "Too many tries",
                    Map.of("retryAt", tries.retryAt().toString()));
        });
    }

    private void refuse(Caller caller, ClientAddress from, int count) {
        trail.refused(
                Actor.person(caller.accountId(), caller.role().word()),
                Act.CARD_REFUSED,
                Trail.Subject.UNKNOWN,
                from,
                count);
    }
}
