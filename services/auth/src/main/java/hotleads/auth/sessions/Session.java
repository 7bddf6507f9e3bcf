package hotleads.auth.sessions;

import hotleads.auth.accounts.AccountId;
import hotleads.platform.endpoint.Freshness;
import hotleads.platform.endpoint.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One browser on its way to being signed in, and all the rules of that way.
 *
 * @param sid its public name, the same for as long as it lives
 * @param passwordAt when the password was right; none for a session that began with a passkey
 * @param passkeyAt when a passkey, which is both factors at once, began it
 * @param secondFactorAt when a second factor was proved last
 * @param recoveredAt when a recovery code stood in for the second factor; a new one must be set up then
 * @param idleTime how long it lives without being used
 * @param endsAt when it ends however much it is used
 */
public record Session(
        UUID sid,
        AccountId account,
        Stage state,
        @Nullable Instant passwordAt,
        @Nullable Instant passkeyAt,
        @Nullable Instant secondFactorAt,
        @Nullable Instant recoveredAt,
        Instant createdAt,
        Instant lastUsedAt,
        Duration idleTime,
        Instant endsAt) {
    private static final Duration IDLE_STAFF = Duration.ofMinutes(30);
    private static final Duration IDLE_CLIENT = Duration.ofMinutes(15);
    private static final Duration SIGNED_IN_TIME = Duration.ofHours(12);
    private static final Duration SECOND_FACTOR_TIME = Duration.ofMinutes(10);
    private static final Duration SET_UP_TIME = Duration.ofHours(1);

    /** @param state what the password alone leads to */
    static Session afterPassword(UUID sid, AccountId account, Role role, Stage state, Instant now) {
        if (state != Stage.SECOND_FACTOR && state != Stage.SET_UP) {
            throw new IllegalArgumentException("A password alone does not lead to " + state);
        }
        return new Session(
                sid, account, state, now, null, null, null, now, now, idleTime(role), now.plus(timeOf(state)));
    }

    /** @param state signed in, or back in the set-up that this passkey was left in */
    static Session afterPasskey(UUID sid, AccountId account, Role role, Stage state, Instant now) {
        if (state != Stage.SIGNED_IN && state != Stage.SET_UP) {
            throw new IllegalArgumentException("A passkey does not lead to " + state);
        }
        return new Session(
                sid, account, state, null, now, now, null, now, now, idleTime(role), now.plus(timeOf(state)));
    }

    /** The right code of an app that signs in already. */
    public Session signedIn(Instant now) {
        require(state == Stage.SECOND_FACTOR);
        return to(Stage.SIGNED_IN, now, recoveredAt, now);
    }

    /** The right code of an app whose set-up was left before the recovery codes were saved. */
    public Session backInSetUp(Instant now) {
        require(state == Stage.SECOND_FACTOR);
        return to(Stage.SET_UP, now, recoveredAt, now);
    }

    /** A recovery code was right: no access, but a new factor may be set up. */
    public Session recovered(Instant now) {
        require(state == Stage.SECOND_FACTOR);
        return to(Stage.SET_UP, null, now, now);
    }

    /** The first code of the app being set up was right. */
    public Session factorProved(Instant now) {
        require(state == Stage.SET_UP);
        return to(Stage.SET_UP, now, recoveredAt, now);
    }

    /** The passkey being set up was right; it is both factors at once. */
    public Session passkeyProved(Instant now) {
        return factorProved(now).by(now);
    }

    /** The recovery codes were saved too. */
    public Session setUpFinished(Instant now) {
        require(state == Stage.SET_UP && secondFactorAt != null);
        return to(Stage.SIGNED_IN, secondFactorAt, recoveredAt, now);
    }

    /** The screen was left alone: no tokens until {@link #provedAgain}. Nobody sits there, so it is no use of it. */
    public Session locked() {
        require(state == Stage.SIGNED_IN);
        return new Session(
                sid,
                account,
                Stage.LOCKED,
                passwordAt,
                passkeyAt,
                secondFactorAt,
                recoveredAt,
                createdAt,
                lastUsedAt,
                idleTime,
                endsAt);
    }

    private Session by(Instant passkey) {
        return new Session(
                sid,
                account,
                state,
                passwordAt,
                passkey,
                secondFactorAt,
                recoveredAt,
                createdAt,
                lastUsedAt,
                idleTime,
                endsAt);
    }

    /** A second factor was proved once more: opens what is locked and is fresh; it lives no longer for that. */
    public Session provedAgain(Instant now) {
        require(state == Stage.SIGNED_IN || state == Stage.LOCKED);
        return new Session(
                sid,
                account,
                Stage.SIGNED_IN,
                passwordAt,
                passkeyAt,
                now,
                recoveredAt,
                createdAt,
                now,
                idleTime,
                endsAt);
    }

    /** How much longer acts that need a fresh proof go through; zero when the proof is asked for again. */
    public Duration freshFor(Instant now) {
        if (state != Stage.SIGNED_IN || secondFactorAt == null || !Freshness.isFresh(secondFactorAt, now)) {
            return Duration.ZERO;
        }
        return Duration.between(now, secondFactorAt.plus(Freshness.MOST));
    }

    public Instant idleEndsAt() {
        return lastUsedAt.plus(idleTime);
    }

    private Session to(Stage next, @Nullable Instant newSecondFactorAt, @Nullable Instant newRecoveredAt, Instant now) {
        return new Session(
                sid,
                account,
                next,
                passwordAt,
                passkeyAt,
                newSecondFactorAt,
                newRecoveredAt,
                createdAt,
                now,
                idleTime,
                now.plus(timeOf(next)));
    }

    private static Duration idleTime(Role role) {
        return role == Role.CLIENT ? IDLE_CLIENT : IDLE_STAFF;
    }

    private static Duration timeOf(Stage state) {
        return switch (state) {
            case SIGNED_OUT -> Duration.ZERO;
            case SECOND_FACTOR -> SECOND_FACTOR_TIME;
            case SET_UP -> SET_UP_TIME;
            case SIGNED_IN, LOCKED -> SIGNED_IN_TIME;
        };
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("Session " + sid + " is not so far: " + state);
        }
    }
}
