/** Where traces begin. */
@NullMarked
package hotleads.gateway.traces;

import org.jspecify.annotations.NullMarked;
