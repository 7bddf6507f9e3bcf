package hotleads.audit.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys that vouch for one chain, in the order in which they signed; each after the first was announced by the one
 * before it.
 */
final class AnchorKeys {
    private final List<AnchorKey> keys = new ArrayList<>();
    private int newest;

    AnchorKeys(AnchorKey first) {
        keys.add(first);
    }

    /**
     * Takes in a new key. One that the last one did not announce is none of ours, and what it signs counts as forged.
     */
    void follow(KeyChange change) {
        if (isLast(change.follows())
                && keys.getLast().signed(KeyChange.toSign(change.key(), change.follows()), change.signature())) {
            keys.add(new AnchorKey(change.key()));
        }
    }

    private boolean isLast(byte[] key) {
        return keys.getLast().is(key);
    }

    /** Whether one of the keys signed it. */
    boolean signed(Anchor anchor, ChainHash hash) {
        int index = indexOf(anchor);
        return index >= 0
                && keys.get(index).signed(hash.toSign(anchor.seq(), anchor.hash(), anchor.at()), anchor.signature());
    }

    /**
     * Whether an anchor names a key whose place another had taken already, or none of ours. Ask in the chain's order.
     */
    boolean isOutOfTurn(Anchor anchor) {
        int index = indexOf(anchor);
        if (index < newest) {
            return true;
        }
        newest = index;
        return false;
    }

    private int indexOf(Anchor anchor) {
        for (int index = 0; index < keys.size(); index++) {
            if (keys.get(index).is(anchor.key())) {
                return index;
            }
        }
        return -1;
    }

    /** Their fingerprints, the first one first. */
    List<String> fingerprints() {
        return keys.stream().map(AnchorKey::fingerprint).toList();
    }
}
