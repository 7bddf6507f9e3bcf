package hotleads.core.erasures;

import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.core.attendance.Runs;
import hotleads.core.calendars.ForgetBookings;
import hotleads.core.inbox.ZoomBodies;
import hotleads.core.time.PracticeClock;
import hotleads.core.tombstones.Tombstones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;

/**
 * Has auth remove the accounts of everybody who was erased, until it says so; and after each start once more of all, as
 * its database may have been put back too. What the ledger says and the database does not is done again.
 */
@Component
class FinishErasures extends RunUntilShutdown {
    static final String JOB = "finish-erasures";
    private static final Duration PACE = Duration.ofSeconds(2);

    private final ApplyLedger ledger;
    private final Erasures erasures;
    private final AuthAccounts accounts;
    private final Runs runs;
    private final ZoomBodies bodies;
    private final ForgetBookings events;
    private final Tombstones tombstones;
    private final Acts acts;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;
    private volatile boolean authKnowsAll;

    FinishErasures(
            ApplyLedger ledger,
            Erasures erasures,
            AuthAccounts accounts,
            Runs runs,
            ZoomBodies bodies,
            ForgetBookings events,
            Tombstones tombstones,
            Acts acts,
            PracticeClock clock,
            TransactionTemplate transaction) {
        super(JOB);
        this.ledger = ledger;
        this.erasures = erasures;
        this.accounts = accounts;
        this.runs = runs;
        this.bodies = bodies;
        this.events = events;
        this.tombstones = tombstones;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        if (ledger.problem().isEmpty()) {
            ledger.catchUp();
            forgetSeats();
            tellAuth();
        }
        Thread.sleep(PACE);
    }

    /**
     * Those who sat in meetings, and whose sessions our events at Google stand for, for all that were erased since;
     * from the beginning where it was broken off.
     */
    private void forgetSeats() {
        List<UUID> waiting = erasures.withSeats();
        if (waiting.isEmpty()) {
            return;
        }
        Optional<Long> run = Optional.of(0L);
        while (run.isPresent() && isRunning()) {
            long from = run.get();
            run = transaction.execute(status -> runs.forgetErasedAfter(from));
        }
        Optional<UUID> delivery = Optional.of(new UUID(0, 0));
        while (delivery.isPresent() && isRunning()) {
            UUID from = delivery.get();
            delivery = transaction.execute(status -> bodies.forgetPeopleAfter(from));
        }
        Optional<Long> event = Optional.of(0L);
        while (event.isPresent() && isRunning()) {
            long from = event.get();
            event = transaction.execute(status -> events.forgetErasedAfter(from));
        }
        if (isRunning()) {
            erasures.seatsGone(waiting, clock.instant());
        }
    }

    private void tellAuth() {
        List<Erased> wanted = authKnowsAll ? erasures.toTellAuth() : erasures.entries();
        try {
            wanted.forEach(this::tellAuth);
            authKnowsAll = true;
        } catch (RestClientException away) {
            // Asked again in a while.
        }
    }

    private void tellAuth(Erased erased) {
        accounts.erase(erased.id(), erased.persons());
        transaction.executeWithoutResult(status -> {
            if (erasures.accountGone(erased.id(), clock.instant())) {
                acts.byJob(
                        JOB, "erasure.account-gone", "person", erased.person().toString());
            }
        });
    }

    /** A restored account of somebody erased must not sign in before it is gone again. */
    Optional<String> problem() {
        try {
            return authKnowsAll
                            || !tombstones.isLedgerApplied()
                            || erasures.entries().isEmpty()
                    ? Optional.empty()
                    : Optional.of("auth has not said yet that the accounts of erased people are gone");
        } catch (DataAccessException away) {
            return Optional.of("PostgreSQL does not answer");
        }
    }
}
