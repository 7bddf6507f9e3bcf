package hotleads.simulators.control;

import hotleads.simulators.acuity.hooks.HookSender;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.faults.Scenario;
import hotleads.simulators.faults.Settings;
import hotleads.simulators.time.Later;
import hotleads.simulators.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What nobody in the practice decides: what goes wrong, for how long, and what time it is. */
public final class Weather {

    /** A longer step is a slip of the hand, and time does not go back. */
    static final Duration LONGEST_STEP = Duration.ofDays(366);

    private final Faults faults;
    private final PracticeClock clock;
    private final HookSender sender;
    private final Later later;

    public Weather(Faults faults, PracticeClock clock, HookSender sender, Later later) {
        this.faults = faults;
        this.clock = clock;
        this.sender = sender;
        this.later = later;
    }

    Settings settings() {
        return faults.settings();
    }

    void change(UnaryOperator<Settings> change) {
        faults.change(change);
        sender.catchUp();
    }

    void reset() {
        faults.reset();
        sender.catchUp();
    }

    void begin(Scenario scenario) {
        faults.begin(scenario);
        if (!scenario.lasts().isZero()) {
            later.run(scenario.lasts(), sender::catchUp);
        }
    }

    void end(Scenario scenario) {
        faults.end(scenario);
        sender.catchUp();
    }

    Instant now() {
        return clock.instant();
    }

    static boolean isPossible(Duration step) {
        return step.isPositive() && step.compareTo(LONGEST_STEP) <= 0;
    }

    /** What falls due on the way, such as a webhook's next attempt, happens at once. */
    void step(Duration by) {
        clock.step(by);
        sender.catchUp();
    }
}
