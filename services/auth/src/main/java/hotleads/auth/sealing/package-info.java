/** The keys auth seals with: one per account and two of its own. Uses no other feature. */
@NullMarked
package hotleads.auth.sealing;

import org.jspecify.annotations.NullMarked;
