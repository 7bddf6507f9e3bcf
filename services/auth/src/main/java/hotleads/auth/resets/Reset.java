package hotleads.auth.resets;

import hotleads.auth.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to take away all factors of somebody who lost theirs.
 *
 * @param expiresAt until when it can be approved
 * @param beginsAt when a reset by card may be carried out; until then it can be stopped
 */
public record Reset(
        UUID id,
        AccountId account,
        AccountId askedBy,
        Instant askedAt,
        Instant expiresAt,
        State state,
        @Nullable Instant beginsAt) {
    static final Duration TIME_TO_APPROVE = Duration.ofHours(72);
    static final Duration LINK_LIFE = Duration.ofHours(72);
    static final Duration CARD_DELAY = Duration.ofHours(1);

    boolean canBeApproved(Instant now) {
        return state == State.ASKED && now.isBefore(expiresAt);
    }

    /** Who can sign in and may approve it: neither who asked, nor whom it is about. */
    Set<AccountId> approvers(Set<AccountId> workingAdministrators) {
        Set<AccountId> approvers = new HashSet<>(workingAdministrators);
        approvers.removeAll(List.of(askedBy, account));
        return approvers;
    }

    /** How far it came. */
    public enum State {
        ASKED,
        /** The card was right; an hour has to pass. */
        WAITING,
        DONE,
        STOPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
