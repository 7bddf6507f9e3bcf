/** Hashing passwords at a bounded rate, and refusing weak ones. Uses no other feature. */
@NullMarked
package hotleads.auth.passwords;

import org.jspecify.annotations.NullMarked;
