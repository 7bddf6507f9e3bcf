package hotleads.core.hooks;

import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.core.hooks.Silence.Quiet;
import hotleads.core.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that Acuity no longer tells us by itself. It switches a failing hook off without a word (sheet §3.3), and a
 * calm day is as silent: so only what reading brought to light without a hook counts.
 */
@Component
class WatchHooks extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(5);

    /** A hook may be on its way still. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Longer than a holiday, and short enough to know today's habits. */
    private static final Duration HABITS = Duration.ofDays(28);

    private static final Duration LONG_PAST = Duration.ofDays(14);

    private final Silence silence;
    private final Acts acts;
    private final PracticeClock clock;
    private final WorkingHours hours;
    private final TransactionTemplate transaction;

    WatchHooks(
            Silence silence,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone,
            TransactionTemplate transaction) {
        super("watch-hooks");
        this.silence = silence;
        this.acts = acts;
        this.clock = clock;
        this.hours = new WorkingHours(zone);
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        @Nullable Quiet quiet = quiet(clock.instant()).orElse(null);
        transaction.executeWithoutResult(status -> {
            if (silence.remember(quiet)) {
                acts.byJob("watch-hooks", quiet == null ? "hooks.came-back" : "hooks.quiet", "provider", "acuity");
            }
        });
        Thread.sleep(PACE);
    }

    private Optional<Quiet> quiet(Instant now) {
        Optional<Instant> last = silence.lastDelivery();
        return silence.firstRead()
                .map(first -> latest(first, last.orElse(first), now.minus(LONG_PAST)))
                .flatMap(after -> silence.untold(after, now.minus(ON_ITS_WAY)))
                .flatMap(untold -> cause(untold, last, now).map(cause -> new Quiet(cause, untold)));
    }

    /** @param untold since when we know of something no hook told */
    private Optional<String> cause(Instant untold, Optional<Instant> last, Instant now) {
        if (isRefusedSince(last.orElse(Instant.EPOCH))) {
            return Optional.of("signature-mismatch");
        }
        if (last.isEmpty()) {
            return Optional.of("no-hook-yet");
        }
        Duration usual = UsualGap.of(silence.deliveriesSince(now.minus(HABITS)), hours);
        return hours.between(untold, now).compareTo(usual) > 0 ? Optional.of("hooks-silent") : Optional.empty();
    }

    private boolean isRefusedSince(Instant lastDelivery) {
        return silence.lastRefused()
                .map(clock::at)
                .filter(refused -> refused.plus(MINUTE).isAfter(lastDelivery))
                .isPresent();
    }

    private static Instant latest(Instant one, Instant two, Instant three) {
        Instant later = one.isAfter(two) ? one : two;
        return later.isAfter(three) ? later : three;
    }
}
