/** Which program a request is for, and passing it there and back. */
@NullMarked
package hotleads.gateway.routing;

import org.jspecify.annotations.NullMarked;
