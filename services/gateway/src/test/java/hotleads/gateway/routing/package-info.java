/** Who is asked for what, and with which headers. */
@NullMarked
package hotleads.gateway.routing;

import org.jspecify.annotations.NullMarked;
