package hotleads.core.audit;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.AnchorKey;
import hotleads.audit.chain.Break;
import hotleads.audit.chain.ChainReader;
import hotleads.audit.chain.CheckChain;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.Verdict;
import hotleads.audit.stored.StoredChain;
import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.audit.Verification.BreakFound;
import hotleads.core.audit.Verification.ChainChecked;
import hotleads.platform.endpoint.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks both chains from end to end, beside everything else, and says how far it has come. */
@Component
class VerifyTrail {
    private static final Logger log = LoggerFactory.getLogger(VerifyTrail.class);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);

    private final StoredChain own;
    private final AuthTrail auth;
    private final Verifications verifications;
    private final Acts acts;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate apart;

    VerifyTrail(
            StoredChain own,
            AuthTrail auth,
            Verifications verifications,
            Acts acts,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.own = own;
        this.auth = auth;
        this.verifications = verifications;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The one that runs, or else a new one. */
    synchronized Verification start(Caller caller) {
        return verifications.running().orElseGet(() -> begin(caller));
    }

    private Verification begin(Caller caller) {
        UUID id = ids.next();
        long total = own.state().last() + lastOfAuth();
        apart.executeWithoutResult(status -> {
            acts.byPerson(caller, "audit.verification-started", "audit", id.toString());
            verifications.begin(id, caller.accountId(), total);
        });
        Thread.ofVirtual().name("verify-trail").start(() -> run(id, caller));
        return verifications.find(id).orElseThrow();
    }

    private long lastOfAuth() {
        try {
            return auth.state(new Wanted(null, null, null, null, null), 0).last();
        } catch (RuntimeException away) {
            // It will not finish then, and say so.
            return 0;
        }
    }

    private void run(UUID id, Caller caller) {
        Progress progress = new Progress(id);
        try {
            ChainChecked ofCore = check(progress, reader -> own.read(reader, () -> true));
            ChainChecked ofAuth = check(progress, auth::read);
            List<ChainChecked> chains = List.of(ofCore, ofAuth);
            boolean unbroken = chains.stream().allMatch(chain -> chain.broken() == null);
            finish(id, caller, unbroken ? "unbroken" : "broken", progress.checked(), chains);
        } catch (RuntimeException failure) {
            // Auth or the database is away: not finished, which is never shown as a pass. The kind only.
            log.warn(
                    "Verification {} did not finish: {}", id, failure.getClass().getName());
            finish(id, caller, "not-finished", progress.checked(), List.of());
        }
    }

    private void finish(UUID id, Caller caller, String state, long checked, List<ChainChecked> chains) {
        apart.executeWithoutResult(status -> {
            acts.byPerson(
                    caller,
                    "audit.verified",
                    "audit",
                    state
                            + chains.stream()
                                    .filter(chain -> chain.broken() != null)
                                    .map(chain -> "." + chain.chain() + "."
                                            + broken(chain).seq())
                                    .findFirst()
                                    .orElse(""));
            verifications.finish(id, state, checked, chains);
        });
    }

    private static BreakFound broken(ChainChecked chain) {
        return java.util.Objects.requireNonNull(chain.broken());
    }

    private ChainChecked check(Progress progress, java.util.function.Consumer<ChainReader> chain) {
        Checking checking = new Checking(progress);
        chain.accept(checking);
        return checked(checking.verdict());
    }

    static ChainChecked checked(Verdict verdict) {
        Break broken = verdict.broken();
        return new ChainChecked(
                verdict.chain(),
                verdict.entries(),
                verdict.from(),
                verdict.to(),
                verdict.anchored(),
                broken == null
                        ? null
                        : new BreakFound(
                                broken.seq(), broken.until(), broken.kind().word(), broken.at()));
    }

    /** How many links of both chains were looked at, told now and then. */
    private final class Progress {
        private final UUID id;
        private Instant nextTelling;
        private long checked;

        Progress(UUID id) {
            this.id = id;
            this.nextTelling = clock.instant().plus(TELL_EVERY);
        }

        void one() {
            checked++;
            // Asking for the time at each link would cost more than its hash.
            if (checked % 256 == 0 && !clock.instant().isBefore(nextTelling)) {
                nextTelling = clock.instant().plus(TELL_EVERY);
                apart.executeWithoutResult(status -> verifications.reached(id, checked));
            }
        }

        long checked() {
            return checked;
        }
    }

    private static final class Checking implements ChainReader {
        private final Progress progress;
        private @Nullable CheckChain check;
        private @Nullable Verdict verdict;

        Checking(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void begins(String chain, long after, byte[] hash, byte[] key) {
            check = new CheckChain(chain, after, hash, new AnchorKey(key));
        }

        @Override
        public void keyChanges(KeyChange change) {
            begun().keyChanges(change);
        }

        @Override
        public void link(Link link) {
            progress.one();
            begun().link(link);
        }

        @Override
        public void anchor(Anchor anchor) {
            begun().anchor(anchor);
        }

        @Override
        public void ends(String chain, long links) {
            verdict = begun().end();
        }

        private CheckChain begun() {
            if (check == null) {
                throw new IllegalStateException("A chain without a beginning");
            }
            return check;
        }

        Verdict verdict() {
            if (verdict == null) {
                throw new IllegalStateException("A chain without an end");
            }
            return verdict;
        }
    }
}
