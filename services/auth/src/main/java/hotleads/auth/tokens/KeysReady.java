package hotleads.auth.tokens;

import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.health.ReadyCheck;
import hotleads.vault.inuse.KeysInUse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ready once tokens can be signed; asking makes the first keys. */
@Component
class KeysReady implements ReadyCheck {
    private final KeysInUse inUse;
    private final SealingKeys sealing;
    private final SigningKeys keys;

    KeysReady(KeysInUse inUse, SealingKeys sealing, SigningKeys keys) {
        this.inUse = inUse;
        this.sealing = sealing;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Optional<String> problem() {
        Optional<String> unusable = inUse.problem();
        if (unusable.isPresent()) {
            return unusable;
        }
        try {
            sealing.prepare();
            return keys.published().isEmpty() ? Optional.of("there is no signing key") : Optional.empty();
        } catch (RuntimeException unreadable) {
            // Whatever it is, the answer is the same; the message could quote what it choked on.
            return Optional.of("the signing keys cannot be read");
        }
    }
}
