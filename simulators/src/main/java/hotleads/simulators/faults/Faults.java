package hotleads.simulators.faults;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The switches as they stand now; a restart puts them all back. */
public final class Faults {

    private final Settings usual;
    private final AtomicReference<Settings> now;

    public Faults(double retrySpeed) {
        usual = Settings.usual(retrySpeed);
        now = new AtomicReference<>(usual);
    }

    public boolean on(Fault fault) {
        return now.get().on().contains(fault);
    }

    public Settings settings() {
        return now.get();
    }

    public void change(UnaryOperator<Settings> change) {
        now.updateAndGet(change);
    }

    public void set(Fault fault, boolean wanted) {
        change(settings -> settings.with(fault, wanted));
    }

    public void reset() {
        now.set(usual);
    }
}
