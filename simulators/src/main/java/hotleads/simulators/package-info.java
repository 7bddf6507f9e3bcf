/** Starts the stand-ins for the vendors and the pages that act on them. */
@NullMarked
package hotleads.simulators;

import org.jspecify.annotations.NullMarked;
