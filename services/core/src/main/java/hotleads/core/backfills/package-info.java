/** Reading Acuity far back, at leisure. Uses connections. */
@NullMarked
package hotleads.core.backfills;

import org.jspecify.annotations.NullMarked;
