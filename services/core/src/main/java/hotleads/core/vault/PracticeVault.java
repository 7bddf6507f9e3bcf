package hotleads.core.vault;

import hotleads.vault.SealingKey;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The practice's own key, for what belongs to no one person: raw deliveries, calendars, session types. */
@Component
public class PracticeVault {
    /** Fixed, so that every instance of core finds the one key. */
    private static final UUID ID = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private final Vault vault;
    private final FirstKey firstKey;

    PracticeVault(Vault vault, FirstKey firstKey) {
        this.vault = vault;
        this.firstKey = firstKey;
    }

    public SealingKey key() {
        try {
            return vault.key(ID);
        } catch (KeyDestroyed notMadeYet) {
            firstKey.make(ID);
            return vault.key(ID);
        }
    }
}
