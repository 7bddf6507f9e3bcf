/** Whether the programs behind the edge are ready. */
@NullMarked
package hotleads.gateway.health;

import org.jspecify.annotations.NullMarked;
