package hotleads.contracts;

import java.util.Map;
import java.util.UUID;

/** What people with accounts are called, for those asked about who have one. */
public record AccountNames(Map<UUID, String> names) {
    /** The most accounts that are named at once. */
    public static final int LIMIT = 500;

    @Override
    public String toString() {
        return "[names of " + names.size() + "]";
    }
}
