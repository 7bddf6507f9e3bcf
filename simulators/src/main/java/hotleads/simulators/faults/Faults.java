package hotleads.simulators.faults;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The switches as they stand now; a restart puts them all back. */
public final class Faults {

    private final Settings usual;
    private final InstantSource practiceTime;
    private final AtomicReference<Settings> now;

    public Faults(double retrySpeed, InstantSource practiceTime) {
        usual = Settings.usual(retrySpeed);
        this.practiceTime = practiceTime;
        now = new AtomicReference<>(usual);
    }

    public boolean on(Fault fault) {
        return settings().on().contains(fault);
    }

    public Settings settings() {
        Settings known = now.get();
        return known.ends().isEmpty() ? known : known.at(practiceTime.instant());
    }

    public void change(UnaryOperator<Settings> change) {
        now.updateAndGet(settings -> change.apply(settings.at(practiceTime.instant())));
    }

    public void set(Fault fault, boolean wanted) {
        change(settings -> settings.with(fault, wanted));
    }

    /** Switches on what the scenario is made of, beside whatever is on already. */
    public void begin(Scenario scenario) {
        change(settings -> scenario.addTo(settings, practiceTime.instant()));
    }

    public void end(Scenario scenario) {
        change(scenario::takeFrom);
    }

    public void reset() {
        now.set(usual);
    }
}
