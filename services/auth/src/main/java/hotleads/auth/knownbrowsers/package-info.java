/** The browsers people have signed in with, which strangers' guesses do not lock out. Uses accounts. */
@NullMarked
package hotleads.auth.knownbrowsers;

import org.jspecify.annotations.NullMarked;
