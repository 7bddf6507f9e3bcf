package hotleads.auth.tokens;

import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.health.ReadyCheck;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ready once tokens can be signed; asking makes the first keys. */
@Component
class KeysReady implements ReadyCheck {
    private final SealingKeys sealing;
    private final SigningKeys keys;

    KeysReady(SealingKeys sealing, SigningKeys keys) {
        this.sealing = sealing;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Optional<String> problem() {
        try {
            sealing.prepare();
            return keys.published().isEmpty() ? Optional.of("there is no signing key") : Optional.empty();
        } catch (RuntimeException unreadable) {
            // Whatever it is, the answer is the same; the message could quote what it choked on.
            return Optional.of(
                    "the signing keys cannot be read: is the key file the one this database was sealed with?");
        }
    }
}
