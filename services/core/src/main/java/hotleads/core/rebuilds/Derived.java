package hotleads.core.rebuilds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables whose rows follow from observations and acts alone. Beans are ordered: what others stand on comes first. */
public interface Derived {
    /** The tables it makes, without their schema. */
    List<String> tables();

    /** Makes some of the rows after the mark anew, in the caller's transaction; from the beginning when it is null. */
    Batch rebuildAfter(@Nullable String mark);

    /** @param next where to go on; null when this was the last */
    record Batch(int rows, @Nullable String next) {}
}
