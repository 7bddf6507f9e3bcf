package hotleads.audit.chain;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks all chains of an export, one after the other. */
public final class CheckChains implements ChainReader {
    /**
     * What was read of one chain.
     *
     * @param fingerprints of the keys its anchors were checked with, each announced by the one before it: compare the
     *     last with the one on the Audit page
     */
    public record Read(Verdict verdict, List<String> fingerprints) {}

    private final List<Read> done = new ArrayList<>();
    private @Nullable CheckChain current;
    private String chain = "";
    private long links;

    private CheckChains() {}

    /** @throws ChainUnreadable when it is no export, or ends before the chain does */
    public static List<Read> check(InputStream export) {
        CheckChains all = new CheckChains();
        ReadChainLines.read(export, all);
        if (all.current != null || all.done.isEmpty()) {
            throw new ChainUnreadable();
        }
        return List.copyOf(all.done);
    }

    @Override
    public void begins(String name, long after, byte[] hash, byte[] key) {
        if (current != null) {
            throw new ChainUnreadable();
        }
        chain = name;
        links = 0;
        current = new CheckChain(name, after, hash, new AnchorKey(key));
    }

    @Override
    public void keyChanges(KeyChange change) {
        inChain().keyChanges(change);
    }

    @Override
    public void link(Link link) {
        links++;
        inChain().link(link);
    }

    @Override
    public void anchor(Anchor anchor) {
        inChain().anchor(anchor);
    }

    @Override
    public void ends(String name, long told) {
        CheckChain ended = inChain();
        if (!name.equals(chain) || told != links) {
            throw new ChainUnreadable();
        }
        done.add(new Read(ended.end(), ended.fingerprints()));
        current = null;
    }

    private CheckChain inChain() {
        if (current == null) {
            throw new ChainUnreadable();
        }
        return current;
    }
}
