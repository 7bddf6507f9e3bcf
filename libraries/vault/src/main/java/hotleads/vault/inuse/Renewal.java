package hotleads.vault.inuse;

import hotleads.vault.Purpose;
import org.jspecify.annotations.Nullable;

/** Rows that were made with a key, made anew with the one in force; safe to do twice. */
public interface Renewal {
    /** Whose keys they are made with. */
    Purpose purpose();

    /** How many rows there are. */
    long rows();

    /** Makes some of the rows after the mark anew, in the caller's transaction; from the beginning when it is null. */
    Batch renewAfter(@Nullable String mark);

    /**
     * What was done.
     *
     * @param leftOut those among the rows that do not open, and stay as they are
     * @param next where to go on; null when this was the last
     */
    record Batch(int rows, int leftOut, @Nullable String next) {}
}
