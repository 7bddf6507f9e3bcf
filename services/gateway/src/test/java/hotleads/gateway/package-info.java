/** The edge as its neighbours see it: over real sockets, with stand-ins for the programs behind. */
@NullMarked
package hotleads.gateway;

import org.jspecify.annotations.NullMarked;
