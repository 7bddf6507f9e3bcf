package hotleads.audit.chain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that is wrong with a chain.
 *
 * @param seq the first entry that cannot be trusted
 * @param until the last number that was looked at; above {@code seq} when only a span can be named
 * @param at when that entry says it happened, if it is there
 */
public record Break(
        long seq, long until, Kind kind, @Nullable Instant at) {
    /** What was found. */
    public enum Kind {
        /** Entry, link or order differ from what was chained. */
        ALTERED,
        /** The link is there, its entry is not. */
        ENTRY_MISSING,
        /** A number is skipped. */
        LINK_MISSING,
        /** The chain holds together, but is not the one that was anchored. */
        REWRITTEN,
        /** Anchors tell of entries after the last one. */
        CUT,
        /** An anchor that our key did not sign. */
        ANCHOR_FORGED;

        /** The word in the API and on the screen. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
