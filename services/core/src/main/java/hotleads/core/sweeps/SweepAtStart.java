package hotleads.core.sweeps;

import hotleads.core.connections.Schedules;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At start we do not know what happened while we were away. */
@Component
class SweepAtStart {
    private final Schedules schedules;

    SweepAtStart(Schedules schedules) {
        this.schedules = schedules;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        schedules.runNow(SweepSchedule.REGULAR);
    }
}
