/** A new key in the place of each of auth's, while people sign in. */
@NullMarked
package hotleads.auth.keys;

import org.jspecify.annotations.NullMarked;
