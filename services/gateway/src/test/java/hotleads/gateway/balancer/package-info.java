@NullMarked
package hotleads.gateway.balancer;

import org.jspecify.annotations.NullMarked;
