package hotleads.core.sweeps;

import hotleads.core.acts.Acts;
import hotleads.core.connections.DateWindow;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a sweep begin, one at a time. */
@Component
class BeginSweep {
    private final Sweeps sweeps;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;

    BeginSweep(
            Sweeps sweeps,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.sweeps = sweeps;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /** Empty when another one is running. */
    @Transactional
    public Optional<UUID> now(SweepKind kind) {
        giveUpAbandoned();
        Optional<UUID> begun = sweeps.add(kind, SweepState.RUNNING, window(kind));
        begun.ifPresent(id -> acts.byJob(RunSweep.JOB, "sweep.started", "sweep", id.toString()));
        return begun;
    }

    /** Someone wants one: it is stored before we say yes, so that a core that ends now does not forget it. */
    @Transactional
    public UUID asked(Caller caller) {
        giveUpAbandoned();
        UUID asked = sweeps.add(SweepKind.ASKED, SweepState.ASKED, window(SweepKind.ASKED))
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT, "sweep-running", "A sweep is running already: wait until it has ended"));
        acts.byPerson(caller, "sweep.asked", "sweep", asked.toString());
        return asked;
    }

    /** The one that was asked for, if any. */
    @Transactional
    public Optional<UUID> whatWasAsked() {
        Optional<UUID> claimed = sweeps.claimAsked();
        claimed.ifPresent(id -> acts.byJob(RunSweep.JOB, "sweep.started", "sweep", id.toString()));
        return claimed;
    }

    private void giveUpAbandoned() {
        sweeps.stopAbandoned().forEach(id -> acts.byJob(RunSweep.JOB, "sweep.stopped", "sweep", id.toString()));
    }

    private DateWindow window(SweepKind kind) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new DateWindow(kind.from(today), kind.to(today));
    }
}
