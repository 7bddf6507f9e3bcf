package hotleads.auth.throttle;

import hotleads.auth.Nowhere;
import hotleads.vault.inuse.KeysInUse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tries counted in a map, as {@link Throttle} counts them in the database. */
public final class ThrottleInMemory extends Throttle {
    private final Map<Counted, Made> tries = new HashMap<>();
    private final Clock clock;

    public ThrottleInMemory(KeysInUse keys, Clock clock) {
        super(Nowhere.client(), keys, clock);
        this.clock = clock;
    }

    @Override
    public Optional<TooManyTries> count(Limit limit, String subject) {
        Instant now = clock.instant();
        Made made = tries.merge(
                new Counted(limit, subject),
                new Made(now, 1),
                (before, first) -> before.since.isAfter(now.minus(limit.window()))
                        ? new Made(before.since, before.times + 1)
                        : first);
        return Optional.of(new TooManyTries(made.since.plus(limit.window()), made.times - limit.tries()))
                .filter(answer -> answer.over() > 0);
    }

    @Override
    public void forget(Limit limit, String subject) {
        tries.remove(new Counted(limit, subject));
    }

    @Override
    public void takeBack(Limit limit, String subject) {
        tries.computeIfPresent(
                new Counted(limit, subject),
                (counted, made) -> made.times > 0 ? new Made(made.since, made.times - 1) : made);
    }

    public void forgetAll() {
        tries.clear();
    }

    private record Counted(Limit limit, String subject) {}

    private record Made(Instant since, int times) {}
}
