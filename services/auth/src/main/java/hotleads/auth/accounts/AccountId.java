package hotleads.auth.accounts;

import java.util.UUID;

/** Names an account everywhere: in sessions, tokens and the trail. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
