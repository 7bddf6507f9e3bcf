package hotleads.audit.chain;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks one chain link by link, in little memory, and keeps the first thing that is wrong.
 *
 * <p>An anchor that agrees with the chain vouches for everything before it, so of many that agree only the newest
 * signature is checked; the others are needed again only when that one turns out not to be ours.
 */
public final class CheckChain {
    private static final int SIGNATURE_EVERY = 1_000;

    private final String chain;
    private final long after;
    private final ChainHash hash;
    private final AnchorKeys keys;
    private final TreeMap<Long, List<Anchor>> ahead = new TreeMap<>();
    private final List<Anchor> agreeing = new ArrayList<>();
    private long last;
    private byte[] lastHash;
    private long anchored;
    private @Nullable Instant from;
    private @Nullable Instant to;
    private @Nullable Break broken;

    /**
     * Begins after a link.
     *
     * @param after its number, 0 for the chain's start
     * @param afterHash its hash
     * @param key the public key of this chain's first anchors
     */
    public CheckChain(String chain, long after, byte[] afterHash, AnchorKey key) {
        this.chain = chain;
        this.after = after;
        this.hash = new ChainHash(chain);
        this.keys = new AnchorKeys(key);
        this.last = after;
        this.lastHash = afterHash.clone();
    }

    /** Another key signs anchors from some number on; anchors of one that was not announced so count as forged. */
    public void keyChanges(KeyChange change) {
        keys.follow(change);
    }

    /** The next link; after a break nothing more is looked at. */
    public void link(Link link) {
        if (broken != null) {
            return;
        }
        if (link.seq() != last + 1) {
            stop(last + 1, last + 1, Break.Kind.LINK_MISSING, null);
            return;
        }
        byte[] digest = digestOf(link);
        if (digest == null) {
            stop(link.seq(), link.seq(), Break.Kind.ENTRY_MISSING, null);
            return;
        }
        byte[] expected = hash.next(link.seq(), lastHash, digest);
        Instant at = link.entry() == null ? null : link.entry().at();
        if (!MessageDigest.isEqual(expected, link.hash())) {
            stop(link.seq(), link.seq(), Break.Kind.ALTERED, at);
            return;
        }
        last = link.seq();
        lastHash = expected;
        from = from == null ? at : from;
        to = at == null ? to : at;
        anchorsHere();
    }

    private byte @Nullable [] digestOf(Link link) {
        StoredEntry entry = link.entry();
        if (entry == null) {
            return link.digest();
        }
        // An entry put under another's link would else pass as its own.
        return entry.id().equals(link.entryId()) ? hash.digest(entry) : new byte[0];
    }

    /** An anchor, at any time before its link is passed or right after it. */
    public void anchor(Anchor anchor) {
        if (broken != null || anchor.seq() <= after) {
            return;
        }
        ahead.computeIfAbsent(anchor.seq(), seq -> new ArrayList<>()).add(anchor);
        anchorsHere();
    }

    private void anchorsHere() {
        Map.Entry<Long, List<Anchor>> next = ahead.firstEntry();
        while (broken == null && next != null && next.getKey() <= last) {
            ahead.remove(next.getKey());
            next.getValue().forEach(this::compare);
            next = ahead.firstEntry();
        }
    }

    private void compare(Anchor anchor) {
        if (broken != null) {
            return;
        }
        if (keys.isOutOfTurn(anchor)) {
            // Unless one before it only pretended to be of a newer key.
            requireSigned();
            stop(anchor.seq(), anchor.seq(), Break.Kind.ANCHOR_FORGED, null);
        } else if (anchor.seq() == last && MessageDigest.isEqual(anchor.hash(), lastHash)) {
            agreeing.add(anchor);
            if (agreeing.size() >= SIGNATURE_EVERY) {
                requireSigned();
            }
        } else if (keys.signed(anchor, hash)) {
            requireSigned();
            stop(anchored + 1, anchor.seq(), Break.Kind.REWRITTEN, null);
        } else {
            stop(anchor.seq(), anchor.seq(), Break.Kind.ANCHOR_FORGED, null);
        }
    }

    /** Moves {@link #anchored} on to the newest agreeing anchor that is really ours. */
    private void requireSigned() {
        for (int index = agreeing.size() - 1; index >= 0; index--) {
            if (keys.signed(agreeing.get(index), hash)) {
                anchored = agreeing.get(index).seq();
                if (index < agreeing.size() - 1) {
                    long forged = agreeing.get(index + 1).seq();
                    stop(forged, forged, Break.Kind.ANCHOR_FORGED, null);
                }
                agreeing.clear();
                return;
            }
        }
        if (!agreeing.isEmpty()) {
            long forged = agreeing.getFirst().seq();
            agreeing.clear();
            stop(forged, forged, Break.Kind.ANCHOR_FORGED, null);
        }
    }

    private void stop(long seq, long until, Break.Kind kind, @Nullable Instant at) {
        if (broken == null) {
            broken = new Break(Math.max(seq, after + 1), until, kind, at);
        }
    }

    /** Whether something is wrong already, so that nobody need read on. */
    public boolean isBroken() {
        return broken != null;
    }

    /** The fingerprints of the keys that vouch for it, the newest last. */
    public List<String> fingerprints() {
        return keys.fingerprints();
    }

    /** How far it has come. */
    public long reached() {
        return last;
    }

    /** All links and anchors were shown. */
    public Verdict end() {
        if (broken == null) {
            requireSigned();
        }
        if (broken == null && !ahead.isEmpty()) {
            Anchor beyond = ahead.firstEntry().getValue().getFirst();
            if (keys.signed(beyond, hash)) {
                stop(last + 1, ahead.lastKey(), Break.Kind.CUT, null);
            } else {
                stop(beyond.seq(), beyond.seq(), Break.Kind.ANCHOR_FORGED, null);
            }
        }
        return new Verdict(chain, after, last, from, to, anchored, broken);
    }
}
