/** A year of the practice as acts, and playing them in the order of time. */
@NullMarked
package hotleads.simulators.history;

import org.jspecify.annotations.NullMarked;
