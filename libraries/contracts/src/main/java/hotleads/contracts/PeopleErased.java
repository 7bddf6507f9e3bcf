package hotleads.contracts;

import java.util.List;
import java.util.UUID;

/**
 * Core says to auth whose accounts are to be gone: these people were erased.
 *
 * @param erasure which one, for the trail
 */
public record PeopleErased(UUID erasure, List<UUID> people) {
    public PeopleErased {
        people = List.copyOf(people);
    }
}
