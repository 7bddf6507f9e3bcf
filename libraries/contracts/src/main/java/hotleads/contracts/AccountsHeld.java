package hotleads.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What auth holds of a person who may sign in, for an export of all that is held of them; never a secret. */
public record AccountsHeld(List<Account> accounts, List<Invite> invites) {
    @Override
    public String toString() {
        return "[" + accounts.size() + " accounts]";
    }

    /** One account, with all that hangs on it. */
    public record Account(
            UUID id,
            String email,
            String displayName,
            String role,
            Instant createdAt,
            @Nullable Instant lockedAt,
            List<Factor> factors,
            List<Session> sessions,
            List<Notice> notices,
            List<Reset> resets,
            List<Act> acts) {
        @Override
        public String toString() {
            return "[account " + id + "]";
        }
    }

    /** A way to prove who they are: its kind and what they call it. */
    public record Factor(
            String kind,
            @Nullable String name,
            @Nullable Instant addedAt,
            @Nullable Instant lastUsedAt) {
        @Override
        public String toString() {
            return "[" + kind + "]";
        }
    }

    /** A session that is open, by its device. */
    public record Session(String device, String address, Instant openedAt, Instant lastUsedAt) {
        @Override
        public String toString() {
            return "[session]";
        }
    }

    /** A mail that told them of something about their account. */
    public record Notice(
            String subject, Instant madeAt, @Nullable Instant overAt) {}

    /** A reset of their factors that administrators asked for. */
    public record Reset(String state, Instant askedAt, UUID askedBy, String reason, String identityCheck) {
        @Override
        public String toString() {
            return "[reset]";
        }
    }

    /**
     * What they did about their account, or somebody did to it.
     *
     * @param by {@code self}, or somebody else
     * @param address where from, of what they did themselves
     */
    public record Act(
            Instant at,
            String act,
            String outcome,
            String by,
            @Nullable String address) {
        @Override
        public String toString() {
            return "[" + act + "]";
        }
    }

    /** An invite that waits for them. */
    public record Invite(String email, String displayName, Instant createdAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "[invite]";
        }
    }
}
