/** Alive and ready, for whoever runs the program. */
@NullMarked
package hotleads.platform.health;

import org.jspecify.annotations.NullMarked;
