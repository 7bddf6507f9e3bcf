/** Whose address a request bears that came through a load balancer of ours. */
@NullMarked
package hotleads.gateway.balancer;

import org.jspecify.annotations.NullMarked;
