package hotleads.core.erasures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One erasure as the ledger keeps it: ids and keyed digests, so that it can be done again to any older copy of the
 * database.
 *
 * @param at the practice's time, which providers' times are compared with
 * @param person whom it was asked about
 * @param persons that person and all parts of theirs
 * @param keys what sealed their data
 * @param tombstones digests of what their records are known by, in base64
 */
public record Erased(
        UUID id,
        Instant at,
        UUID person,
        List<UUID> persons,
        List<UUID> identities,
        List<UUID> keys,
        List<String> tombstones,
        UUID askedBy,
        Instant askedAt,
        UUID approvedBy) {
    public Erased {
        persons = List.copyOf(persons);
        identities = List.copyOf(identities);
        keys = List.copyOf(keys);
        tombstones = List.copyOf(tombstones);
    }
}
