package hotleads.auth.resets;

import hotleads.auth.access.AccessRefusal;
import hotleads.auth.access.AdminTurns;
import hotleads.auth.access.AdminTurns.Turn;
import hotleads.auth.access.Outcome;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.invites.LinkSecret;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.resets.Reset.State;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.sessions.EndSessions;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One administrator asks, another approves; neither is whom it is about. Then the old factors die. */
@Component
class ResetFactors {
    private static final int LONGEST_WORDS = 500;

    private final AdminTurns turns;
    private final Resets resets;
    private final Cards cards;
    private final Factors factors;
    private final EndSessions endSessions;
    private final Notices notices;
    private final Trail trail;
    private final SecureRandom random;
    private final URI publicUrl;
    private final Clock clock;

    ResetFactors(
            AdminTurns turns,
            Resets resets,
            Cards cards,
            Factors factors,
            EndSessions endSessions,
            Notices notices,
            Trail trail,
            SecureRandom random,
            @Value("${HOTLEADS_PUBLIC_URL}") URI publicUrl,
            Clock clock) {
        this.turns = turns;
        this.resets = resets;
        this.cards = cards;
        this.factors = factors;
        this.endSessions = endSessions;
        this.notices = notices;
        this.trail = trail;
        this.random = random;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** @param identityCheck how they made sure that it is really this person who asks for it */
    @Transactional
    public Outcome<Reset> ask(AccountId about, String reason, String identityCheck, Caller caller, ClientAddress from) {
        return turns.act(caller, about, from, turn -> {
            if (turn.isAboutOneself()) {
                return new Outcome.Refused<>(AccessRefusal.NOT_YOURSELF);
            }
            if (!isUsable(reason) || !isUsable(identityCheck)) {
                return new Outcome.Refused<>(AccessRefusal.NOT_USABLE);
            }
            if (resets.isOpenFor(about)) {
                return new Outcome.Refused<>(AccessRefusal.ALREADY_ASKED);
            }
            Reset reset = resets.add(turn.target(), turn.actor().id(), reason.strip(), identityCheck.strip());
            record(turn, Act.RESET_ASKED, from);
            notices.tell(turn.target(), Notice.RESET_ASKED);
            notices.tellAdministrators(
                    Notice.APPROVAL_WAITS, turn.actor().id(), turn.target().id());
            return new Outcome.Done<>(reset);
        });
    }

    /** Takes the factors away at once; the link is shown once, to whoever approves. */
    @Transactional
    public Outcome<Link> approve(UUID id, Caller caller, ClientAddress from) {
        return about(id, caller, from, (turn, reset) -> {
            if (turn.isAboutOneself()) {
                return new Outcome.Refused<>(AccessRefusal.NOT_YOURSELF);
            }
            if (!reset.canBeApproved(clock.instant())) {
                return new Outcome.Refused<>(AccessRefusal.RESET_OVER);
            }
            if (reset.askedBy().equals(turn.actor().id())) {
                return new Outcome.Refused<>(AccessRefusal.SECOND_ADMIN_NEEDED);
            }
            return new Outcome.Done<>(carryOut(turn, reset, from));
        });
    }

    /**
     * In the second administrator's place, when the only other one is who lost their factors. An hour passes first, in
     * which anyone who can still sign in can stop it.
     *
     * @param card which one was found to be right
     */
    @Transactional
    public Outcome<Reset> useCard(UUID id, Cards.Card card, Caller caller, ClientAddress from) {
        return about(
                id,
                caller,
                from,
                (turn, reset) -> cardRefusal(turn, reset)
                        .<Outcome<Reset>>map(Outcome.Refused::new)
                        .orElseGet(() -> {
                            if (!cards.use(card)) {
                                return new Outcome.Refused<>(AccessRefusal.WRONG_CARD);
                            }
                            resets.waitUntil(
                                    reset,
                                    clock.instant().plus(Reset.CARD_DELAY),
                                    turn.actor().id());
                            record(turn, Act.RESET_BY_CARD, from);
                            notices.tell(turn.target(), Notice.RESET_DELAYED);
                            notices.tellAdministrators(
                                    Notice.CARD_USED, turn.target().id());
                            return new Outcome.Done<>(resets.find(id).orElseThrow());
                        }));
    }

    /** Whether a card would do at all, before it is looked at: no try is spent on what cannot be. */
    @Transactional
    public Outcome<Boolean> mayUseCard(UUID id, Caller caller, ClientAddress from) {
        return about(
                id,
                caller,
                from,
                (turn, reset) -> cardRefusal(turn, reset)
                        .<Outcome<Boolean>>map(Outcome.Refused::new)
                        .orElseGet(Outcome::done));
    }

    /** Carries out what a card began an hour ago. */
    @Transactional
    public Outcome<Link> finish(UUID id, Caller caller, ClientAddress from) {
        return about(id, caller, from, (turn, reset) -> {
            Instant begins = reset.beginsAt();
            if (turn.isAboutOneself()) {
                return new Outcome.Refused<>(AccessRefusal.NOT_YOURSELF);
            }
            if (reset.state() != State.WAITING || begins == null) {
                return new Outcome.Refused<>(AccessRefusal.RESET_OVER);
            }
            if (clock.instant().isBefore(begins)) {
                return new Outcome.Refused<>(AccessRefusal.NOT_YET);
            }
            return new Outcome.Done<>(carryOut(turn, reset, from));
        });
    }

    /** By any administrator, whoever asked and whomever it is about: stopping weakens nothing. */
    @Transactional
    public Outcome<Boolean> stop(UUID id, Caller caller, ClientAddress from) {
        return about(id, caller, from, (turn, reset) -> {
            if (reset.state() != State.ASKED && reset.state() != State.WAITING) {
                return new Outcome.Refused<>(AccessRefusal.RESET_OVER);
            }
            resets.stop(reset, turn.actor().id());
            record(turn, Act.RESET_STOPPED, from);
            notices.tell(turn.target(), Notice.RESET_STOPPED);
            return Outcome.done();
        });
    }

    private <T> Outcome<T> about(UUID id, Caller caller, ClientAddress from, BiFunction<Turn, Reset, Outcome<T>> act) {
        Optional<AccountId> account = resets.find(id).map(Reset::account);
        if (account.isEmpty()) {
            return new Outcome.Refused<>(AccessRefusal.NOT_FOUND);
        }
        // Read again now that the accounts are held: somebody else may have decided meanwhile.
        return turns.act(
                caller,
                account.get(),
                from,
                turn -> act.apply(turn, resets.find(id).orElseThrow()));
    }

    private Optional<AccessRefusal> cardRefusal(Turn turn, Reset reset) {
        if (turn.isAboutOneself()) {
            return Optional.of(AccessRefusal.NOT_YOURSELF);
        }
        if (!reset.canBeApproved(clock.instant())) {
            return Optional.of(AccessRefusal.RESET_OVER);
        }
        if (!turn.targetIs(Role.ADMIN)) {
            return Optional.of(AccessRefusal.CARD_FOR_ADMINS_ONLY);
        }
        return reset.approvers(turn.working()).isEmpty()
                ? Optional.empty()
                : Optional.of(AccessRefusal.SECOND_ADMIN_AVAILABLE);
    }

    private Link carryOut(Turn turn, Reset reset, ClientAddress from) {
        LinkSecret secret = LinkSecret.random(random);
        Instant expires = clock.instant().plus(Reset.LINK_LIFE);
        factors.removeAll(turn.target().id());
        endSessions.all(turn.target(), turn.actor().asActor(), from);
        resets.done(reset, turn.actor().id(), secret, expires);
        record(turn, Act.RESET_DONE, from);
        notices.tell(turn.target(), Notice.RESET_DONE);
        // In the fragment: browsers do not send it, so no server or proxy can log it.
        return new Link(publicUrl.resolve("/reset") + "#" + secret.value(), expires);
    }

    private void record(Turn turn, Act act, ClientAddress from) {
        Account target = turn.target();
        trail.done(turn.actor().asActor(), act, target.asSubject(), from);
    }

    private static boolean isUsable(String words) {
        return !words.isBlank() && words.strip().length() <= LONGEST_WORDS;
    }

    /** Leads to setting up a new factor, with the password; it never prints itself. */
    record Link(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "[link]";
        }
    }
}
