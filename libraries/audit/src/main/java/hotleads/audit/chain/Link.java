package hotleads.audit.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place in the chain.
 *
 * @param hash over the chain's name, this number, the hash before it and the entry's digest
 * @param entry what stands there; null when it is missing, or left out of an export
 * @param digest of an entry that an export leaves out
 */
public record Link(
        long seq, UUID entryId, byte[] hash, @Nullable StoredEntry entry, byte @Nullable [] digest) {}
