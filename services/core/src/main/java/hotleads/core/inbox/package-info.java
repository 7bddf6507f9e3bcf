/** The only way in for deliveries: stored, counted once, and turned into an order to look again. */
@NullMarked
package hotleads.core.inbox;

import org.jspecify.annotations.NullMarked;
