package hotleads.core.erasures;

import hotleads.vault.inuse.SearchKeys;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who was erased, kept where neither the database nor its backups reach: without it a restored backup would bring them
 * back. In a file, or in a bucket that lets nothing go.
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

    /** Whether somebody said, as {@link #howToBeginAnew} asks, that a new one may be begun. */
    boolean mayBegin();

    /** What to do so that one that is lost for good is begun anew; the middle of a sentence. */
    String howToBeginAnew();

    /** Begins it; in the place of an empty one, or of none. */
    void begin(UUID id, SearchKeys keys);

    /**
     * Adds one, and returns when it will outlast this program and its machine.
     *
     * @throws LedgerUnusable when it cannot: then nobody is erased
     */
    void append(Erased erased, SearchKeys keys);

    /** What it is called in messages. */
    String name();
}
