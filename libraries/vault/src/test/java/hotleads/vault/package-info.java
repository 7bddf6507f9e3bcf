/** What sealing promises, and what it refuses. */
@NullMarked
package hotleads.vault;

import org.jspecify.annotations.NullMarked;
