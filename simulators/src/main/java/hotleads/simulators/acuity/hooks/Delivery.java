package hotleads.simulators.acuity.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One webhook on its way, or the record of how it ended. */
public record Delivery(
        long id,
        Instant createdAt,
        String target,
        String body,
        Signing signing,
        State state,
        int attempts,
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt) {

    /** Where a delivery stands. */
    public enum State {
        WAITING,
        DELIVERED,
        GAVE_UP,
        DROPPED
    }

    static Delivery waiting(long id, Instant now, String target, String body, Signing signing) {
        return new Delivery(id, now, target, body, signing, State.WAITING, 0, null, null, null, null);
    }

    Delivery dropped(String why) {
        return new Delivery(
                id, createdAt, target, body, signing, State.DROPPED, attempts, status, why, lastAttemptAt, null);
    }

    Delivery leavingAt(Instant at) {
        return new Delivery(
                id, createdAt, target, body, signing, State.WAITING, attempts, status, failure, lastAttemptAt, at);
    }

    Delivery ended(State end, HookAnswer answer, Instant at) {
        return new Delivery(
                id, createdAt, target, body, signing, end, attempts + 1, answer.status(), answer.failure(), at, null);
    }

    Delivery againAt(HookAnswer answer, Instant at, Instant next) {
        return new Delivery(
                id,
                createdAt,
                target,
                body,
                signing,
                State.WAITING,
                attempts + 1,
                answer.status(),
                answer.failure(),
                at,
                next);
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether its time has come; a first attempt that leaves at once has none. */
    boolean isDue(Instant now) {
        return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
    }
}
