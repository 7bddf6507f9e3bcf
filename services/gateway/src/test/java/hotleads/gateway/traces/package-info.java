@NullMarked
package hotleads.gateway.traces;

import org.jspecify.annotations.NullMarked;
