package hotleads.core.vault;

import java.util.UUID;

/** A key is gone, and with it all it sealed: its person was erased. */
public final class KeyDestroyed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyDestroyed(UUID id) {
        super("The key " + id + " was destroyed");
    }
}
