package hotleads.core.sweeps;

import hotleads.core.connections.AcuityHealth;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The sweeps that run by themselves. One that Acuity could not serve is run again soon: until then nobody is listed, or
 * marked as late.
 */
@Component
class SweepUntilWhole {
    static final Duration REGULARLY = Duration.ofMinutes(15);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final BeginSweep begin;
    private final RunSweep run;
    private final AcuityHealth health;

    SweepUntilWhole(BeginSweep begin, RunSweep run, AcuityHealth health) {
        this.begin = begin;
        this.run = run;
        this.health = health;
    }

    void regularly() throws InterruptedException {
        untilWhole(SweepKind.REGULAR);
    }

    void nightly() throws InterruptedException {
        untilWhole(SweepKind.NIGHTLY);
    }

    private void untilWhole(SweepKind kind) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!once(kind) && pause.compareTo(REGULARLY) < 0) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private boolean once(SweepKind kind) throws InterruptedException {
        Optional<UUID> begun = begin.now(health.everWhole() ? kind : SweepKind.FIRST);
        return begun.isPresent() && run.run(begun.get());
    }
}
