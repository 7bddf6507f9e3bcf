/**
 * The machine's clock may be put back, by hand or by a time server: then whatever waits for a time to come is brought
 * back too. Uses time, acts, connections and leads.
 */
@NullMarked
package hotleads.core.putback;

import org.jspecify.annotations.NullMarked;
