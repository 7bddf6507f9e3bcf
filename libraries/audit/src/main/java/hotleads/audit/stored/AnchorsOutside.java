package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import java.util.function.Consumer;

/** Anchors that lie where somebody who can rewrite the tables does not come. */
public interface AnchorsOutside {
    /**
     * All of them, in no certain order.
     *
     * @throws RuntimeException when they cannot be read: what they would have shown is then not known
     */
    void read(Consumer<Anchor> each);
}
