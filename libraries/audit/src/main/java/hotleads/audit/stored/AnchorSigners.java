package hotleads.audit.stored;

import hotleads.audit.chain.KeyChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The keys that sign one chain's anchors, one after the other. */
public interface AnchorSigners {
    /**
     * One of them.
     *
     * @param key its public part
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Signer(byte[] key, UnaryOperator<byte[]> sign) {}

    /** All that ever signed, the first one first; never empty. */
    List<Signer> all();

    /** The one that signs now, which no other follows until the caller's transaction ends. */
    Signer hold();

    /** How each of them announced the next. */
    default List<KeyChange> changes() {
        List<Signer> all = all();
        List<KeyChange> changes = new ArrayList<>();
        for (int next = 1; next < all.size(); next++) {
            Signer before = all.get(next - 1);
            byte[] key = all.get(next).key;
            changes.add(new KeyChange(key, before.key, before.sign.apply(KeyChange.toSign(key, before.key))));
        }
        return changes;
    }
}
