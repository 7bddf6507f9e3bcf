package hotleads.auth.trail;

import hotleads.audit.Actor;
import hotleads.auth.Nowhere;
import hotleads.auth.sealing.SealingKeys;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes nothing down: for walks that ask where somebody ends, and not what is told of the way. */
public final class NoTrail extends Trail {
    public NoTrail(SealingKeys keys, Clock clock) {
        super(Nowhere.template(), keys, clock);
    }

    @Override
    public void done(Actor actor, Act act, Subject subject, ClientAddress address) {}

    @Override
    public void refused(Actor actor, Act act, Subject subject, ClientAddress address) {}

    @Override
    public void refused(Actor actor, Act act, Subject subject, ClientAddress address, int count) {}

    @Override
    public <T> Optional<T> opened(Supplier<Optional<T>> found) {
        return found.get();
    }
}
