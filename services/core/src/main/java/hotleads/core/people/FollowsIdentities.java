package hotleads.core.people;

import java.util.Collection;
import java.util.UUID;

/**
 * Rows that stand under a person because an identity is theirs: when people join or part records, they follow. A bean
 * of whoever stores such rows; it is called in the transaction of the decision.
 */
public interface FollowsIdentities {
    /** Puts all rows of these identities under whoever the identities belong to now. */
    void follow(Collection<UUID> identities);
}
