/**
 * The daily digest: how much waits, in numbers and nothing else, handed to auth, which knows addresses. Whoever has
 * something to count is a bean here. Uses settings, staff, acts and time.
 */
@NullMarked
package hotleads.core.digest;

import org.jspecify.annotations.NullMarked;
