package hotleads.core.vault;

import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import java.util.UUID;

/** A key is gone, and with it all it sealed: its person was erased. */
public final class KeyDestroyed extends CannotOpen {
    private static final long serialVersionUID = 1L;

    KeyDestroyed(UUID id) {
        super(place(id), "The key " + id + " was destroyed");
    }

    static Place place(UUID id) {
        return new Place("sealing_key", "wrapped", id);
    }
}
