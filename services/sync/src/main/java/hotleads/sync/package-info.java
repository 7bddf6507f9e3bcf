/** Reads at the providers when core asks; remembers nothing. */
@NullMarked
package hotleads.sync;

import org.jspecify.annotations.NullMarked;
