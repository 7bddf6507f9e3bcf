/**
 * All that is held of one person as one archive, for themselves or for whoever must answer them: read from every store
 * of this program and of auth, sealed while it waits, handed out once. Uses people, ownclients, lookback, vault and
 * acts.
 */
@NullMarked
package hotleads.core.exports;

import org.jspecify.annotations.NullMarked;
