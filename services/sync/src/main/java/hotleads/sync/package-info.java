/** Reads at the providers when core asks. */
@NullMarked
package hotleads.sync;

import org.jspecify.annotations.NullMarked;
