/** Every limit of the edge, and who has used how much of it. */
@NullMarked
package hotleads.gateway.throttle;

import org.jspecify.annotations.NullMarked;
