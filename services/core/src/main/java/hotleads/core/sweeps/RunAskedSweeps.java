package hotleads.core.sweeps;

import hotleads.core.RunUntilShutdown;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs the sweeps people ask for; of several cores, the one that claims it. */
@Component
class RunAskedSweeps extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final BeginSweep begin;
    private final RunSweep run;

    RunAskedSweeps(BeginSweep begin, RunSweep run) {
        super("run-asked-sweeps");
        this.begin = begin;
        this.run = run;
    }

    @Override
    protected void round() throws InterruptedException {
        Optional<UUID> asked = begin.whatWasAsked();
        if (asked.isPresent()) {
            run.run(asked.get());
        } else {
            Thread.sleep(PACE);
        }
    }
}
