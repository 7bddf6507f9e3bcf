/** Reads at the providers: their pace, their waiting orders, their windows, and how fresh we are. */
@NullMarked
package hotleads.core.connections;

import org.jspecify.annotations.NullMarked;
