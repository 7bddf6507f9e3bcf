/** Who has whose record open just now: ids and nothing of the records themselves. */
@NullMarked
package hotleads.core.presence;

import org.jspecify.annotations.NullMarked;
