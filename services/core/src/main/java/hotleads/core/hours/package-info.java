/**
 * When practitioners work and when they are away, as they and the practice say. Uses observations, staff, acts and
 * time.
 */
@NullMarked
package hotleads.core.hours;

import org.jspecify.annotations.NullMarked;
