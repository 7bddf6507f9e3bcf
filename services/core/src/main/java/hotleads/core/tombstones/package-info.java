/** What is remembered of erased people so that none of their records come back: keyed digests. Uses vault. */
@NullMarked
package hotleads.core.tombstones;

import org.jspecify.annotations.NullMarked;
