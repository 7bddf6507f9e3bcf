package hotleads.audit.chain;

/** Takes in a chain in order, from the database or from an export. */
public interface ChainReader {
    /**
     * A chain begins.
     *
     * @param after the number before its first link here
     * @param hash that link's hash
     * @param key the public key of its first anchors
     */
    void begins(String chain, long after, byte[] hash, byte[] key);

    /** Another key signs anchors from some number on; told before any anchor of its. */
    void keyChanges(KeyChange change);

    void link(Link link);

    void anchor(Anchor anchor);

    /** The chain is complete, as whoever wrote it says. */
    void ends(String chain, long links);
}
