package hotleads.core.erasures;

import hotleads.vault.inuse.SearchKeys;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who was erased, kept where neither the database nor its backups reach: without it a restored backup would bring them
 * back. A file here; on AWS an object-locked bucket would be another.
 *
 * <p>Whoever calls lets no other write meanwhile.
 */
public interface ErasureLedger {
    /**
     * What it holds.
     *
     * @param id the ledger's own, which the database knows too
     */
    record Held(UUID id, List<Erased> entries) {}

    /**
     * All that was ever appended; empty when none was begun.
     *
     * @param keys every search key there ever was: each line is sealed with one
     * @throws LedgerUnusable when it was altered, is another's, or cannot be read or written
     */
    Optional<Held> read(SearchKeys keys);

    /** Whether somebody said, by an empty ledger in its place, that a new one may be begun. */
    boolean mayBegin();

    /** Begins it; in the place of an empty one, or of none. */
    void begin(UUID id, SearchKeys keys);

    /**
     * Adds one, and returns when it will outlast a crash of the machine.
     *
     * @throws LedgerUnusable when it cannot: then nobody is erased
     */
    void append(Erased erased, SearchKeys keys);

    /** What it is called in messages. */
    String name();
}
